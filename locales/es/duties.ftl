# Obligaciones y versiones del Reglamento. El inglés está en las tablas del programa.

edition-oj-2024 = Reglamento (UE) 2024/1689
edition-omnibus-2026 = Reglamento (UE) 2024/1689, modificado por el Reglamento (UE) 2026/1744

duty-art-4-literacy-2024 = velar, en la medida de lo posible, por que el personal y las demás personas que manejan IA para nosotros tengan una alfabetización suficiente en materia de IA
duty-art-4-literacy = adoptar medidas que apoyen la alfabetización en materia de IA del personal y de las demás personas que manejan IA para nosotros
duty-art-26-7-workers = informar a los trabajadores y a sus representantes antes del uso
duty-art-26-11-persons = informar a las personas de que el sistema ayuda a decidir sobre ellas
duty-art-86-explanation = explicar una decisión a la persona afectada cuando lo pida
