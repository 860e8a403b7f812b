# Gaps, and what closes them. Their English stands in the tables of the program; the other languages have a phrase for each.
