# The pages over all members of a group. Members stand beside each other; nothing is added up.

group-index-title = Group summary
group-index-purpose = This page sets the summaries of several organisations side by side: which AI systems each has, which duties each owes today and next, and what each lacks.
group-inventory-title = Group inventory of AI systems
group-inventory-purpose = This page lists the AI systems of several organisations, one row each, and the vendors and models that more than one of them names.

title-group-members = Members
group-alone = Each member answers for itself. Roles, classes, duties and ceilings are worked out for each from its own inventory, as if there were no group, and what one member shows is shown for no other. Numbers of different members stand beside each other and are not added up; a system that two members use is on record twice.
group-one-day = All are judged for the same day and by the same rules. Everything on this page was taken from the inventory of one member or worked out from it; the group file only says which members there are.
head-member = Member
head-organisation = Organisation
head-ai-systems = AI systems
head-data-sets = Data sets
head-vendors = Vendors

title-group-classes = Classes
group-no-system = No member has an AI system on record.

group-practices-first = Have these looked at first, by the member concerned:

group-now-none = From what the inventories say, no duty of the Act applies to a member on the as-of date.
group-now-none-answered = Of what the inventories answer, nothing makes a duty of the Act apply to a member on the as-of date; what is open stands below.
group-next-none = From what the inventories say, no further duty of a member begins on a later day.
group-next-none-answered = Of what the inventories answer, nothing makes a further duty of a member begin on a later day; what is open stands above.

group-missing = Open gaps of each member, and those that a waiver accepts for a time. The gap register of a member names each of them with what closes it; `gaps.csv` and `gaps.json` beside this page hold those of all members.
head-worth-knowing = Worth knowing
head-must-now = Must now
head-must-by = Must by a later day
head-should = Should

title-group-documents = Documents
group-documents = The folder of a member holds exactly the documents that a build of that member alone makes, with its own manifest, and can be handed on by itself. Its summary lists all of them.
group-narrowed-rest = The summary of each member names those of other systems and does not link them. All other documents speak of every system.
group-own-documents = The AI systems of all members stand in one table here:
group-report = These two pages are also on one page, `report.html`, which leads to the pages of the members. It opens from the file and needs no network.
group-inside = The PDFs of these two pages carry no inventory files; those of the members do, unless they were left out.
group-verify = The file `VERIFY.txt` says how to check that nothing was changed since the build.
head-summary = Summary
head-inventory = Inventory
head-gap-register = Gap register

title-group-systems = AI systems of all members
group-systems = A system is named as `member / system`, for two members may call different systems the same. The class is worked out from the answers of the member; the classification record in its folder gives the reasons.
head-questions-open = Questions open

title-group-shared = What members share
group-shared = Records of several members that carry the same id, the same registered name or the same address. Whether they are about the same thing is for the members to say; what one member has agreed or found out counts for that member alone.
group-vendors = Vendors
group-models = Models
group-no-vendor = No vendor is named alike by more than one member.
group-no-model = No model is named alike by more than one member.
head-the-same = The same
head-named-by = Named by
group-same-id = id: { $what }
group-same-legal-name = registered name: { $what }
group-same-address = address: { $what }
