# The rollout record: how tools are brought to people, what shows it, and what keeps people from unapproved tools.

rollout-title = Rollout record
rollout-purpose = This record shows how AI tools are brought to the people who use them: in which phases, with which steps, what keeps people from turning to unapproved tools, and what became of such tools. What is said without anything to show for it stands here as said.

title-rollout-place = What this record is for
rollout-not-owed = No provision of the AI Act asks for a rollout plan. What stands here can support what the Act does ask for ({ $cites }): measures for AI literacy, and, where a system is high-risk, use that follows the instructions. Whether either is owed stands in the other documents.
rollout-words = A step or measure counts here as shown when it has a day and evidence. "Said, nothing shown" means that the record says so and names neither. A step that the record does not name is not on record; it is neither open nor done.

title-rollout-phases = Phases and steps
rollout-label-steps = Steps
head-phase = Phase
head-due-on = Due on
head-began-on = Began on
head-ended-on = Ended on
head-why-skipped = Why, if it was skipped
head-step = Step
head-shown-by = Shown by
rollout-due = due on { $day }
rollout-not-said = nothing said
rollout-nothing-to-show = nothing to show yet
rollout-nothing-asked = nothing to be shown
rollout-not-skipped = not skipped
rollout-said-alone = said, nothing shown
rollout-day-alone = said with its day, nothing shown

title-rollout-prevention = What keeps people from unapproved tools
rollout-prevention = Five measures, none of which is asked for by law. A slow or hard official way is a common reason for using other tools, and blocking alone leads to ways around it.
head-what-was-done = What was done

title-rollout-tools = Unapproved tools
rollout-tools = These tools were in use without anybody having approved them. Who found a tool is a role or a source; nobody who used one is named.
rollout-no-tool = The record names no unapproved tool. That does not show that there is none.
head-tool = Tool
head-found-on = Found on
head-found-by = Found by
head-decision = Decision
head-decided-on = Decided on
rollout-tolerated = { $decision }, until { $day }
rollout-replaced = { $decision }, by { $by }

title-rollout-seen = What audit summaries name
rollout-seen = For each of these tools, where the audit summaries name it, and how their days lie to the decision:
head-audit-summary = Audit summary
head-times = Times
head-seen-from-the-decision = Seen from the decision
rollout-tool-unnamed = a tool without a name
rollout-unseen = no audit summary names it
rollout-seen-before = before it
rollout-seen-undated = unknown, for a day is missing
rollout-seen-maybe-before = before or after it: the period began before
rollout-seen-after = after it
rollout-seen-others = Models, tools and servers that a source names and the inventory does not, or that a policy denies, stand in the gaps below.
rollout-seen-no-others = No gap says that a source names a model, tool or server that the inventory does not.
rollout-seen-limits = Sources see what passes through them. A tool on a private device, or one that nobody logs, is seen by none.

title-rollout-comparisons = Before and after
rollout-comparisons = Values of whole groups, before and after the rollout. A difference between two periods has many causes, and the rollout is only one that is possible.
rollout-comparisons-persons = Figures of single persons are refused in this record. A system that is used to watch and evaluate how workers perform is high-risk ({ $cite }), and figures of this kind are not to become a means to that.
rollout-no-comparison = No comparison is on record.
head-what-is-compared = What is compared
head-group = Group
head-before = Before
head-after = After
rollout-group = { $group }; people: { $people }
rollout-value = { $value } { $unit }; worked out from: { $count }; { $period }

title-rollout-overdue = Overdue
rollout-overdue = What was to be done by a day that has passed:
rollout-nothing-overdue = No day that the record sets has passed without what was to be done by it.

title-rollout-limits = What this record shows, and what it does not
rollout-limits-checklist = The checklist is practice, not law. That steps are done does not show that a tool is used well, and a phase that was skipped is no breach.
rollout-limits-tools = What is known of unapproved tools is what was found. A list that is empty, or that does not grow, can mean that nobody looked.

title-rollout-approval = Approval
rollout-signed-one-by-one = The rollouts behind this document are signed off one by one.
