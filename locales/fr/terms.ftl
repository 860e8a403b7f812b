# Termes de listes fermées, nommés d’après la liste et le terme. L’anglais se trouve auprès des listes, dans le programme ;
# les termes du règlement suivent sa version française.

Role-Provider = fournisseur
Role-Deployer = déployeur
Role-Importer = importateur
Role-Distributor = distributeur
Role-AuthorisedRepresentative = mandataire
Role-ProductManufacturer = fabricant de produits
Role-GpaiProvider = fournisseur d’un modèle d’IA à usage général
Role-GpaiModifier = auteur de la modification d’un modèle d’IA à usage général

BuiltOrRebranded-None = utilisé tel que fourni
BuiltOrRebranded-BuiltInHouse = conçu en interne
BuiltOrRebranded-Rebranded = placé sous notre propre nom
BuiltOrRebranded-SubstantiallyModified = modifié de manière substantielle
BuiltOrRebranded-Repurposed = doté d’une autre destination

DeploymentForm-Saas = service hébergé
DeploymentForm-Api = interface de programmation
DeploymentForm-OnPrem = sur nos propres machines
DeploymentForm-Embedded = intégré à un produit
DeploymentForm-IdePlugin = extension d’un environnement de développement
DeploymentForm-Cli = programme en ligne de commande

LifecycleStatus-Planned = prévu
LifecycleStatus-InDevelopment = en cours de développement
LifecycleStatus-InService = en service
LifecycleStatus-Suspended = suspendu
LifecycleStatus-Withdrawn = retiré
LifecycleStatus-Recalled = rappelé
LifecycleStatus-Retired = hors service
LifecycleStatus-Forbidden = interdit

OutputModality-Text = texte
OutputModality-Code = code source
OutputModality-Image = images
OutputModality-Audio = son
OutputModality-Video = vidéo
OutputModality-Score = scores
OutputModality-Decision = décisions
OutputModality-Action = actions

Art50Para-P1 = informer les personnes qu’elles interagissent avec une IA
Art50Para-P2 = marquer les contenus de synthèse
Art50Para-P3 = informer les personnes exposées à la reconnaissance des émotions ou à la catégorisation biométrique
Art50Para-P4Deepfake = signaler les hypertrucages comme tels
Art50Para-P4Text = signaler comme générés les textes publiés d’intérêt public

Art50Status-Applies = s’applique
Art50Status-Grace = s’applique ; période transitoire jusqu’au 2{ "\u00A0" }décembre 2026
Art50Status-AttenuatedArtistic = s’applique sous une forme réduite (manifestement artistique)
Art50Status-AttenuatedMarking = s’applique ; le marquage dans les métadonnées suffit (produit intégré)
Art50Status-Unknown = inconnu
Art50Status-ExemptObvious = non dû : évident pour les personnes concernées
Art50Status-ExemptCrimeLaw = non dû : autorisé par la loi contre les infractions pénales
Art50Status-ExemptStandardEditing = non dû : assistance à la mise en forme standard
Art50Status-ExemptNoSubstantialAlteration = non dû : pas de modification substantielle des données d’entrée
Art50Status-ExemptNarrowB2b = non dû : sorties étroites, à usage professionnel
Art50Status-ExemptEphemeral = non dû : contenus éphémères en temps réel, dont les personnes sont informées
Art50Status-ExemptEditorial = non dû : examen humain et responsabilité éditoriale
Art50Status-NotTriggeredSourceCode = non déclenché : code source
Art50Status-NotTriggeredShortStrings = non déclenché : courtes chaînes de caractères
Art50Status-NotTriggeredM2m = non déclenché : lu uniquement par des machines
Art50Status-NotTriggeredPersonalUse = non déclenché : usage personnel à caractère non professionnel

NoticeType-Art50_1 = informer les personnes qu’elles ont affaire à un système d’IA
NoticeType-Art50_3 = informer les personnes de la reconnaissance des émotions ou de la catégorisation biométrique
NoticeType-Art50_4Deepfake = signaler un hypertrucage comme tel
NoticeType-Art50_4Text = signaler comme généré un texte sur des questions d’intérêt public
NoticeType-Art26_7 = informer les travailleurs et leurs représentants
NoticeType-Art26_11 = informer les personnes que le système contribue à des décisions les concernant
NoticeType-Art86Procedure = dire comment les personnes obtiennent une explication
NoticeType-Gdpr13_14 = informer sur les données à caractère personnel

