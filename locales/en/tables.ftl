# What documents share that are made in English alone: heads of their tables, how texts stand together, numbers of things.

head-accepted = Accepted
head-class = Class
head-file = File
head-for = For
head-from-when = From when
head-gaps = Gaps
head-meaning = Meaning
head-on-the-as-of-date = On the as-of date
head-open = Open
head-owner = Owner
head-standing = Standing

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
n-gaps = { $n ->
    [0] no gap
    [one] 1 gap
   *[other] { $n } gaps
}
n-open-accepted = { $open } open, { $accepted } accepted
