# The page that holds all documents of a build.

report-title = { $organisation }: AI systems and their documents
report-skip = Skip to the documents
report-contents = Contents
report-contents-of = Documents and their sections
report-sections = { $n ->
    [one] 1 section
   *[other] { $n } sections
}
report-up = Back to the contents
report-legends = How to read these documents
report-legends-are = Documents that are read alike refer to one legend here. In its other formats, each of them holds it whole.
report-legend = Legend { $n }
report-see-legend = See legend { $n }, at the end of the page.

report-systems = Systems at a glance
report-systems-caption = The AI systems of the inventory. A name leads to the sheet of the system.
report-no-systems = The inventory holds no AI system.
report-tier-open = open: a question could still change the class

report-members = Members at a glance
report-members-caption = The members of the group. A name leads to the page that holds all documents of the member.

report-find = Search and filters
report-search = Search all documents
report-search-group = Search the pages over all members
report-system = System
report-every-system = All systems
report-tier = Class
report-every-tier = All classes
report-owner = Owner
report-every-owner = All owners
report-no-owner = No owner on record
report-member = Member
report-every-member = All members
report-everything = Show everything
report-shown = Shown: { $systems } of { $n-systems } systems, { $gaps } of { $n-gaps } gaps.
report-places = Places found
report-found = Places found: { $n }.
report-found-first = Places found: { $n }; the first { $most } are listed.
