# The summary of a build: the first page that a reader opens.

index-title = Summary
index-purpose = This page sums up the documents of one build: which AI systems there are, which duties apply today, which come next, and what is missing.

title-index-short = In short
index-holds = On the as-of date the inventory holds: { $holds }.
index-practices = Facts on record describe a practice that the Act prohibits.
index-practices-first = Have this looked at first:
head-practice = Practice
head-prohibited = Prohibited
index-practice = Article { $key }: { $says }
index-practice-since = since { $day }
index-practice-from = from { $day }

title-index-systems = AI systems

title-index-now = Owed now
index-now-none-answered = Of what the inventory answers, nothing makes a duty of the Act apply on the as-of date; what is open stands below.
index-now-none = From what the inventory says, no duty of the Act applies on the as-of date.
index-not-settled = Not settled.
index-not-settled-means = Whether the following is owed hangs on answers that nobody has given:
head-what-is-open = What is open
head-where-the-answer-is-written = Where the answer is written
index-open-role = Our role, on which every duty hangs
index-open-class = { $n ->
    [0] The class, { $range }; no question
    [one] The class, { $range }; 1 question
   *[other] The class, { $range }; { $n } questions
}
index-open-on-sheet = listed on its sheet
index-open-duty = The duty of { $duty }
index-open-change = Whether there is { $change }

title-index-next = What comes next
index-counted-open = A duty is counted once for each system or model for which it is owed. Where the count is "none", no duty that is known to be owed begins on that day; what is open stands above.
index-counted = A duty is counted once for each system or model for which it is owed. Where the count is "none", no duty that is known to be owed begins on that day.
index-next-none-answered = Of what the inventory answers, nothing makes a further duty begin on a later day; what is open stands above.
index-next-none = From what the inventory says, no further duty begins on a later day.

index-prohibitions = From { $day } on, more practices are prohibited for everybody ({ $cite }): { $practices }.
index-prohibitions-no-system = No AI system is on record that could come under one of them.
index-prohibitions-met = Facts on record describe one of them for: { $systems }.
index-prohibitions-open = Whether one of them is met is open for: { $systems }; the classification record holds the questions.
index-prohibitions-not-met = By the answers on record, no system here meets one of them; the classification record holds these answers, system by system.

title-index-missing = What is missing
index-gaps-counted = A gap that concerns several systems is counted once here and once with each of them in the table of systems. The gap register names each of them, with what closes it.

title-index-ceilings = Ceilings for fines
index-ceilings = This section is information. It names the most that the Act allows for the groups of duties that this organisation owes. A ceiling is not an expected amount: authorities weigh the circumstances of each case ({ $weighing }). Nothing here says that a duty is breached.
index-ceilings-counted = This table counts a duty once, for however many systems it is owed. Section 4 counts it once for each of them, and counts the duties under national rules as well.
head-for-breaches-of = For breaches of
head-duties-of-the-organisation = Duties of the organisation
head-ceiling = Ceiling
head-which-of-the-two-counts = Which of the two counts
head-in-euro = In euro
head-rules-on-penalties-apply-from = Rules on penalties apply from
ceiling-worldwide-turnover = Worldwide annual turnover
ceiling-turnover = { $amount }; financial year { $year }
ceiling-no-turnover = not on record (field turnover)
ceiling-note-union = Bodies of the Union have ceilings of their own ({ $union }).
ceiling-note-share = The share of turnover counts for undertakings alone.
ceiling-note-ai-office = Not in the table: { $infringement } ({ $cite }), { $most }.
ceiling-note-public = Whether and how far public authorities are fined is for each Member State to decide ({ $public }).
ceiling-note-open = Whether the organisation is a public authority or a body of the Union is open, and other rules would apply then ({ $public }, { $union }); `sector_flags` of the organisation settles it.
ceiling-euro-or-share = { $euro } or { $percent }% of turnover
ceiling-whenever-asked = whenever an authority asks for information
ceiling-in-force = { $n ->
    [0] none in force
   *[other] { $n } in force
}
ceiling-later = { $now }; { $n } later, from { $day } on
ceiling-lower = the lower, for a { $size } ({ $cite })
ceiling-higher = the higher, for a { $size }
ceiling-higher-for-all = the higher, for every size
ceiling-lower-open = open: the lower for a { $sizes }, else the higher; field size_class settles it
ceiling-amount-open = open: field turnover
ceiling-amount-both = { $higher } as the higher, { $lower } as the lower
ceiling-fixed = a fixed amount
ceiling-no-day = no day
ceiling-national-from = { $duty }, from { $day } on
index-ceilings-none-answered = Of what the inventory answers, nothing makes a duty owed for which the Act sets a ceiling; what is open stands above.
index-ceilings-none = From what the inventory says, the organisation owes no duty for which the Act sets a ceiling.
index-ceilings-national = For these duties the Act sets no ceiling. National rules on penalties decide ({ $basis }):

title-index-documents = Documents of this build
head-document = Document
head-language = Language
index-draft = draft
index-signed = signed off
index-not-made = not made in this build
index-narrowed = This build was narrowed down.
index-narrowed-rest = Those of other systems are named below and not linked. All other documents speak of every system.
index-narrowed-systems = Sheets and notices to workers are made for these systems alone: { $systems }.
index-narrowed-owners = Sheets and notices to workers are made for systems with these owners alone: { $owners }.
index-narrowed-both = Sheets and notices to workers are made for these systems alone: { $systems }; and of them, for those with these owners: { $owners }.
index-report = All documents are also on one page, `report.html`, with search and filters by system, class and owner. It opens from the file and needs no network.
index-workbook = The gap register is also there to work in, as `gaps.xlsx`, with filters and empty columns for status, person and note.
index-bom = The AI-BOM is also there for machines, as `ai-bom.cdx.json`.
index-files = The gap register is also there for machines, as `gaps.json` and `gaps.csv`. The file `VERIFY.txt` says how to check that nothing was changed since the build.
index-inside = What lies inside the PDFs.
index-inside-means = Each PDF carries the inventory files that it repeats, whole and with their remarks, and its part of `provenance.json`; the AI-BOM carries `ai-bom.cdx.json` too. For copies that leave the organisation, `actfile build --no-attachments` makes PDFs without them.