NoticeException-Obvious = évident pour les personnes concernées
NoticeException-AssistiveEditing = assistance à la mise en forme standard
NoticeException-NoSubstantialAlteration = pas de modification substantielle des données d’entrée
NoticeException-Editorial = examen humain et responsabilité éditoriale
NoticeException-Artistic = œuvre manifestement artistique
NoticeException-AuthorisedByLaw = autorisé par la loi
NoticeException-CodeOutOfScope = le code source n’est pas visé

EditorialLack-Record = fiche à ce sujet
EditorialLack-Responsible = personne désignée qui assume la responsabilité éditoriale
EditorialLack-Review = examen par une personne

DisclosureMechanism-AssistedBy = mention Assisted-by dans le commit
DisclosureMechanism-CoAuthoredBy = mention Co-Authored-By dans le commit
DisclosureMechanism-GeneratedBy = mention Generated-by dans le commit
DisclosureMechanism-PrLabel = étiquette sur la pull request
DisclosureMechanism-None = aucune déclaration

Enforcement-ServerManaged = par le serveur du prestataire
Enforcement-Mdm = par la gestion des appareils
Enforcement-File = par un fichier sur la machine
Enforcement-Gateway = par une passerelle
Enforcement-None = non imposée

BypassMode-Disabled = désactivé
BypassMode-Allowed = autorisé

LoginRestriction-OrgOnly = uniquement les comptes de l’organisation
LoginRestriction-Any = tout compte

WorksCouncil-None = aucun
WorksCouncil-Exists = existe
WorksCouncil-Informed = existe et est informé

CodeName-Transparency2026 = Code de bonnes pratiques sur la transparence des contenus générés par l’IA

CodeSigned-GpaiTransparency = code de bonnes pratiques pour les modèles d’IA à usage général, chapitre sur la transparence
CodeSigned-GpaiCopyright = code de bonnes pratiques pour les modèles d’IA à usage général, chapitre sur le droit d’auteur
CodeSigned-GpaiSafety = code de bonnes pratiques pour les modèles d’IA à usage général, chapitre sur la sûreté et la sécurité
CodeSigned-Transparency2026S1 = code de bonnes pratiques sur la transparence, section 1 (fournisseurs)
CodeSigned-Transparency2026S2 = code de bonnes pratiques sur la transparence, section 2 (déployeurs)

TrainsOnOurData-Never = jamais
TrainsOnOurData-ByDefault = par défaut
TrainsOnOurData-OptedOut = non, refusé par nous
TrainsOnOurData-Unknown = inconnu

LogCategoryName-Sessions = sessions
LogCategoryName-ToolUsage = utilisation d’outils
LogCategoryName-PromptsAndOutputs = requêtes et sorties
LogCategoryName-CodeChanges = modifications du code
LogCategoryName-Costs = coûts
LogCategoryName-PolicyViolations = violations de la politique
LogCategoryName-ApprovalsOverrides = approbations et interventions
LogCategoryName-Access = accès
LogCategoryName-ConfigChanges = modifications de la configuration
LogCategoryName-Incidents = incidents

HeldBy-Us = l’organisation
HeldBy-Vendor = le prestataire
HeldBy-Both = les deux

Ground-Law = droit
Ground-Guidance = lignes directrices de la Commission, non contraignantes
Ground-OneSource = lignes directrices connues par une seule source
Ground-OtherLaw = autre droit de l’Union
Ground-Practice = norme ou bonne pratique
Ground-Unsettled = pas de lecture établie

Kind-Organisation = organisation
Kind-Vendor = prestataire
Kind-AiSystem = système d’IA
Kind-Model = modèle
Kind-Dataset = jeu de données
Kind-ReviewWorkflow = processus de revue
Kind-OversightAssignment = attribution du contrôle humain
Kind-ManagedPolicy = politique gérée
Kind-LiteracyRecord = fiche sur la maîtrise de l’IA
Kind-Notice = avis
Kind-Assessment = évaluation
Kind-Incident = incident
Kind-AuditSummary = synthèse d’audit
Kind-Evidence = élément de preuve
Kind-Rollout = déploiement d’un outil
Kind-Waiver = acceptation d’une lacune

Authority-RejectOutput = écarter un résultat
Authority-Override = passer outre à un résultat
Authority-SuspendUse = suspendre l’utilisation
Authority-StopSystem = arrêter le système
Authority-Revert = annuler
Authority-NotifyAuthority = informer l’autorité

Autonomy-Suggest = propose{ "\u202F" }; une personne agit
Autonomy-ActWithApproval = agit après qu’une personne a approuvé chaque étape
Autonomy-ActWithinPolicy = agit seul dans le cadre d’une politique
Autonomy-Unattended = agit sans surveillance
