# The gap register: what is missing, how pressing it is, and what is accepted for a time.

register-title = Gap register
register-purpose = This register names what is missing of what the Act, guidance or good practice asks for, how pressing it is, where it is asked for, and what closes it. A gap is a statement about records, not about practice.

title-register-summary = Summary
register-has = On the as-of date the inventory has { $gaps }.
register-has-accepted = On the as-of date the inventory has { $gaps }; waivers accept { $n } of them.
level-accepted-owed = { $n }, owed all the same and counted as open
register-owner = The owner is the role that owns the system or the record; of what concerns the whole organisation, the role that answers for AI in it.
register-no-owner = No gap has an owner on record, so the tables below have no column for owners.
register-closes = A gap closes when the field is filled with a value, or with `not_applicable` and a reason. A field that says `unknown` stays a gap, because somebody is still working on it.

level-title-must-now = Must now
level-means-must-now = The law applies today to this system in this role.
level-title-must-by = Must by a later day
level-means-must-by = The law applies from the day that stands beside each gap. Until then, the records prepare for it.
level-title-should = Should
level-means-should = Guidance, a standard or other law asks for it, or a later step needs it.
level-title-info = Worth knowing
level-means-info = Nothing more is asked for today, or somebody is already looking for the answer.
head-by = By
no-owner = no owner on record
register-none = No gap of this level is on record.

title-register-waivers = Waivers
register-waivers = A waiver accepts a gap for a time. An accepted gap stays in the sections above, with the role that accepted it, the reason and the last day. It never counts as shown, and class and duties stay what they are. A duty of the law that is in force cannot be waived: its gap is accepted internally at most, and counts as open.
head-waiver = Waiver
head-where = Where
head-expires-on = Expires on
head-state = State
no-waiver = No waiver is on record.
waiver-in-effect = in effect
waiver-in-effect-owed = in effect; a duty in force is owed all the same
waiver-expired = expired
waiver-not-yet = not yet approved
waiver-matches-nothing = matches nothing
waiver-incomplete = incomplete (missing: { $fields })
waiver-everywhere = wherever it stands
waiver-in-record = { $systems }; record { $record }
waiver-reason = Reason: { $says }
waiver-meanwhile = In the meantime: { $says }
waiver-shown-by = Shown by: { $says }
