# What a document that is made to be edited adds to the text.

docx-editable = A draft, made to be edited. What is sealed and checked is the PDF of the same name; a change that is to last belongs in the inventory.
