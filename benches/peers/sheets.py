"""The sheets that the peers print: the Markdown of `actfile build`, read as headings, paragraphs, lists and tables.

Reading is done before anything is measured, so a peer is given finished words and only has to set them. Marks of
emphasis, links and code are taken off, which spares the peers some work.
"""

import json
import re
import sys
from pathlib import Path

MARKS = re.compile(r"\[\^[^\]]*\]|\{#[^}]*\}|\*\*|`|<br>|</?span[^>]*>|\\(?=[^\w\s])")
LINK = re.compile(r"!?\[([^\]]*)\]\(([^)]*)\)")


def plain(text):
    """Returns text without marks, links as their words."""
    return MARKS.sub("", LINK.sub(r"\1", text)).strip()


def cells(line):
    """Returns the cells of a row."""
    return [plain(cell) for cell in re.split(r"(?<!\\)\|", line.strip().strip("|"))]


def blocks(text):
    """Returns the blocks of a page."""
    found = []
    for part in re.split(r"\n\s*\n", text):
        lines = [line for line in part.splitlines() if line.strip() and not line.startswith("<!--")]
        if not lines:
            continue
        if lines[0].startswith("#"):
            marks, words = lines[0].split(" ", 1)
            found.append({"kind": "heading", "level": len(marks), "text": plain(words)})
        elif lines[0].startswith("|"):
            found.append({"kind": "table", "head": cells(lines[0]), "rows": [cells(line) for line in lines[2:]]})
        elif lines[0].startswith("- "):
            found.append({"kind": "list", "items": [plain(line[2:]) for line in lines]})
        else:
            words = " ".join(line.lstrip("> :") for line in lines)
            found.append({"kind": "paragraph", "text": plain(words)})
    return found


def main():
    """Writes one JSON file for each sheet of an output folder."""
    sheets, into = Path(sys.argv[1]) / "systems", Path(sys.argv[2])
    into.mkdir(parents=True, exist_ok=True)
    for sheet in sorted(sheets.glob("*.md")):
        text = json.dumps(blocks(sheet.read_text(encoding="utf-8")), ensure_ascii=False)
        (into / f"{sheet.stem}.json").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
