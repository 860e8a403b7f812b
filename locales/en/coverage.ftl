# The page on coverage: what becomes of each provision of the Act.

coverage-title = Coverage of the Act
coverage-purpose = This page says for every provision of the Act what the documents of this build do about it, so that nobody takes silence for an answer. It is the same for every organisation under the same edition.

title-coverage-words = What the words mean
head-word = Word
head-rows = Rows
coverage-meant = A row that is checked or asked names the rules, duties and gaps that deal with it; `actfile explain` tells more about a rule, duty or gap, and `actfile law` prints all that the table holds. That a provision is dealt with does not say that the organisation follows it: the other documents say what is owed, shown and missing.
head-provision = Provision
head-subject = Subject
head-here = Here
head-by-what-where-or-why-not = By what, where, or why not
