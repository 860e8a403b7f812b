# The human-oversight record: who watches over the systems, how their work is reviewed, and which incidents there were.

oversight-title = Human-oversight record
oversight-purpose = This record shows which roles watch over the AI systems, what they are able and entitled to do, how changes made with these systems are reviewed, and which incidents are on record. It holds counts of whole groups and names no person.

title-oversight-status = Status
oversight-status = For each system, this is why it is overseen:
overseen-unclassified = Unknown: the system is not classified.
overseen-open = { $n ->
    [0] Open: the class lies { $range }, with no question still to be answered. Until then a legal duty to oversee the system is possible.
    [one] Open: the class lies { $range }, with 1 question still to be answered. Until then a legal duty to oversee the system is possible.
   *[other] Open: the class lies { $range }, with { $n } questions still to be answered. Until then a legal duty to oversee the system is possible.
}
overseen-prohibited = The record describes a prohibited practice. Oversight does not make it lawful.
overseen-sector-law = Voluntary under the Act. Class of the system: { $class }. Oversight is a matter of { $law }.
overseen-voluntary = Voluntary. Class of the system: { $class }. The Act asks for no oversight of the operation of such a system.
overseen-left-alone = Voluntary for now: the system is high-risk and was on the market before the rules apply, so they leave it alone until its design changes significantly.
overseen-role-unknown = Legal duty of the provider and of the deployer of a high-risk system; which of them the organisation is, the record of the system does not say. { $since }
overseen-owed = Legal duty: { $duties }. { $since }
overseen-duty = as { $role }, the organisation is to { $duty } ({ $cites })
overseen-day-unknown = The day from which it applies is unknown.
overseen-since = It is owed since { $day }.
overseen-from = It applies from { $day }; this record prepares for it.

title-oversight-roles = Roles, competence, authority and support
oversight-no-assignment = No oversight assignment is on record, so nobody is named who watches over a system.
oversight-unassigned = No oversight assignment covers these systems: { $systems }.
head-deputy = Deputy
head-since = Since
head-what-the-roles-may-do-without-asking = What the roles may do without asking
oversight-label-able = What makes the roles able to do it
able-basis = Basis of competence: { $says }
able-training = Training for these systems: { $training }; day of the training: { $day }
able-time = Time set aside: { $says }
able-contact = Whom they can call: { $says }
able-tools = Tools: { $says }

title-oversight-measures = Measures
oversight-aims = The law names five abilities that oversight of a high-risk system must give to people. Their letters order the measures of every system here, whatever its class.
oversight-no-measures = Measures belong to an oversight assignment, and none is on record.
aim-understand = (a) To understand what the system can and cannot do, and to notice when it goes wrong
aim-automation-bias = (b) To stay aware of automation bias, the habit of trusting what a machine says
aim-interpret = (c) To interpret what the system puts out
aim-override = (d) To disregard, override or reverse what the system puts out, or not to use it
aim-stop = (e) To intervene or stop the system in a safe state
measure-none = Measures
measure-built-by = Built by: { $built }; shown by: { $evidence }
measure-state = State it is left in: { $says }
measure-time = Time it takes: { $says }
measure-tested = Last tested on: { $says }
measure-outcome = What the test showed: { $says }

title-oversight-two-person = Verification by two persons
oversight-two-person = Some systems that identify persons from a distance need two persons who separately verify a result before anyone acts on it.
head-two-persons-verify = Two persons verify
head-how-it-is-logged = How it is logged
oversight-no-two-person = No oversight assignment says anything about it.
two-person-left-out = left out on this ground: { $says }
two-person-not-asked = not asked

title-oversight-workflow = Review workflow and gates
head-gate = Gate
head-what-it-checks = What it checks
head-who-decides = Who decides
head-a-change-stops-here = A change stops here
oversight-no-gate = No gate is on record for this workflow.
oversight-accounts = Agents act under accounts of their own:
head-for-whom-it-acts = For whom it acts
head-may-approve = May approve
head-may-merge = May merge
oversight-no-workflow = No review workflow is on record.
row-systems = Systems
row-covers = Covers
row-who-may-approve = Who may approve
row-approvals-needed = Approvals needed
row-sensitive-paths = Paths that need more
row-approval-lapses = Approval lapses when the change is altered
row-override = How a reviewer can refuse or override
row-rollback = How a change is rolled back
row-time-for-it = Time for it
row-gates-enforced = What shows that the gates are enforced
path-unnamed = a path without a pattern
n-approvals = { $n ->
    [0] no approval
    [one] 1 approval
   *[other] { $n } approvals
}
per-cent = { $n }%
oversight-unreviewed = No review workflow covers these systems: { $systems }.

