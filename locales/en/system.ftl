# The sheet of one system: what is on record about it, and how the rows about a system read.

sheet-title = AI system sheet: { $system }
sheet-purpose = This sheet holds what the organisation has written down about one AI system, the class and the duties that follow from it, and what is missing.

title-sheet-identity = Identity
title-sheet-purpose = Purpose and use
title-sheet-people = People
title-sheet-questions = Questions in plain words
sheet-questions = Anyone who knows the system can answer these questions. An answer opens further questions; none is a legal conclusion.

title-sheet-classification = Classification
title-sheet-duties = Duties
sheet-duties-open = Which duties fall on the organisation for this system is open, because { $n ->
    [one] 1 question is
   *[other] { $n } questions are
} not answered. That no duty stands here does not mean that none arises.
sheet-duties-none = From what the inventory says, no duty of the Act falls on the organisation for this system, besides those that it owes for all its systems.

title-sheet-technology = Technology
title-sheet-models = Models
title-sheet-connections = Tools and connections
title-sheet-data = Data
sheet-no-dataset = No data set that the organisation supplies is on record for this system.

title-sheet-oversight = Oversight and policy
head-what-they-may-do = What they may do
sheet-no-assignment = No oversight assignment is on record for this system.
head-review-workflow = Review workflow
head-who-may-approve = Who may approve
head-approvals = Approvals
head-bound-to-the-last-change = Bound to the last change
head-enforced = Enforced
head-users-can-override-it = Users can override it
head-in-force-since = In force since

title-sheet-records = Records and incidents
sheet-no-log = No log of this system is on record.
sheet-open = open
sheet-no-incident = No incident with this system is on record.

title-sheet-statements = Notices, assessments and registrations
head-audience = Audience
head-placement = Placement
head-given-or-why-not = Given, or why not
sheet-given = given
sheet-no-day = no day on record
sheet-no-notice = No notice is on record for this system.
head-assessment = Assessment
head-author = Author
head-conclusion = Conclusion
sheet-no-assessment = No assessment is on record for this system.

title-sheet-evidence = Evidence
head-captured-on = Captured on
sheet-no-evidence = The record of this system names no evidence.

title-sheet-gaps = Gaps
sheet-no-gap = No gap is on record for this system.

row-record = Record
row-description = Description
row-owner = Owner
row-our-roles-under-the-act = Our roles under the Act
row-vendor = Vendor
row-plan = Plan in use
row-status = Status
row-version = Version
row-earlier-versions = Earlier versions
row-trade-name = Trade name
row-reference = Reference
row-placed-on-the-market-on = Placed on the market on
row-in-service-since = In service since
row-retired-on = Retired on
row-available-in = Available in
row-next-review-by = Next review by
row-reviewed-again-after = Reviewed again after
row-intended-purpose = Intended purpose
row-purpose-in-provider-words = Intended purpose, in the provider's words
row-our-use = Our use
row-operated-by = Operated by
row-has-an-effect-on = Has an effect on
row-what-it-puts-out = What it puts out
row-how-far-it-acts-by-itself = How far it acts by itself
row-data-sets-that-we-supply = Data sets that we supply
row-managed-policy = Managed policy
row-source-of-these-words = Source of these words
row-uses-that-are-forbidden = Uses that are forbidden
row-misuse-that-can-be-foreseen = Misuse that can be foreseen
row-known-limits = Known limits
row-questions-in-plain-words = Questions in plain words
row-uses = Used for, in plain words
row-deployment = Deployment
row-form = Form
row-region = Region
row-hardware = Hardware
row-changes-determined-in-advance = Changes determined in advance
row-changes-over-its-life = Changes over its life
row-instructions-for-use = Instructions for use
row-maintenance = Maintenance
row-expected-lifetime = Expected lifetime
row-updates = Updates
row-conformity-assessment = Conformity assessment
row-instructions-for-use-version = Instructions for use, version
row-received-on = Received on
row-departures = Where our use departs from them
row-certificate = Certificate
row-certificate-type = Certificate, type
row-certificate-number = Certificate, number
row-certificate-last-day = Certificate, last day
row-notified-body = Notified body
row-declaration-of-conformity = Declaration of conformity
row-standards-applied = Standards applied
row-built-or-changed = Built, renamed or changed by us
row-risk-management-file = Risk management file
row-quality-management-system = Quality management system
row-post-market-monitoring-plan = Post-market monitoring plan
row-deals-with-public = Deals directly with people outside
row-makes-media = Makes or changes images, audio or video
row-publishes-text = Its text is published to inform the public
row-decides-about-persons = Makes or influences decisions about persons
row-evaluates-workers = Evaluates workers or allocates their tasks
row-biometrics-or-emotions = Uses biometric data or infers emotions
row-safety = Its failure can endanger health, safety or property
row-processes-personal-data = Processes personal data

operators-unnamed = a group without a name
operators-contractors = contractors included
operators-no-contractors = no contractors
