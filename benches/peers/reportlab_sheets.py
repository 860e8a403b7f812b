"""One untagged PDF for each sheet through ReportLab (Platypus). The fonts are read once."""

import json
import sys
from pathlib import Path
from xml.sax.saxutils import escape

from reportlab.lib.colors import grey
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import ListFlowable, Paragraph, SimpleDocTemplate, Table, TableStyle

TEXT = ParagraphStyle("text", fontName="Sans", fontSize=10, leading=13, spaceAfter=5)
HEAD = ParagraphStyle("head", parent=TEXT, fontName="Bold")
TITLES = {level: ParagraphStyle(f"h{level}", parent=HEAD, fontSize=20 - 3 * level, leading=24 - 3 * level)
          for level in range(1, 5)}
LINES = TableStyle([("LINEBELOW", (0, 0), (-1, -1), 0.5, grey), ("VALIGN", (0, 0), (-1, -1), "TOP")])
WIDTH = A4[0] - 48 * mm


def flowable(block):
    """Returns what ReportLab sets for a block."""
    if block["kind"] == "heading":
        return Paragraph(escape(block["text"]), TITLES[min(block["level"], 4)])
    if block["kind"] == "table":
        head = [Paragraph(escape(cell), HEAD) for cell in block["head"]]
        rows = [[Paragraph(escape(cell), TEXT) for cell in row] for row in block["rows"]]
        return Table([head, *rows], colWidths=[WIDTH / len(head)] * len(head), style=LINES, repeatRows=1)
    if block["kind"] == "list":
        return ListFlowable([Paragraph(escape(item), TEXT) for item in block["items"]], bulletType="bullet")
    return Paragraph(escape(block["text"]), TEXT)


def number(canvas, page):
    """Prints the number of a page."""
    canvas.setFont("Sans", 8)
    canvas.drawRightString(A4[0] - 24 * mm, 12 * mm, f"Page {page.page}")


def main():
    """Prints every sheet of a folder into another."""
    sheets, into, fonts = (Path(word).resolve() for word in sys.argv[1:4])
    pdfmetrics.registerFont(TTFont("Sans", str(fonts / "SourceSans3_400Regular.ttf")))
    pdfmetrics.registerFont(TTFont("Bold", str(fonts / "SourceSans3_700Bold.ttf")))
    for sheet in sorted(sheets.glob("*.json")):
        blocks = json.loads(sheet.read_text(encoding="utf-8"))
        file = SimpleDocTemplate(str(into / f"{sheet.stem}.pdf"), pagesize=A4, title=sheet.stem, leftMargin=24 * mm,
                                 rightMargin=24 * mm, topMargin=24 * mm, bottomMargin=24 * mm)
        file.build([flowable(block) for block in blocks], onFirstPage=number, onLaterPages=number)


if __name__ == "__main__":
    main()
