# How values read: answers, days, lengths of time, counts, what is missing and in which way, levels, places in the law.

yes = yes
no = no
none = none
# Stands between items of a list that have commas of their own.
between-long-items = { "; " }
missing = missing: { $field }
# The same for readers who have nothing to do with the fields of the inventory.
missing-untold = missing: the inventory does not say
# Stands before the name of a field, which is not broken at the end of a line.
missing-before = missing:
not-on-record = not on record
# What a fact of the law says where the plain field says nothing; with the field of the fact.
by-fact = { $says } ({ $field })
by-fact-persons = persons deal with it directly: { $says }
by-fact-content = of text, images, audio and video: { $says }
by-fact-published = its text is published on matters of public interest: { $says }
not-applicable = not applicable: { $reason }
unknown = unknown
unknown-asked = unknown (asked { $who })
unknown-asked-day = unknown (asked on { $day })
unknown-asked-who-day = unknown (asked { $who } on { $day })

day = { $day } { $month } { $year }
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
n-years = { $n ->
    [one] 1 year
   *[other] { $n } years
}
n-months = { $n ->
    [one] 1 month
   *[other] { $n } months
}
n-days = { $n ->
    [one] 1 day
   *[other] { $n } days
}
days-from-to = { $start } to { $end }
days-from = from { $start } ({ $missing })
days-until = until { $end } ({ $missing })
no-systems-named = Summaries that name no system

share = { $n } of { $all } ({ $percent })
share-of-none = 0 of 0
share-too-large = { $n } of { $all } (more than there are: check the counts)
share-of-unknown = { $n }; population { $why }
count-missing = unknown ({ $missing })
percent = { $whole }.{ $tenth }%
percent-over = over 99.9%
percent-under = under 0.1%

level-must-now = must now
level-must-by = must by { $day }
level-should = should
level-info = info
gap-asked = The answer is unknown; asked: { $who }.
gap-asked-on = The answer is unknown; asked: { $who }, on { $day }.
gap-asked-nobody = nobody named
gap-day-unsettled = From which day it is owed is not settled.
gap-accepted = Accepted until { $day } by { $who }: { $reason }.
gap-accepted-owed = Accepted internally until { $day } by { $who }: { $reason }. The duty is owed all the same.
gap-accepted-owed-from = Accepted until { $day } by { $who }: { $reason }. From { $begins } the duty is owed all the same.

cite-article = Art. { $number }{ $place }
cite-articles = Art. { $first } to { $last }
cite-omnibus = OMN Art. { $number }{ $place }
cite-annex-i = Annex I { $section } point { $point }
cite-annex-i-section = Annex I { $section }
cite-annex-iii = Annex III { $point }
cite-annex = Annex { $number } { $place }
cite-annex-whole = Annex { $number }
cite-recital = rec. { $number }
cite-omnibus-recital = OMN rec. { $number }
cite-guideline = { $name } { $place }
cite-gdpr = GDPR
cite-point = point
cite-points = points
cite-section = section
cite-second-subparagraph = second subpara
cite-last-subparagraph = last subpara
