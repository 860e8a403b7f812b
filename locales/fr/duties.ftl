# Obligations et versions du règlement. L’anglais se trouve dans les tables du programme.

edition-oj-2024 = Règlement (UE) 2024/1689
edition-omnibus-2026 = Règlement (UE) 2024/1689 modifié par le règlement (UE) 2026/1744

duty-art-4-literacy-2024 = veiller, dans toute la mesure possible, à ce que le personnel et les autres personnes qui utilisent l’IA pour nous aient une maîtrise de l’IA suffisante
duty-art-4-literacy = prendre des mesures qui soutiennent la maîtrise de l’IA du personnel et des autres personnes qui utilisent l’IA pour nous
duty-art-26-7-workers = informer les travailleurs et leurs représentants avant l’utilisation
duty-art-26-11-persons = informer les personnes du fait que le système aide à décider à leur sujet
duty-art-86-explanation = expliquer une décision à la personne concernée sur demande
