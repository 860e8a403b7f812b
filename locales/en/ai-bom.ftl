# The AI-BOM for people. What it shares with the file for machines is worded where that is made.

bom-title = AI bill of materials
bom-purpose = This bill of materials names the parts of the AI systems: models, data sets, services and the vendors behind them, with versions, licences and what identifies each.
bom-machines-beside = The same content for machines is in ai-bom.cdx.json.
bom-machines-inside = The same content for machines lies inside ai-bom.pdf, as ai-bom.cdx.json.

title-bom-subject = Subject
row-name = Name
row-security-policy = Security policy
row-published-vulnerabilities = Published vulnerabilities
bom-why = The Act does not itself ask for a bill of materials. It is kept because technical documentation, supplier agreements and the search for affected systems after an incident all begin with the same question: what is inside.
bom-file-parts = The file is written in { $format }. The file names the inventory line of each part.
bom-file-values = The file is written in { $format }. The file names the inventory line of each part and of each value.
bom-omits = That version has no place for the following, which the file therefore leaves out:
bom-names = On the as-of date the bill of materials names: { $holds }.

title-bom-systems = Systems
head-made-by = Made by
head-depends-on = Depends on

title-bom-models = Models
head-identified-by = Identified by

title-bom-services = Services
head-service = Service
head-what-it-is = What it is
head-run-by = Run by
head-address = Address
bom-no-service = No hosted model and no tool or connection is on record.

title-bom-datasets = Data sets
bom-no-dataset = No data set is on record.

title-bom-vendors = Vendors
head-to-us = To us
head-supplies = Supplies
bom-no-vendor = No vendor stands behind a part.

title-bom-parts = Models and data sets one by one
row-made-by = Made by
row-not-on-record = Not on record
row-depends-on = Depends on
bom-missing = missing
bom-missing-fields = missing: { $fields }
bom-not-asked = not asked
field-gpai = general-purpose AI model
field-energy-co2 = energy: training, tonnes of CO2 equivalent
field-energy-kwh = energy: training, kWh
bom-elsewhere = What else is on record about a system stands on its sheet.
bom-no-part = No model and no data set is on record.

title-bom-declared = What the file declares about duties
bom-declared = The file lists each duty of the Act that is owed as a requirement, and for each system what is on record about it. This is documentation evidence that the organisation declares itself. It says that something is written down, and is no statement of conformity. Documents of the file's kind have a score for conformity; none is given. What is not wholly on record stands as a claim against it, with the gaps that are open; the gap register explains each code.
head-duties = Duties
head-wholly-on-record-or-not-applicable = Wholly on record, or not applicable
head-not-wholly = Not wholly
head-which-are-not = Which are not
bom-no-duty = No duty of the Act is owed, so nothing is declared.

title-bom-elements = Minimum elements
bom-shown = Of { $elements } minimum elements, { $whole } are shown for all parts they concern, { $some } for some, while the others say that the answer is not known or why it does not apply, and { $others } are not shown. The rows name the parts.
bom-elements = The list follows the minimum elements that the G7 published for bills of materials of AI systems. They are voluntary. { $shown }
head-element = Element
head-in-this-bill-of-materials = In this bill of materials
head-where-in-the-file = Where in the file

title-bom-imported = Parts that others list
bom-file-format = { $file } (CycloneDX { $version })
bom-not-stated = not stated
n-listed-machine-learning-model = { $n ->
    [one] 1 model
   *[other] { $n } models
}
n-listed-data = { $n ->
    [one] 1 data set
   *[other] { $n } data sets
}
n-listed-service = { $n ->
    [one] 1 service
   *[other] { $n } services
}
n-listed-application = { $n ->
    [one] 1 application
   *[other] { $n } applications
}
n-listed-framework = { $n ->
    [one] 1 framework
   *[other] { $n } frameworks
}
n-listed-library = { $n ->
    [one] 1 library
   *[other] { $n } libraries
}
n-listed-container = { $n ->
    [one] 1 container
   *[other] { $n } containers
}
n-listed-platform = { $n ->
    [one] 1 platform
   *[other] { $n } platforms
}
n-listed-operating-system = { $n ->
    [one] 1 operating system
   *[other] { $n } operating systems
}
n-listed-device = { $n ->
    [one] 1 device
   *[other] { $n } devices
}
n-listed-device-driver = { $n ->
    [one] 1 device driver
   *[other] { $n } device drivers
}
n-listed-firmware = { $n ->
    [one] 1 firmware
   *[other] { $n } firmwares
}
n-listed-file = { $n ->
    [one] 1 file
   *[other] { $n } files
}
n-listed-cryptographic-asset = { $n ->
    [one] 1 cryptographic asset
   *[other] { $n } cryptographic assets
}
bom-called = { $file }, there called { $name }
bom-imported = Suppliers and tools list parts of the systems in files of their own. They are repeated as they were received; nobody here has checked them.
bom-libraries-beside = Libraries are counted below; each of them stands in ai-bom.cdx.json, with its source.
bom-libraries-inside = Libraries are counted below; each of them stands in the ai-bom.cdx.json inside ai-bom.pdf, with its source.
bom-libraries-nowhere = Libraries are counted below; a build with the AI-BOM for machines lists each of them, with its source.
head-about = About
head-lists = Lists
head-sha-256-of-the-file = SHA-256 of the file
bom-met = Models and data sets of these files that are on record:
head-listed-in = Listed in
bom-unlisted-parts = Models, data sets and services of these files that are not on record:
head-part = Part
bom-unlisted-beside = { $n } more stand in ai-bom.cdx.json.
bom-unlisted-inside = { $n } more stand in the ai-bom.cdx.json inside ai-bom.pdf.
bom-unlisted-nowhere = { $n } more are not named here; a build with the AI-BOM for machines names them.
bom-nothing-unlisted = These files list no model, data set or service that is not on record.
bom-no-foreign = No system names a bill of materials of somebody else (`bom`).

title-bom-files = Files of the project
bom-files = These files lie in the project folder and were hashed for this build; a change of one of them changes the build. The file for machines has the SHA-512 of each as well.
head-belongs-to = Belongs to
head-bytes = Bytes
head-sha-256 = SHA-256
bom-no-files = No model, data set or evidence names a file of the project folder.
