# The literacy record: which measures support AI literacy, for whom, about which systems, and what that shows.

literacy-title = AI literacy record
literacy-purpose = This record shows the measures by which the organisation supports the AI literacy of the people who operate its AI systems: what was done, on which day, for whom and about which systems. It holds counts of whole groups; it holds no scores and names no person.

title-literacy-programme = Duty and programme
literacy-owed = The organisation is to { $duty } ({ $cites }). Standing: { $standing }. In the inventory: { $showing }.
literacy-not-owed = The inventory holds no system that the organisation provides or uses, so no duty to support literacy arises from it.
literacy-no-programme = No literacy record is in the inventory, so no measure is known.
row-programme-owner = Owner of the programme
row-contractors-take-part = Contractors take part
row-measures-on-record = Measures on record
n-measures-taken = { $n ->
    [0] none taken
    [one] 1 taken
   *[other] { $n } taken
}
n-measures-ahead = { $n ->
    [0] none planned
    [one] 1 planned for a later day
   *[other] { $n } planned for a later day
}
n-measures-undated = { $n ->
    [0] none without a day
    [one] 1 without a day
   *[other] { $n } without a day
}

title-literacy-scope = Systems and people reached
literacy-scope = For each system and each group of people stands the day of the latest measure that was taken. A measure covers a system when it names the system, or when it is for all staff and names none. Measures without a day and measures that lie ahead are not counted here.
literacy-contractors = Contractors take part in the measures for others, so their column has only the measures that were made for them alone.
literacy-left-out = Systems that nobody uses or supplies any more, or may use, are left out: { $systems }.
literacy-no-system = The inventory holds no AI system.
literacy-uncovered = No measure with a day covers these systems: { $systems }.
segment-unstated = Group not stated

title-literacy-measures = Measures
literacy-no-measure = No measure is on record.
head-attended-of-invited = Attended, out of those invited
head-for-whom = For whom
literacy-undated = { $n ->
    [0] Every measure has a day.
    [one] 1 measure has no day. It is listed, and it shows nothing.
   *[other] { $n } measures have no day. They are listed, and they show nothing.
}
literacy-label-details = What each measure was made of
measure-undated = undated, so it shows nothing
measure-ahead = planned for { $day }, not taken yet
measure-unnamed = a measure without a title
measure-about-all = all systems: it is for all staff and names none
measure-made = Kind: { $kind }; version of the content: { $version }
measure-material = Material: { $says }
measure-considered = Took into account: { $says }
measure-considered-in-part = Took into account: { $says }. Not named: { $others }
measure-delivered = Given by: { $says }

title-literacy-overseers = Overseers
literacy-overseers = People who oversee a high-risk system need competence and training for that very system ({ $cites }). General awareness does not show it, so they stand here apart. For systems of other classes such training is good practice.
literacy-no-overseers = No oversight assignment is on record, so nobody is named whose training could be shown.
head-training-of-overseers = Training named for its overseers

title-literacy-refresh = Renewal and known gaps
head-renewed-after = Renewed after
literacy-no-refresh = Renewal belongs to a literacy record, and none is in the inventory.
literacy-known-gaps = Gaps that the organisation names itself:

title-literacy-limits = What this record shows, and what it does not
literacy-limits-duty = The duty is about measures. It does not ask that any individual reaches a level of knowledge, and this record measures none: there are no scores, no results of tests and no names in it, and the inventory has no field for them.
literacy-limits-form = No certificate, no test and no officer for AI is asked for, and no form is prescribed; so says guidance of the Commission, which does not bind. Whether the measures are enough for these people and these systems is for a person to judge.
literacy-limits-attendance = Attendance says how many of a group came. It does not say what they understood, and it does not say that those who did not come lack anything.
literacy-limits-weak = Some things show little by themselves: a measure without a day, a rule on the intranet, a clause in a contract, a product training of a vendor, a talk of which no material was kept.

title-literacy-approval = Approval
literacy-signed-one-by-one = The literacy records behind this document are signed off one by one.
