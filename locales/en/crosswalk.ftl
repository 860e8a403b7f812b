# The crosswalk: which document and which records can support which control of other frameworks.

crosswalk-title = Crosswalk to other frameworks
crosswalk-purpose = This page says which document and which records of this inventory can support which control of other frameworks, and which provision of the AI Act. Support means that an auditor may ask to see it. It does not mean that a control is met, and no certificate follows from it.

title-crosswalk-reading = How to read this page
crosswalk-reading = The page is written twice over: by subject, with the documents and the records behind each, and by framework, with one row for each control. The table of numbers is our own. It was last checked on { $day }: every number that stands here exists in its framework. Some public tables of this kind name controls that do not exist.
crosswalk-titles = What a control is about is told in a few words of our own. The titles and texts belong to those who publish them, so have them at hand when you use this page.
crosswalk-legend = The column on standing says what this inventory holds. It follows from records, gaps and duties alone:
crosswalk-on-record = on record
crosswalk-on-record-means = At least one record feeds the document. That says nothing about how good or how whole the record is; the number of gaps of the register stands beside the word.
crosswalk-with-gaps = { $standing }; gaps: { $gaps }
crosswalk-missing = missing
crosswalk-missing-means = No record feeds it, and a gap of the register asks for one.
crosswalk-nothing-on-record = nothing on record
crosswalk-nothing-on-record-means = No record feeds it and no gap asks for one, though a duty that rests on its provisions is owed, now or later. Where nothing happened, as with incidents, there may be nothing to record.
crosswalk-not-asked = not asked
crosswalk-not-asked-means = No record feeds it, and from what the inventory says neither a gap nor a duty asks for one.

crosswalk-sources = The column on sources says how well it is known what stands behind a number:

title-crosswalk-subjects = By subject
crosswalk-subject = Standing: { $standing }. Gaps of the register that belong to it: { $gaps }.
crosswalk-shown-in = Shown in:
crosswalk-on-sheets = The sheet of each system shows it too; the first page lists these.
crosswalk-in-notices = Each notice to workers shows it too; the first page lists these.
crosswalk-shown-nowhere = No document of this build shows it.
crosswalk-no-record = No record of this inventory feeds it.
head-kind-and-number-of-records = Kind and number of records
head-ids = Ids
head-framework = Framework
head-can-support = Can support
head-source-status = Source
head-control = Control
head-text = Text
head-records = Records of this inventory

crosswalk-about-act = The Act asks for what stands in its text. The other documents say what of it is owed by this organisation and from when; here stands only where to look. The gaps of a row are those that rest on its provision; in the sections that follow they are all gaps of the subject.
crosswalk-about-iso-42001 = Annex A of the standard has 38 controls under nine objectives. Which of them apply, an organisation decides and writes down itself. A certificate under this standard gives no presumption of conformity with the Act.
crosswalk-about-iso-27001 = Annex A of the standard has 93 controls in four groups. Its subject is the security of information; AI is one use among many.
crosswalk-about-soc-2 = These are the 33 common criteria. Whether a control meets a criterion is for the auditor who writes the report.
crosswalk-about-nist = The framework is voluntary. It has 72 subcategories under four functions; a row that names a function means its subcategories in general.
crosswalk-about-gdpr = Only those articles stand here for which the documents hold something that can be of use. None of these documents is a record of processing or an impact assessment; each can supply facts to one.
crosswalk-about-jtc-21 = Standards that are to serve the Act are still being written. What stands here are the numbers of drafts, and of two international standards that are taken up. The last section says what is known of their state.
crosswalk-about-cra = Whoever makes products with digital elements draws up a list of their parts. Whether that concerns this organisation, nothing here decides.
crosswalk-about-g7 = Experts of the G7 have named what a list of parts should hold at least for AI. It binds nobody.
crosswalk-others = Numbers of this framework that no document here is mapped to: { $ids }. That is no gap; they are about other things, or we know of no support.

title-crosswalk-unmapped = Documents that are not mapped
crosswalk-unmapped-index = the first page; it lists and sums up the others and adds nothing of its own
crosswalk-unmapped-coverage = it speaks of the program and of the Act, not of the organisation
crosswalk-unmapped-crosswalk = this page
crosswalk-unmapped-use-and-costs = it counts use and money; no control of the table asks for either

title-crosswalk-limits = What this page does not show
crosswalk-limits-standards = European standards: as last seen in { $month }, no standard for the Act is cited in the Official Journal of the European Union, so following one gives no presumption of conformity with the Act. The draft on quality management ({ $draft }) failed its vote, as reported on { $day }. What came after that month is not known here, and drafts change their content and their numbers.
crosswalk-limits-certificates = Certificates: a certificate for a management system, such as one under ISO/IEC 42001 or ISO/IEC 27001, gives no presumption of conformity with the Act either. It can be of use as evidence of what its auditor looked at.
crosswalk-limits-evidence = Evidence and waivers: records of both kinds stand behind other records and are not listed here; the documents name them where they are used.
crosswalk-limits-weight = Weight: that a record exists does not say that the work behind it is done well, or that a control works over time. Whether that is so is for the people who run it and for auditors to judge. Nothing on this page is a score, and rows are not to be counted against each other.
crosswalk-limits-advice = This page is no legal advice and replaces neither a statement of applicability nor an audit.
