# Términos de listas cerradas, con el nombre de la lista y del término. El inglés está junto a las listas, en el programa;
# los términos del Reglamento siguen su versión española.

Role-Provider = proveedor
Role-Deployer = responsable del despliegue
Role-Importer = importador
Role-Distributor = distribuidor
Role-AuthorisedRepresentative = representante autorizado
Role-ProductManufacturer = fabricante de productos
Role-GpaiProvider = proveedor de un modelo de IA de uso general
Role-GpaiModifier = quien modifica un modelo de IA de uso general

BuiltOrRebranded-None = usado tal como se suministró
BuiltOrRebranded-BuiltInHouse = creado internamente
BuiltOrRebranded-Rebranded = puesto bajo nuestro propio nombre
BuiltOrRebranded-SubstantiallyModified = modificado sustancialmente
BuiltOrRebranded-Repurposed = dotado de otra finalidad prevista

DeploymentForm-Saas = servicio alojado
DeploymentForm-Api = interfaz de programación
DeploymentForm-OnPrem = en nuestras propias máquinas
DeploymentForm-Embedded = integrado en un producto
DeploymentForm-IdePlugin = extensión de un entorno de desarrollo
DeploymentForm-Cli = programa de línea de comandos

LifecycleStatus-Planned = previsto
LifecycleStatus-InDevelopment = en desarrollo
LifecycleStatus-InService = en servicio
LifecycleStatus-Suspended = suspendido
LifecycleStatus-Withdrawn = retirado
LifecycleStatus-Recalled = recuperado
LifecycleStatus-Retired = fuera de servicio
LifecycleStatus-Forbidden = prohibido

OutputModality-Text = texto
OutputModality-Code = código fuente
OutputModality-Image = imágenes
OutputModality-Audio = audio
OutputModality-Video = vídeo
OutputModality-Score = puntuaciones
OutputModality-Decision = decisiones
OutputModality-Action = acciones

Art50Para-P1 = informar a las personas de que interactúan con una IA
Art50Para-P2 = marcar los contenidos sintéticos
Art50Para-P3 = informar a las personas expuestas al reconocimiento de emociones o a la categorización biométrica
Art50Para-P4Deepfake = hacer públicas como tales las ultrasuplantaciones
Art50Para-P4Text = hacer público el origen de los textos publicados de interés público

Art50Status-Applies = se aplica
Art50Status-Grace = se aplica; período transitorio hasta el 2{ "\u00A0" }de diciembre de 2026
Art50Status-AttenuatedArtistic = se aplica de forma reducida (manifiestamente artístico)
Art50Status-AttenuatedMarking = se aplica; basta el marcado en los metadatos (producto integrado)
Art50Status-Unknown = desconocido
Art50Status-ExemptObvious = no exigible: evidente para las personas afectadas
Art50Status-ExemptCrimeLaw = no exigible: autorizado por la ley contra los delitos
Art50Status-ExemptStandardEditing = no exigible: apoyo a la edición estándar
Art50Status-ExemptNoSubstantialAlteration = no exigible: sin alteración sustancial de los datos de entrada
Art50Status-ExemptNarrowB2b = no exigible: resultados limitados, de uso profesional
Art50Status-ExemptEphemeral = no exigible: contenidos efímeros en tiempo real, de los que se informa a las personas
Art50Status-ExemptEditorial = no exigible: revisión humana y responsabilidad editorial
Art50Status-NotTriggeredSourceCode = no activado: código fuente
Art50Status-NotTriggeredShortStrings = no activado: cadenas de texto cortas
Art50Status-NotTriggeredM2m = no activado: solo lo leen máquinas
Art50Status-NotTriggeredPersonalUse = no activado: uso personal, no profesional

NoticeType-Art50_1 = informar a las personas de que tratan con un sistema de IA
NoticeType-Art50_3 = informar a las personas del reconocimiento de emociones o de la categorización biométrica
NoticeType-Art50_4Deepfake = hacer pública como tal una ultrasuplantación
NoticeType-Art50_4Text = hacer público el origen de un texto sobre asuntos de interés público
NoticeType-Art26_7 = informar a los trabajadores y a sus representantes
NoticeType-Art26_11 = informar a las personas de que el sistema ayuda a tomar decisiones sobre ellas
NoticeType-Art86Procedure = decir cómo obtienen las personas una explicación
NoticeType-Gdpr13_14 = informar sobre los datos personales

