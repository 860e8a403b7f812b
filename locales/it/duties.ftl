# Obblighi e versioni del regolamento. L’inglese sta nelle tabelle del programma.

edition-oj-2024 = Regolamento (UE) 2024/1689
edition-omnibus-2026 = Regolamento (UE) 2024/1689, modificato dal regolamento (UE) 2026/1744

duty-art-4-literacy-2024 = fare in modo, per quanto possibile, che il personale e le altre persone che si occupano di IA per noi abbiano un’alfabetizzazione sufficiente in materia di IA
duty-art-4-literacy = adottare misure che sostengano l’alfabetizzazione in materia di IA del personale e delle altre persone che si occupano di IA per noi
duty-art-26-7-workers = informare i lavoratori e i loro rappresentanti prima dell’uso
duty-art-26-11-persons = informare le persone del fatto che il sistema aiuta a decidere su di loro
duty-art-86-explanation = spiegare una decisione alla persona interessata su richiesta
