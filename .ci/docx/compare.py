"""Says what of our documents is missing where LibreOffice has turned the DOCX files into PDF.

Three questions for each document: does every line of our PDF stand in theirs; do all paragraphs and cells of the DOCX
stand in theirs, in their order; does another reader find headings, and tables with heads.
Blanks are left out, for lines and long words are broken elsewhere.
"""

import csv
import pathlib
import re
import subprocess
import sys

import docx
from docx.oxml.ns import qn

TOP, BOTTOM = 70, 764  # Points; header and footer stand outside.


def text_of(pdf):
    """Returns the text between header and footer, in the order in which it was written."""
    crop = ["-x", "0", "-y", str(TOP), "-W", "596", "-H", str(BOTTOM - TOP)]
    return subprocess.run(["pdftotext", "-raw", *crop, pdf, "-"], check=True, capture_output=True, text=True).stdout


def letters(text):
    return re.sub(r"[\s\u200b\u00ad\f]+", "", text)


def units(document):
    """Returns the text of each paragraph, cells included, in order."""
    for paragraph in document.element.body.iter(qn("w:p")):
        yield letters("".join(t.text or "" for t in paragraph.iter(qn("w:t"))))


def pictured(charts):
    """Returns the words that our PDF draws as a part of pictures; a table beside each says the same."""
    texts = (path.read_text(encoding="utf-8") for path in charts.glob("*.svg"))
    drawn = (it for text in texts for it in re.findall(r"<text[^>]*>([^<]*)", text))
    # The narrow blank between thousands parts no words, and is not always read back.
    return {letters(word) for it in drawn for word in it.split(" ")}


def judge(made, path, drawn):
    ours = text_of(made / "made" / f"{path}.pdf")
    theirs = letters(text_of(made / "theirs" / (path.replace("/", ",") + ".pdf")))
    document = docx.Document(str(made / "made" / f"{path}.docx"))
    problems = []
    for line in ours.splitlines():
        # Only our contents have page numbers yet.
        wanted = [letters(line), letters(re.sub(r"\s+\d+$", "", line))]
        # A file calls another document by the one of its own kind.
        wanted.append(wanted[0].replace(".pdf", ".docx"))
        is_there = any(it in theirs for it in wanted) or line.strip().isdigit()
        if not is_there and not {letters(word) for word in line.split(" ")} <= drawn:
            problems.append(f"missing line: {line}")
    place = 0
    for unit in units(document):
        found = theirs.find(unit, place)
        if found < 0:
            problems.append(f"missing or out of order, with whatever follows: {unit[:80]}")
            break
        place = found + len(unit)
    headings = [it for it in document.paragraphs if it.style.name.lower().startswith("heading")]
    heads = [it.rows[0]._tr.find(qn("w:trPr")).find(qn("w:tblHeader")) for it in document.tables if it.rows]
    if not headings or any(it is None for it in heads):
        problems.append("no headings, or a table without a head")
    n_rows = sum(len(table.rows) for table in document.tables)
    return problems, (len(headings), len(document.tables), n_rows)


# The heads of the workbook, which are words, for the names of columns in the CSV file.
HEADS = {
    "id": "Id",
    "code": "Gap",
    "level": "Level",
    "by": "By",
    "document": "Document",
    "systems": "Systems",
    "record": "Record",
    "kind": "Kind of record",
    "field": "Field",
    "says": "What is missing",
    "legal_basis": "Legal basis",
    "ground": "Rests on",
    "closes": "What closes it",
    "owner": "Owner",
    "at": "Place",
    "accepted_until": "Accepted until",
    "accepted_by": "Accepted by",
    "accepted_reason": "Reason",
    "waiver": "Waiver",
}


def rows(csv_file, heads=None):
    """Returns the rows of a CSV file as values by name, blanks evened out; `heads` says how a name is spelled there."""
    with open(csv_file, encoding="utf-8", newline="") as file:
        read = [{name: " ".join(value.split()) for name, value in row.items()} for row in csv.DictReader(file)]
    return [{name: row[head] for name, head in heads.items()} if heads else row for row in read]


def judge_workbook(made):
    """Returns how many rows there are, if LibreOffice reads in the workbook what stands in the CSV file."""
    ours = rows(made / "made" / "gaps.csv")
    # The CSV file marks what a spreadsheet would take for a formula; a cell of a workbook cannot be taken for one.
    ours = [{name: value.removeprefix("'") for name, value in row.items()} for row in ours]
    theirs = rows(made / "theirs" / "gaps.csv", {name: HEADS[name] for name in ours[0]} if ours else None)
    return len(ours) if ours and ours == theirs else None


def main():
    made = pathlib.Path(sys.argv[1])
    paths = sorted(str(it.relative_to(made / "made"))[: -len(".docx")] for it in (made / "made").rglob("*.docx"))
    drawn = pictured(made / "made" / "charts")
    counts, is_whole = [0, 0, 0], True
    for path in paths:
        problems, found = judge(made, path, drawn)
        counts = [one + other for one, other in zip(counts, found)]
        for problem in problems:
            print(f"{path}.docx: {problem}", file=sys.stderr)
            is_whole = False
    headings, tables, rows = counts
    print(f"{len(paths)} DOCX files with {headings} headings, {tables} tables and {rows} rows; nothing is lost: {is_whole}")
    n_gaps = judge_workbook(made)
    print(f"gaps.xlsx: {n_gaps} gaps with the values of gaps.csv" if n_gaps else "gaps.xlsx differs from gaps.csv")
    sys.exit(not is_whole or not n_gaps)


main()
