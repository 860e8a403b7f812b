# La información a los trabajadores sobre un sistema: títulos, lo que dice cada sección, cabeceras y filas; y cómo se leen las obligaciones.

workers-notice = Información a los trabajadores: { $system }
workers-purpose = Un empleador informa a los trabajadores y a sus representantes antes de que se utilice en el trabajo un sistema de IA de alto riesgo. Esta información dice qué hace el sistema, quién lo supervisa y a quién preguntar.

title-workers-system = Quién informa, y de qué
workers-employer = Empleador
workers-council = Comité de empresa
workers-contact = Contacto
workers-questions-to = Dirección para preguntas
workers-web-page = Página web
workers-ai-system = Sistema de IA
workers-what-it-is = Qué es
workers-supplied-by = Suministrado por
workers-status = Estado
workers-in-service-since = En servicio desde
workers-owner = Responsable interno
workers-class = Categoría según el Reglamento
workers-class-high-risk = sistema de IA de alto riesgo
workers-class-high-risk-open = sistema de IA de alto riesgo; está abierto si es una práctica prohibida
workers-class-open = abierta: las preguntas de las que depende no tienen respuesta todavía
workers-class-other = no es de alto riesgo según las respuestas registradas

title-workers-duty = Por qué se informa
workers-duty = Quien utiliza como empleador un sistema de IA de alto riesgo informa a los trabajadores afectados y a sus representantes antes de utilizarlo en el trabajo. Las normas del Derecho de la Unión y del Derecho nacional sobre información y consulta de los trabajadores se aplican además; esta información no sustituye a ninguna.
workers-duty-open = El inventario contiene una información a los trabajadores sobre este sistema. Está abierto si el Reglamento la exige, porque las preguntas de las que depende no tienen respuesta todavía.
workers-duty-none = El inventario contiene una información a los trabajadores sobre este sistema. De sus respuestas no se deriva ninguna obligación del Reglamento de darla; las normas del Derecho de la Unión y del Derecho nacional sobre información y consulta de los trabajadores pueden exigirla de todos modos.

title-workers-purpose = Qué hace el sistema, y para qué no sirve
workers-intended-purpose = Finalidad prevista
workers-made-for = Para qué está hecho
workers-used-for = Para qué lo utilizamos
workers-operators = Quién trabaja con él
workers-affected = A quién afecta
workers-puts-out = Qué produce
workers-autonomy = Hasta dónde actúa por sí mismo
workers-plain-questions = Preguntas en palabras sencillas
workers-evaluates = Evalúa a trabajadores o reparte sus tareas
workers-decides = Toma decisiones sobre personas o influye en ellas
workers-must-not = Para qué no debe utilizarse
workers-limits = Límites conocidos

title-workers-oversight = Quién lo supervisa
workers-oversight = Quien utiliza un sistema de IA de alto riesgo encomienda su supervisión a personas que tienen la capacidad y la autoridad de descartar lo que produce y de detenerlo. Esto consta sobre ellas:
workers-oversight-none = falta: ninguna asignación de supervisión nombra este sistema.
workers-watches = Quién supervisa: { $roles }
workers-may = Qué pueden hacer: { $authority }
workers-stop-approval = Necesitan una aprobación para detenerlo: { $answer }
workers-override = Cómo se descarta o se revierte lo que produce: { $how }

title-workers-data = Datos sobre usted
workers-personal-data = Trata datos personales
workers-assessment = Evaluación de impacto relativa a la protección de datos
workers-no-log = Ningún resumen de auditoría nombra un registro de este sistema, por lo que el inventario no dice qué se registra sobre las personas.

title-workers-rights = Qué puede pedir
workers-rights-open = Está abierto si el Reglamento exige más, porque las preguntas de las que depende no tienen respuesta todavía. El Derecho de protección de datos y el Derecho laboral dan derechos propios.
workers-rights-none = Según las respuestas registradas, el sistema no ayuda a decidir sobre personas de un modo que lleve al Reglamento a exigir más. El Derecho de protección de datos y el Derecho laboral dan derechos propios.

title-workers-told = Quién fue informado, y cuándo

title-workers-gaps = Qué falta
workers-gaps = Mientras estos puntos sigan abiertos, la información no está completa.

title-workers-approval = Aprobación

head-duty-towards-you = Obligación hacia usted
head-our-role = Nuestra función
head-in-the-inventory = En el inventario
head-kept-at-least = Se conserva al menos
head-kept-at-most = Se conserva como máximo
head-protection = Protección

standing-now = exigible ahora
standing-from = se aplica desde el { $day }
standing-unsettled = se aplica desde el { $day } (inicio no resuelto)
standing-grace = exigible, con plazo hasta el { $day }
showing-shown = documentado
showing-partly = documentado en parte
showing-missing = falta
showing-contradicted = no documentado: los hechos registrados dicen lo contrario
showing-unknown = desconocido
showing-not-applicable = no aplicable ({ $reason })