title-oversight-statistics = Statistics
oversight-statistics = Every number stands beside what it counts, out of what, and the period it covers. The law sets no threshold for any of these numbers. A striking one is a question for a person to look into and no verdict. All counts are of whole groups; the inventory does not take counts of single persons.
oversight-uncounted = The audit summaries do not count: { $measures }.
oversight-no-audit = No audit summary is on record, so there are no counts to show.
head-measure = Measure
head-what-is-counted = What is counted, out of what
measured-coverage = Review coverage
measured-coverage-means = merged changes that a person other than the author reviewed, out of all merged changes
measured-coverage-declared = Review coverage where AI involvement is declared
measured-coverage-declared-means = the same, out of the merged changes that declare AI involvement
measured-declared = Declared AI involvement
measured-declared-means = merged changes that declare AI involvement, out of all merged changes; undeclared use is not counted
measured-self-merged = Merged by the author alone
measured-self-merged-means = changes merged by their author without independent approval, out of all merged changes
measured-exceptions = Merged under an exception
measured-exceptions-means = changes merged under an approved exception, out of all merged changes
measured-stale = Altered after approval
measured-stale-means = changes merged although they were altered after the last approval, out of all merged changes
measured-changes-requested = Changes asked for
measured-changes-requested-means = reviews that asked for changes
measured-refused = Refused or taken back
measured-refused-means = changes closed without merging or reverted soon after, out of all changes merged or closed
measured-calls-refused = Tool calls refused
measured-calls-refused-means = tool calls that a user refused, out of those that a user decided
measured-calls-configured = Tool calls decided by configuration
measured-calls-configured-means = tool calls that nobody was shown, out of all that were decided
measured-bypass = Sessions without approvals
measured-bypass-means = sessions that entered a mode in which nothing is approved, out of all sessions
measured-first-review = Time to the first review
measured-first-review-means = median time from opening a change to its first review by a person
measured-review-time = Review time
measured-review-time-means = median review time for each 100 changed lines
measured-sessions = Sessions
measured-sessions-means = sessions of the systems
measured-users = Users
measured-users-means = people who used the systems, as a number
measured-calls = Tool calls
measured-calls-means = tool calls of the systems
measured-nothing-of-reviews = reviews of changes and decisions on tool calls
in-hours = { $n } hours
in-seconds = { $n } seconds
oversight-unsummarised = No audit summary covers these systems: { $systems }.

title-oversight-sampling = Sampling, exceptions and incidents
oversight-label-samples = Samples that are reviewed again
head-share-of-changes = Share of changes
head-how-they-are-chosen = How they are chosen
head-somebody-else-reviews = Somebody else reviews
oversight-no-plan = Samples are planned in a review workflow, and none is on record.
head-samples = Samples
head-findings = Findings
head-how-they-were-chosen = How they were chosen
oversight-no-sample = No audit summary says that samples were reviewed again.
oversight-label-exceptions = Exceptions
head-emergency-bypass = Emergency bypass
head-ends = Ends
head-logged = Logged
oversight-no-exception = Exceptions are part of a review workflow, and none is on record.
head-exception = Exception
head-until = Until
head-violation-of-policy = Violation of policy
head-count = Count
head-resolved = Resolved
oversight-label-incidents = Incidents
oversight-clocks = Serious incidents with a high-risk system are reported within a time that runs from the day on which somebody became aware:
head-aware-on = Aware on
head-to-be-reported-by = To be reported by
head-reported-on = Reported on
head-duty-applies-from = Duty applies from
oversight-no-incident = No incident is on record. That says nothing about incidents that nobody noticed or reported.
incident-cause = Root cause: { $says }
incident-corrected = Corrected: { $says }
incident-no-report = no report on record

title-oversight-escalation = Escalation and monitoring
head-who-monitors = Who monitors
head-how-often = How often
head-against-what = Against what
head-escalation = Escalation
oversight-no-monitoring = Monitoring and escalation belong to an oversight assignment, and none is on record.
n-steps = { $n ->
    [0] no step
    [one] 1 step
   *[other] { $n } steps
}
head-when = When
head-what-is-done = What is done
head-within = Within
head-what-monitoring-led-to = What monitoring led to

title-oversight-limits = What this record can and cannot show
oversight-limits-review = A review of code looks at a change before it is merged. It does not watch a system while it works, and it sees nothing of the people on whom the system then has an effect. For a high-risk system the law asks for oversight of its operation: people who follow it in use, understand its output, can disregard it and can stop it. A review workflow supports that oversight and is evidence for a part of it. It does not take its place.
oversight-limits-voluntary = For systems that are not high-risk, the Act asks for neither an oversight record nor code review. What stands here for them is good practice.
oversight-limits-record = A record shows what was written down. Whether people in fact do what it says needs to be looked at on site.

title-oversight-approval = Approval
oversight-signed-one-by-one = The oversight assignments, review workflows and audit summaries behind this record are signed off one by one.
