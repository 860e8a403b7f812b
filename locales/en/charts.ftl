# Pictures: their titles and labels, the heads of their tables, and what they say to whoever does not see them.

chart-number = { $n } { $label }

chart-systems = AI systems by class and our role
chart-systems-says = Bars count { $systems } by class: { $classes }. By our role: { $roles }.
chart-class-open = open: a question could still change the class
chart-no-role = no role on record
chart-other-roles = other roles
chart-roles-and = { $others } and { $last }

chart-duties = What applies when
chart-duties-says = A line of time with the days on which parts of the Act begin. On { $day }, marked as today, { $n ->
    [one] { $duties } of the organisation applies
   *[other] { $duties } of the organisation apply
}.{ $grace } Later: { $later }.
chart-duties-from = { $duties } from { $day }
chart-duties-in-grace = { $n } of them with time until { $day }.
chart-of-a-class = Rules that begin with the class of a system or model
head-what-begins = What begins
head-our-duties = Our duties
chart-applies = applies
chart-applies-until = applies, with time until { $day }
chart-not-yet = not yet
chart-not-yet-settled = not yet; the start of { $n } is not settled
n-duties = { $n ->
    [0] no duty
    [one] 1 duty
   *[other] { $n } duties
}

chart-gaps = Gaps by owner and level
chart-gaps-says = Bars count { $gaps } by owner and level: { $levels }. The longest bar is that of { $owner }, with { $most }.
chart-must-now = must now
chart-must-by = must by a later day
chart-should = should
chart-info = worth knowing
chart-accepted = accepted
chart-no-owner = no owner on record
chart-other-owners = other owners

chart-coverage = Review coverage over the periods
chart-coverage-says = Bars show the share of changes that a person other than the author reviewed, for { $systems }.{ $each }
chart-coverage-of = Of { $changes }: { $periods }.
chart-coverage-period = { $period }, { $share }
chart-all-merged = all merged changes
chart-declared-merged = merged changes that declare AI involvement

chart-costs = Costs over the periods
chart-costs-says = Bars show what use cost in each period, rounded to whole units, for { $systems }: { $periods }.
chart-costs-unit = Whole { $currency }, rounded

chart-parts = What the systems are made of, and who stands behind it
chart-parts-says = A graph leads from systems to models, data sets and vendors; { $parts }. Lines lead from { $lines }.
chart-no-parts = There is no picture of the parts: { $n } are more than one picture can show. The tables name them all.
layer-systems = AI systems
layer-models = Models
layer-datasets = Data sets
layer-vendors = Vendors
