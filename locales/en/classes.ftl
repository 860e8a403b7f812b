# Classes in words, with what they rest on; what a duty is owed for; what an open question can change.

class-none = not classified
class-open = open: { $range }
class-between = between { $min } and { $max }
class-left-alone = { $class }; left alone by a transitional rule until its design changes significantly
class-of-sector-law = { $class }; { $why }
class-still-open = open

class-prohibited = Prohibited practice
class-high-risk = High-risk because of
class-product-law = product law
class-sector-law = sector law
class-lifted = Met in principle, lifted by an exception
class-lifted-by = { $place }: { $says } ({ $cites }, { $basis })
class-not-high-risk = Not high-risk because of
class-condition = condition ({ $key }): { $says }
class-role-changes = Our role changes because of
class-transparency = Transparency duties
class-transparency-open = Transparency duties not settled
class-transparency-not-owed = Transparency duties weighed and not owed
class-duty-status = { $duty }, { $status }
class-not-met = Weighed and not met

class-duties-of-chapter = Duties of Chapter III
class-duties-of-chapter-means = { $why }; requirements come through the product's own law
class-governs-instead = What governs instead
head-rules-apply-from = Rules apply from
class-begins-by-sector-law = set by the product's own law
class-begins-never = no day of its own
class-of-others = { $class }; duties of others, none of them ours
class-today-of-others = duties of others; nothing beyond the duties for all systems is ours
class-today-sector-law = nothing of Chapter III; the product's own law governs
class-today-applies = applies
class-today-not-yet = not yet; the records prepare for it
class-today-nothing = nothing beyond the duties for all systems
class-transition = Transition
class-transition-left-alone = on the market before the rules apply; left alone until its design changes significantly
class-transition-until = time until { $day }
class-questions-open = Questions still open

subject-organisation = the organisation

question-with-others = with further answers it can be { $class }
question-no-change = this answer alone leaves the class as it is
question-later = { $says }, by a point that applies from { $day }
question-role-stays = our role stays as it is
question-duty-comes = the duty of { $duty } comes up, unless an exception ends it
question-duty-does-not-come = the duty of { $duty } does not come up
question-exception-holds = an exception to the duty of { $duty } holds
question-exception-does-not-hold = this exception does not hold
question-either = { $one } or { $other }
question-by-answer = { $tripwire } if the answer is no, else { $else }
