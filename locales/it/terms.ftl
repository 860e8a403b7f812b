# Termini di elenchi chiusi, con il nome dell’elenco e del termine. L’inglese sta accanto agli elenchi, nel programma;
# i termini del regolamento seguono la sua versione italiana.

Role-Provider = fornitore
Role-Deployer = deployer
Role-Importer = importatore
Role-Distributor = distributore
Role-AuthorisedRepresentative = rappresentante autorizzato
Role-ProductManufacturer = fabbricante di prodotti
Role-GpaiProvider = fornitore di un modello di IA per finalità generali
Role-GpaiModifier = chi modifica un modello di IA per finalità generali

BuiltOrRebranded-None = usato come fornito
BuiltOrRebranded-BuiltInHouse = realizzato internamente
BuiltOrRebranded-Rebranded = posto sotto il nostro nome
BuiltOrRebranded-SubstantiallyModified = modificato in modo sostanziale
BuiltOrRebranded-Repurposed = destinato a un’altra finalità prevista

DeploymentForm-Saas = servizio ospitato
DeploymentForm-Api = interfaccia di programmazione
DeploymentForm-OnPrem = sulle nostre macchine
DeploymentForm-Embedded = integrato in un prodotto
DeploymentForm-IdePlugin = estensione di un ambiente di sviluppo
DeploymentForm-Cli = programma a riga di comando

LifecycleStatus-Planned = previsto
LifecycleStatus-InDevelopment = in sviluppo
LifecycleStatus-InService = in servizio
LifecycleStatus-Suspended = sospeso
LifecycleStatus-Withdrawn = ritirato
LifecycleStatus-Recalled = richiamato
LifecycleStatus-Retired = dismesso
LifecycleStatus-Forbidden = vietato

OutputModality-Text = testo
OutputModality-Code = codice sorgente
OutputModality-Image = immagini
OutputModality-Audio = audio
OutputModality-Video = video
OutputModality-Score = punteggi
OutputModality-Decision = decisioni
OutputModality-Action = azioni

Art50Para-P1 = informare le persone del fatto che interagiscono con un’IA
Art50Para-P2 = marcare i contenuti sintetici
Art50Para-P3 = informare le persone esposte al riconoscimento delle emozioni o alla categorizzazione biometrica
Art50Para-P4Deepfake = rendere noti i deep fake
Art50Para-P4Text = rendere nota l’origine dei testi pubblicati di interesse pubblico

Art50Status-Applies = si applica
Art50Status-Grace = si applica; periodo transitorio fino al 2{ "\u00A0" }dicembre 2026
Art50Status-AttenuatedArtistic = si applica in forma ridotta (manifestamente artistico)
Art50Status-AttenuatedMarking = si applica; basta la marcatura nei metadati (prodotto integrato)
Art50Status-Unknown = sconosciuto
Art50Status-ExemptObvious = non dovuto: evidente per le persone interessate
Art50Status-ExemptCrimeLaw = non dovuto: autorizzato dalla legge contro i reati
Art50Status-ExemptStandardEditing = non dovuto: assistenza all’editing standard
Art50Status-ExemptNoSubstantialAlteration = non dovuto: nessuna modifica sostanziale dei dati di input
Art50Status-ExemptNarrowB2b = non dovuto: output ristretto, a uso professionale
Art50Status-ExemptEphemeral = non dovuto: contenuti effimeri in tempo reale, di cui le persone sono informate
Art50Status-ExemptEditorial = non dovuto: revisione umana e responsabilità editoriale
Art50Status-NotTriggeredSourceCode = non attivato: codice sorgente
Art50Status-NotTriggeredShortStrings = non attivato: stringhe brevi
Art50Status-NotTriggeredM2m = non attivato: letto solo da macchine
Art50Status-NotTriggeredPersonalUse = non attivato: uso personale, non professionale

NoticeType-Art50_1 = informare le persone del fatto che hanno a che fare con un sistema di IA
NoticeType-Art50_3 = informare le persone del riconoscimento delle emozioni o della categorizzazione biometrica
NoticeType-Art50_4Deepfake = rendere noto un deep fake
NoticeType-Art50_4Text = rendere nota l’origine di un testo su questioni di interesse pubblico
NoticeType-Art26_7 = informare i lavoratori e i loro rappresentanti
NoticeType-Art26_11 = informare le persone del fatto che il sistema contribuisce a decisioni che le riguardano
NoticeType-Art86Procedure = dire come le persone ottengono una spiegazione
NoticeType-Gdpr13_14 = informare sui dati personali

