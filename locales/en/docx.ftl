# What a document that is made to be edited adds to the text.

docx-copy-beside = A copy, made to be edited, of the PDF of the same name beside it; both are of build { $build }. Once it is edited, it is no longer the file that SHA256SUMS lists. A change that is to last belongs in the inventory.
docx-copy-alone = A copy, made to be edited, of a document of build { $build }. That build made no PDF of it; a PDF that was made apart bears the number of its own build. Once it is edited, it is no longer the file that SHA256SUMS lists. A change that is to last belongs in the inventory.
docx-footer = Copy for editing
docx-footer-draft = { $draft } · Copy for editing
