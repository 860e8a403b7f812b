# The classification record: by which rules and answers each system falls into its class.

classification-title = Classification record
classification-purpose = This record says into which class of the Act each AI system falls, by which rules, on which answers, and which questions are still open. An open question is never counted as no.

title-classification-method = Method
classification-method = Each rule of the Act is a condition over questions. Each question is answered yes, no or unknown, from what the record of the system states. A rule holds, does not hold, or is open. The class of a system is the highest one that certainly holds; where a question is open that could raise it, the class is given as a range.
classification-judgement = A rule marked as one that a person has to weigh cannot be decided by facts alone. Read its answers as the organisation's own judgement.

title-classification-summary = Summary

title-classification-systems = Systems one by one
classification-questions = Questions that are open:
classification-unlisted = Facts not listed
classification-unlisted-no = counted as no, those of prohibited practices included: the author states that no other listed fact holds
classification-unlisted-open = open: the author states that they are unknown
head-question = Question
head-if-the-answer-is-yes = If the answer is yes
head-if-it-is-no = If it is no
head-field-that-answers-it = Field that answers it

classification-rule = { $says } Basis: { $basis }; { $reading }.
classification-exception = Exception, { $cites }: { $says } Basis: { $basis }.
classification-facts-decide = the facts decide
classification-person-weighs = a person has to weigh
holds-yes = holds
holds-grace-over = holds; the transitional period is over
holds-with-relief = holds, with relief
holds-but-ended = holds, and an exception ends the duty
holds-open = open
holds-lifted = met in principle, lifted by an exception
holds-not-by-exception = does not hold, because of an exception
holds-not = does not hold
head-answer = Answer
head-where-it-comes-from = Where it comes from
head-place = Place
origin-stated = stated in { $field }
origin-near = listed as near, not met
origin-implied = follows from { $field }
origin-unlisted = the author says that no other listed fact holds
origin-silence = nobody has said
origin-settled = nobody has said, and it need not be asked here: the { $answer } of { $field } settles it
origin-default = nobody has said; the law's default
classification-further = Other answers on record:
asked-roles = What is our role under the Act?
asked-uses = What is it used for, in plain words?
asked-subject = Is this about a system or a model?
asked-no-ai-system = Why is it no AI system?
asked-product-law = Which product law is it under?
asked-section = In which section does the Act list this product law?
asked-points = Which of the uses that the Act lists as high-risk does it have?
asked-near-points = Which of these uses come to mind and are not met?
asked-not-met-because = Why are they not met?
asked-exceptions = Which exceptions to such a use are relied on?
asked-condition = On which condition for not being high-risk does the provider rely?
asked-content-exclusion = Is its content of a kind that needs no mark?
asked-relief = Is a relief of the Commission's guidelines relied on?
asked-together = Several questions, with one answer
asked-besides = A further fact
answered = answered by { $by } on { $day }
answered-by-somebody = somebody
answered-no-day = a day not on record

title-classification-models = Models
head-open-questions = Open questions
classification-models = The kind of a model decides what its provider owes. An organisation that only uses a model through its vendor owes nothing because of it.
classification-kind-open = open: { $kinds }
classification-or = { ", or " }

title-classification-doubts = Doubts
classification-doubts = Of the rules that hold, and of the exceptions that lift one, these rest on a reading that is not settled.
head-doubt = Doubt
classification-doubts-none = No rule that holds for a system of this inventory, and no exception that lifts one, is marked as doubtful.

title-classification-sources = Sources
head-short-name = Short name
head-title = Title
head-reference = Reference
