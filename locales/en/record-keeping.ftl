# The record-keeping record: which logs are kept and for how long, where counts come from, which months they cover.

records-title = Record-keeping record
records-purpose = This record shows which logs of the AI systems are kept, by whom and for how long, where the counts of the audit summaries come from, and which months they cover. It names roles and no person.

title-records-logs = Logs
records-period = From the latest audit summary, which covers { $period }.
records-label-verdicts = What becomes of the declared periods
head-protection-against-change = Protection against change
head-basis-of-the-period = Basis of the period
head-deletion-verified-on = Deletion verified on
records-no-log = The audit summary names no log.
records-no-audit = No audit summary is on record, so nothing says which logs are kept.
records-unlogged = No audit summary covers these systems, so nothing says which logs they keep: { $systems }.
verdict-asked = { $system } ({ $cites }, from { $day })
verdict-reaches = Long enough: the declared minimum is six months or more, as asked for { $asked }.
verdict-borderline = To be looked at: the declared minimum is six months in some parts of the year only. Six months are asked for { $asked }.
verdict-too-short = Too short: the declared minimum is less than the six months asked for { $asked }.
verdict-unstated = Missing: no minimum is stated. Six months are asked for { $asked }.
verdict-vendor = The vendor alone holds this log. The law asks for logs under the control of the organisation, so it has to be settled who controls it.
verdict-open = Open: six months may be asked for { $systems }, whose class or role is not settled. Declared: { $period }.
verdict-no-minimum = The law sets no minimum for the logs of these systems. Declared: { $period }.
verdict-no-maximum = No maximum is stated, and personal data is in the log.
verdict-measured-shorter = Measured: { $days } days, which is shorter than the declared minimum.
verdict-measured-agrees = Measured: { $days } days, which is not shorter than the declared minimum.
verdict-measured-undeclared = Measured: { $days } days; no minimum is declared.

title-records-measured = Periods that were measured
records-measured = What a source shows about how long something is kept, whatever is declared. It is held against the declared period of a log in the section before only where it is about that very log.
records-no-measured = No audit summary holds a measured period. The periods in this record are declared, and nothing here shows for how long the logs are in fact kept.
head-what-is-kept = What is kept
head-days = Days
head-default-of-the-product = Default of the product

title-records-vendors = Logs that vendors keep
records-no-vendor = No vendor record says how long the vendor keeps logs.
head-its-standard-terms-keep-them-for = Its standard terms keep them for
head-zero-retention-agreed-with-us = Zero retention agreed with us
head-can-be-exported = Can be exported
head-by-which-means = By which means

title-records-sources = Sources of the counts
head-source-of-the-counts = Source of the counts
head-extracted-on = Extracted on
head-query = Query
records-no-source = No audit summary names a source of its counts.
records-files = From each file that was read, so that the counts can be made again:
records-no-file = No source names the file that was read with its hash, so the counts cannot be made again from this record alone.
records-cross-checks = Where several sources count the same thing, the number of the source nearest to the events is kept, and no number is added to another. What the other sources say, which may count in another way:
head-thing-counted = What is counted
head-number-kept = Number kept
head-number-kept-from = From
head-other-number = Other number
head-other-number-from = From
source-of = { $source } ({ $systems }; { $period })
source-file = File: { $file }; SHA-256: { $hash }
source-records = Records read: { $read }; counted: { $used }
source-left-out = Left out: { $says }
source-duplicates = read before: { $n }
source-outside = outside the period: { $n }
source-unrelated = about something else: { $n }
source-unknown = of an unknown kind: { $n }
source-complete = Covers the whole period and was read to its end: { $says }
source-missing-days = Days of which the source holds nothing, which look the same as days without use: { $days }

title-records-spots = What the sources cannot show
records-no-spot = No audit summary says what its sources cannot show. That does not mean that they show everything.
spots-of = { $systems } ({ $period })

title-records-continuity = Continuity
records-calendar = How much of each month the audit summaries cover, from the first month of any summary to the as-of date. Only days on which the system was in use count, where its record says since when and until when that was.
records-calendar-words = "whole": every such day is covered. "part": some are. "none": none is. "runs": the month is not over and nothing covers it yet. "–": the month has no such day.
records-no-calendar = No audit summary has a first and a last day, so no month is known to be covered.
records-calendar-means = A month without a summary says nothing about what happened in it.
head-year = Year
calendar-whole = whole
calendar-part = part
calendar-nothing = none
calendar-running = runs
calendar-outside = –
records-label-follows = Whether the periods follow on each other
period-first = first period on record
period-unknown = unknown, because a day is missing
period-follows = follows on the period before
period-same = covers the same days as the summary before
period-gap = not covered: { $start } to { $end }
period-overlaps = overlaps the period before, which ends on { $day }
head-against-the-one-before = Against the one before

title-records-documents = Documents
records-documents = The provider of a high-risk system keeps its documents for { $years } years after it was placed on the market ({ $cites }).
records-no-document = The organisation provides no system that is certainly high-risk, so nothing is on this list.
head-kept-at-least-until = Kept at least until

title-records-incidents = Incidents
records-incidents = { $n ->
    [0] No incident is on record. Where incidents would stand:
    [one] 1 incident is on record. What happened, and by when a serious one is to be reported, stands in:
   *[other] { $n } incidents are on record. What happened, and by when serious ones are to be reported, stands in:
}

title-records-limits = What this record shows, and what it does not
records-limits-declared = A declared period says what is meant to be. Whether the logs are there, complete and unaltered, can only be seen where they lie.
records-limits-tamper = The Act does not ask that logs are protected against change by technical means. Where it is done, it makes them stronger evidence.
records-limits-both = A minimum and a maximum are both needed where personal data is in a log: the one is asked for by the rules on high-risk systems, the other by data protection.

title-records-approval = Approval
records-signed-one-by-one = The audit summaries behind this record are signed off one by one.