NoticeException-Obvious = evidente para las personas afectadas
NoticeException-AssistiveEditing = apoyo a la edición estándar
NoticeException-NoSubstantialAlteration = sin alteración sustancial de los datos de entrada
NoticeException-Editorial = revisión humana y responsabilidad editorial
NoticeException-Artistic = obra manifiestamente artística
NoticeException-AuthorisedByLaw = autorizado por la ley
NoticeException-CodeOutOfScope = el código fuente queda fuera del ámbito

EditorialLack-Record = una ficha al respecto
EditorialLack-Responsible = una persona designada que asuma la responsabilidad editorial
EditorialLack-Review = una revisión por una persona

DisclosureMechanism-AssistedBy = mención Assisted-by en el commit
DisclosureMechanism-CoAuthoredBy = mención Co-Authored-By en el commit
DisclosureMechanism-GeneratedBy = mención Generated-by en el commit
DisclosureMechanism-PrLabel = etiqueta en la pull request
DisclosureMechanism-None = ninguna declaración

Enforcement-ServerManaged = por el servidor del suministrador
Enforcement-Mdm = por la gestión de dispositivos
Enforcement-File = por un archivo en la máquina
Enforcement-Gateway = por una pasarela
Enforcement-None = no impuesta

BypassMode-Disabled = desactivado
BypassMode-Allowed = permitido

LoginRestriction-OrgOnly = solo cuentas de la organización
LoginRestriction-Any = cualquier cuenta

WorksCouncil-None = ninguno
WorksCouncil-Exists = existe
WorksCouncil-Informed = existe y está informado

CodeName-Transparency2026 = Código de buenas prácticas sobre la transparencia de los contenidos generados por IA

CodeSigned-GpaiTransparency = código de buenas prácticas para modelos de IA de uso general, capítulo de transparencia
CodeSigned-GpaiCopyright = código de buenas prácticas para modelos de IA de uso general, capítulo de derechos de autor
CodeSigned-GpaiSafety = código de buenas prácticas para modelos de IA de uso general, capítulo de seguridad y protección
CodeSigned-Transparency2026S1 = código de buenas prácticas sobre la transparencia, sección 1 (proveedores)
CodeSigned-Transparency2026S2 = código de buenas prácticas sobre la transparencia, sección 2 (responsables del despliegue)

TrainsOnOurData-Never = nunca
TrainsOnOurData-ByDefault = por defecto
TrainsOnOurData-OptedOut = no, lo hemos rechazado
TrainsOnOurData-Unknown = desconocido

LogCategoryName-Sessions = sesiones
LogCategoryName-ToolUsage = uso de herramientas
LogCategoryName-PromptsAndOutputs = instrucciones y resultados
LogCategoryName-CodeChanges = cambios en el código
LogCategoryName-Costs = costes
LogCategoryName-PolicyViolations = infracciones de la política
LogCategoryName-ApprovalsOverrides = aprobaciones e intervenciones
LogCategoryName-Access = accesos
LogCategoryName-ConfigChanges = cambios de configuración
LogCategoryName-Incidents = incidentes

HeldBy-Us = la organización
HeldBy-Vendor = el suministrador
HeldBy-Both = ambos

Ground-Law = Derecho
Ground-Guidance = directrices de la Comisión, no vinculantes
Ground-OneSource = directrices conocidas por una sola fuente
Ground-OtherLaw = otro Derecho de la Unión
Ground-Practice = norma técnica o buena práctica
Ground-Unsettled = sin lectura asentada

Kind-Organisation = organización
Kind-Vendor = suministrador
Kind-AiSystem = sistema de IA
Kind-Model = modelo
Kind-Dataset = conjunto de datos
Kind-ReviewWorkflow = flujo de revisión
Kind-OversightAssignment = asignación de la supervisión humana
Kind-ManagedPolicy = política gestionada
Kind-LiteracyRecord = ficha de alfabetización en materia de IA
Kind-Notice = aviso
Kind-Assessment = evaluación
Kind-Incident = incidente
Kind-AuditSummary = resumen de auditoría
Kind-Evidence = prueba
Kind-Rollout = implantación de una herramienta
Kind-Waiver = aceptación de una carencia

Authority-RejectOutput = rechazar un resultado
Authority-Override = invalidar un resultado
Authority-SuspendUse = suspender el uso
Authority-StopSystem = detener el sistema
Authority-Revert = revertir
Authority-NotifyAuthority = informar a la autoridad

Autonomy-Suggest = propone; una persona actúa
Autonomy-ActWithApproval = actúa después de que una persona apruebe cada paso
Autonomy-ActWithinPolicy = actúa por sí mismo dentro de una política
Autonomy-Unattended = actúa sin vigilancia
