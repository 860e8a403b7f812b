# Terms of closed lists. Their English stands in the tables of the program; the other languages have a phrase for each.
