# What the pages of a PDF add to the text.

pdf-contents = Contents
pdf-draft = DRAFT
pdf-unsigned = DRAFT, not signed off
pdf-as-of-and-build = As of { $day } · build { $build }
pdf-page = Page { $page } of { $pages }
pdf-note = Note
pdf-tip = Tip
pdf-important = Important
pdf-warning = Warning
pdf-caution = Caution
