# Pflichten und Fassungen der Verordnung. Das Englische steht in den Tabellen des Programms.

edition-oj-2024 = Verordnung (EU) 2024/1689
edition-omnibus-2026 = Verordnung (EU) 2024/1689 in der durch die Verordnung (EU) 2026/1744 geänderten Fassung

duty-art-4-literacy-2024 = nach besten Kräften dafür sorgen, dass das Personal und andere Personen, die für uns mit KI umgehen, über ausreichende KI-Kompetenz verfügen
duty-art-4-literacy = Maßnahmen ergreifen, die die KI-Kompetenz des Personals und anderer Personen stützen, die für uns mit KI umgehen
duty-art-26-7-workers = vor der Verwendung die Arbeitnehmer und ihre Vertreter informieren
duty-art-26-11-persons = Personen mitteilen, dass das System über sie zu entscheiden hilft
duty-art-86-explanation = der betroffenen Person auf Verlangen eine Entscheidung erläutern