NoticeException-Obvious = evidente per le persone interessate
NoticeException-AssistiveEditing = assistenza all’editing standard
NoticeException-NoSubstantialAlteration = nessuna modifica sostanziale dei dati di input
NoticeException-Editorial = revisione umana e responsabilità editoriale
NoticeException-Artistic = opera manifestamente artistica
NoticeException-AuthorisedByLaw = autorizzato dalla legge
NoticeException-CodeOutOfScope = il codice sorgente non rientra nell’ambito

EditorialLack-Record = una scheda in merito
EditorialLack-Responsible = una persona designata che detenga la responsabilità editoriale
EditorialLack-Review = una revisione da parte di una persona

DisclosureMechanism-AssistedBy = dicitura Assisted-by nel commit
DisclosureMechanism-CoAuthoredBy = dicitura Co-Authored-By nel commit
DisclosureMechanism-GeneratedBy = dicitura Generated-by nel commit
DisclosureMechanism-PrLabel = etichetta sulla pull request
DisclosureMechanism-None = nessuna dichiarazione

Enforcement-ServerManaged = dal server del venditore
Enforcement-Mdm = dalla gestione dei dispositivi
Enforcement-File = da un file sulla macchina
Enforcement-Gateway = da un gateway
Enforcement-None = non imposta

BypassMode-Disabled = disattivata
BypassMode-Allowed = consentita

LoginRestriction-OrgOnly = solo account dell’organizzazione
LoginRestriction-Any = qualsiasi account

WorksCouncil-None = nessuno
WorksCouncil-Exists = esiste
WorksCouncil-Informed = esiste ed è informato

CodeName-Transparency2026 = Codice di buone pratiche sulla trasparenza dei contenuti generati dall’IA

CodeSigned-GpaiTransparency = codice di buone pratiche per i modelli di IA per finalità generali, capitolo sulla trasparenza
CodeSigned-GpaiCopyright = codice di buone pratiche per i modelli di IA per finalità generali, capitolo sul diritto d’autore
CodeSigned-GpaiSafety = codice di buone pratiche per i modelli di IA per finalità generali, capitolo sulla sicurezza e protezione
CodeSigned-Transparency2026S1 = codice di buone pratiche sulla trasparenza, sezione 1 (fornitori)
CodeSigned-Transparency2026S2 = codice di buone pratiche sulla trasparenza, sezione 2 (deployer)

TrainsOnOurData-Never = mai
TrainsOnOurData-ByDefault = per impostazione predefinita
TrainsOnOurData-OptedOut = no, rifiutato da noi
TrainsOnOurData-Unknown = sconosciuto

LogCategoryName-Sessions = sessioni
LogCategoryName-ToolUsage = uso di strumenti
LogCategoryName-PromptsAndOutputs = richieste e output
LogCategoryName-CodeChanges = modifiche del codice
LogCategoryName-Costs = costi
LogCategoryName-PolicyViolations = violazioni della policy
LogCategoryName-ApprovalsOverrides = approvazioni e interventi
LogCategoryName-Access = accessi
LogCategoryName-ConfigChanges = modifiche della configurazione
LogCategoryName-Incidents = incidenti

HeldBy-Us = l’organizzazione
HeldBy-Vendor = il venditore
HeldBy-Both = entrambi

Ground-Law = diritto
Ground-Guidance = orientamenti della Commissione, non vincolanti
Ground-OneSource = orientamenti noti da una sola fonte
Ground-OtherLaw = altro diritto dell’Unione
Ground-Practice = norma tecnica o buona prassi
Ground-Unsettled = nessuna lettura consolidata

Kind-Organisation = organizzazione
Kind-Vendor = venditore
Kind-AiSystem = sistema di IA
Kind-Model = modello
Kind-Dataset = set di dati
Kind-ReviewWorkflow = flusso di revisione
Kind-OversightAssignment = assegnazione della sorveglianza umana
Kind-ManagedPolicy = policy gestita
Kind-LiteracyRecord = scheda sull’alfabetizzazione in materia di IA
Kind-Notice = avviso
Kind-Assessment = valutazione
Kind-Incident = incidente
Kind-AuditSummary = sintesi di audit
Kind-Evidence = prova
Kind-Rollout = introduzione di uno strumento
Kind-Waiver = accettazione di una lacuna

Authority-RejectOutput = respingere un risultato
Authority-Override = ignorare un risultato
Authority-SuspendUse = sospendere l’uso
Authority-StopSystem = arrestare il sistema
Authority-Revert = annullare
Authority-NotifyAuthority = informare l’autorità

Autonomy-Suggest = propone; una persona agisce
Autonomy-ActWithApproval = agisce dopo che una persona ha approvato ogni passo
Autonomy-ActWithinPolicy = agisce da solo entro una politica
Autonomy-Unattended = agisce senza sorveglianza
