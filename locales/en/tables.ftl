# What documents share that are made in English alone: heads of their tables, how texts stand together, numbers of things.

head-accepted = Accepted
head-access = Access
head-approval-needed-to-stop = Approval needed to stop
head-approved = Approved
head-assignment = Assignment
head-causal-link = Causal link
head-class = Class
head-closed-on = Closed on
head-connection = Connection
head-country = Country
head-data-flow = Data flow
head-data-set = Data set
head-day = Day
head-evidence = Evidence
head-file = File
head-for = For
head-from-when = From when
head-gaps = Gaps
head-how-serious = How serious
head-incident = Incident
head-kind = Kind
head-licence = Licence
head-meaning = Meaning
head-number = Number
head-on-the-as-of-date = On the as-of date
head-open = Open
head-our-change = Our change
head-owner = Owner
head-provider = Provider
head-register = Register
head-role = Role
head-roles = Roles
head-sensitivity = Sensitivity
head-standing = Standing
head-supplied-by = Supplied by
head-version = Version
head-what-follows = What follows from the answers
head-where-it-lies = Where it lies

row-sector = Sector and public role
row-size = Size

says-of = { $name }: { $says }
says-more = { $says } ({ $more })

n-systems = { $n ->
    [0] no AI system
    [one] 1 AI system
   *[other] { $n } AI systems
}
n-models = { $n ->
    [0] no model
    [one] 1 model
   *[other] { $n } models
}
n-datasets = { $n ->
    [0] no data set
    [one] 1 data set
   *[other] { $n } data sets
}
n-vendors = { $n ->
    [0] no vendor
    [one] 1 vendor
   *[other] { $n } vendors
}
n-services = { $n ->
    [0] no service
    [one] 1 service
   *[other] { $n } services
}
n-gaps = { $n ->
    [0] no gap
    [one] 1 gap
   *[other] { $n } gaps
}
n-open-accepted = { $open } open, { $accepted } accepted

no-models = No model is on record for this system.
no-connections = No tool or connection is on record for this system.
no-model = No model is on record.
no-statement = no statement
