"""One PDF for each sheet through Jinja2 and WeasyPrint. The template, the style and the fonts are made once."""

import json
import sys
from pathlib import Path

from jinja2 import Environment
from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration

PAGE = """<!doctype html><html lang="en"><meta charset="utf-8"><title>{{ title }}</title>
{% for block in blocks %}{% if block.kind == "heading" %}<h{{ block.level }}>{{ block.text }}</h{{ block.level }}>
{% elif block.kind == "table" %}<table><thead><tr>{% for cell in block.head %}<th>{{ cell }}</th>{% endfor %}</tr></thead>
{% for row in block.rows %}<tr>{% for cell in row %}<td>{{ cell }}</td>{% endfor %}</tr>{% endfor %}</table>
{% elif block.kind == "list" %}<ul>{% for item in block["items"] %}<li>{{ item }}</li>{% endfor %}</ul>
{% else %}<p>{{ block.text }}</p>{% endif %}{% endfor %}</html>"""

STYLE = """@font-face { font-family: "Source Sans 3"; src: url("%(fonts)s/SourceSans3_400Regular.ttf") }
@font-face { font-family: "Source Sans 3"; font-weight: bold; src: url("%(fonts)s/SourceSans3_700Bold.ttf") }
@page { size: A4; margin: 24mm; @bottom-right { content: "Page " counter(page) " of " counter(pages) } }
body { font-family: "Source Sans 3"; font-size: 10pt } table { width: 100%%; border-collapse: collapse }
td, th { border-bottom: 0.5pt solid #999; padding: 3pt; text-align: left; vertical-align: top }"""


def main():
    """Prints every sheet of a folder into another."""
    sheets, into, fonts = (Path(word).resolve() for word in sys.argv[1:4])
    page = Environment(autoescape=True).from_string(PAGE)
    known = FontConfiguration()
    style = CSS(string=STYLE % {"fonts": fonts.as_uri()}, font_config=known)
    for sheet in sorted(sheets.glob("*.json")):
        blocks = json.loads(sheet.read_text(encoding="utf-8"))
        text = page.render(blocks=blocks, title=sheet.stem)
        HTML(string=text).write_pdf(into / f"{sheet.stem}.pdf", stylesheets=[style], font_config=known)


if __name__ == "__main__":
    main()
