# The notice to workers about one system: titles, what each section says, its heads and its rows; and how duties read.

workers-notice = Notice to workers: { $system }
workers-purpose = An employer tells workers and their representatives before a high-risk AI system is used at work. This notice says what the system does, who watches over it, and whom to ask.

title-workers-system = Who tells you this, and about what
workers-employer = Employer
workers-council = Works council
workers-contact = Contact
workers-questions-to = Questions go to
workers-web-page = Web page
workers-ai-system = AI system
workers-what-it-is = What it is
workers-supplied-by = Supplied by
workers-status = Status
workers-in-service-since = In service since
workers-owner = Owner
workers-class = Class under the Act
workers-class-high-risk = high-risk
workers-class-high-risk-open = high-risk; whether it is a prohibited practice is open
workers-class-open = open: questions that decide it are not answered yet
workers-class-other = not high-risk by the answers on record

title-workers-duty = Why you are told
workers-duty = Whoever uses a high-risk AI system as an employer tells the workers concerned and their representatives before it is used at work. Rules of Union and national law on the information and consultation of workers apply beside this; the notice replaces none of them.
workers-duty-open = The inventory holds a notice to workers about this system. Whether the Act asks for it is open, because questions on which it hangs are not answered yet.
workers-duty-none = The inventory holds a notice to workers about this system. From its answers, no duty of the Act to give one follows; rules of Union and national law on the information and consultation of workers can ask for it all the same.

title-workers-purpose = What the system does, and what it is not for
workers-intended-purpose = Intended purpose
workers-made-for = What it is made for
workers-used-for = What we use it for
workers-operators = Who works with it
workers-affected = On whom it has an effect
workers-puts-out = What it puts out
workers-autonomy = How far it acts by itself
workers-plain-questions = Questions in plain words
workers-evaluates = Evaluates workers or allocates their tasks
workers-decides = Makes or influences decisions about persons
workers-must-not = What it must not be used for
workers-limits = What it is known to do badly

title-workers-oversight = Who watches over it
workers-oversight = Whoever uses a high-risk system puts people in charge of it who are able and entitled to disregard what it puts out, and to stop it. This is on record about them:
workers-oversight-none = missing: no oversight assignment names this system.
workers-watches = Who watches: { $roles }
workers-may = What they may do: { $authority }
workers-stop-approval = They need an approval to stop it: { $answer }
workers-override = How its output is disregarded or reversed: { $how }

title-workers-data = Data about you
workers-personal-data = Processes personal data
workers-assessment = Data protection impact assessment
workers-no-log = No audit summary names a log of this system, so the inventory does not say what is logged about people.

title-workers-rights = What you can ask for
workers-rights-open = Whether the Act asks for more is open, because questions on which it hangs are not answered yet. Data protection law and labour law give rights of their own.
workers-rights-none = From the answers on record, the system does not help to decide about persons in the way that makes the Act ask for more. Data protection law and labour law give rights of their own.

title-workers-told = Who was told, and when

title-workers-gaps = What is missing
workers-gaps = Until these are closed the notice is not whole.

title-workers-approval = Approval

head-duty-towards-you = Duty towards you
head-our-role = Our role
head-in-the-inventory = In the inventory
head-kept-at-least = Kept at least
head-kept-at-most = Kept at most
head-protection = Protection

standing-now = owed now
standing-from = prepares for { $day }
standing-unsettled = prepares for { $day } (start not settled)
standing-grace = owed, with time until { $day }
showing-shown = shown
showing-partly = partly shown
showing-missing = missing
showing-contradicted = not shown: the facts on record speak against it
showing-unknown = unknown
showing-not-applicable = not applicable ({ $reason })
