# The inventory of AI systems: whose it is, which systems there are, and what the EU database asks about them.

inventory-title = AI system inventory
inventory-purpose = This inventory lists the AI systems that the organisation provides or uses, who answers for each of them, what each is for, and what is still open.

title-inventory-scope = Organisation and scope
inventory-scope = On the as-of date the inventory holds: { $holds }. A system is listed whatever its class; whether the list is complete is for the organisation to say. The Act does not itself ask a private organisation for such a list. It is kept because every duty begins with the question which systems there are, what they are for, and who answers for them.

title-inventory-summary = Summary
inventory-class-means = The class is worked out from the answers in the inventory. The classification record gives the questions, the answers and the rules behind it.

title-inventory-systems = Systems one by one

title-inventory-classification = Classification and reasons
inventory-nothing-to-classify = No AI system is on record, so there is nothing to classify.

title-inventory-registrations = Registrations
inventory-no-registration = No registration is on record.

title-inventory-data = Personal data
inventory-no-dataset = none on record
head-impact-assessment = Impact assessment
head-data-sets-that-we-supply = Data sets that we supply

title-inventory-unapproved = Tools that are not approved
inventory-unapproved = These tools are known and not approved for use, or not yet.
inventory-no-unapproved = The inventory names no tool as planned or forbidden. It can only show tools that somebody has reported.

title-inventory-workers = Evaluation of workers
inventory-workers = Systems that evaluate workers, or allocate their tasks by behaviour or traits, can be high-risk whatever they were bought for. That is why every system is asked.

title-inventory-annex-viii = Entries for the EU database
entry-duty = { $cite }, as { $role }: { $standing }.
entry-submitter = not in the inventory; filled in only when somebody submits on behalf of another
entry-optional = optional
entry-no-representative = none; the organisation is established in the Union
entry-no-assessment = no assessment on record
inventory-no-entry = From what the inventory says, the organisation owes no entry for any of these systems.

title-inventory-reviews = Changes and reviews due
inventory-history = The folder of inventory files is the history of this document: two builds can be compared file by file.
head-next-review-by = Next review by
head-reviewed-again-after = Reviewed again after

row-legal-name = Legal name
row-address = Address
row-country = Country
row-contact = Contact
row-registration-numbers = Registration numbers
row-established-in-the-union = Established in the Union
row-member-states = Member States in which it is active
row-accountable-executive = Accountable executive
row-lead-of-ai-governance = Lead of AI governance
row-dpo = Data protection officer
row-works-council = Works council
row-market-surveillance = Market surveillance authority
row-data-protection-authority = Data protection authority
row-e-mail = E-mail
row-web-page = Web page
row-telephone = Telephone
