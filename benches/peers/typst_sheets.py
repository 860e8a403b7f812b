"""One tagged PDF for each sheet through typst, by one compiler that keeps fonts, template and what it remembers."""

import sys
from pathlib import Path

import typst


def main():
    """Prints every sheet of a folder into another."""
    sheets, into, fonts = (Path(word).resolve() for word in sys.argv[1:4])
    template = Path(__file__).resolve().with_name("sheet.typ")
    compiler = typst.Compiler(template, root="/", font_paths=[str(fonts)], ignore_system_fonts=True)
    for sheet in sorted(sheets.glob("*.json")):
        words = {"sheet": str(sheet), "title": sheet.stem}
        compiler.compile(output=str(into / f"{sheet.stem}.pdf"), format="pdf", sys_inputs=words)


if __name__ == "__main__":
    main()
