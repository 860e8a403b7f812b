//! The one table of finding codes: number, name, severity, one line. E01xx files and YAML (E012x bills of materials of others, E013x exports and registers that are imported), E02xx records and
//! references, E03xx statements that contradict each other, E055x group files, W04xx things a person should look at (W042x waivers, W043x numbers and notes, W044x bills of materials of others, W045x audit summaries, W046x settings, W047x registers and merged summaries).

use crate::diag::Severity;

macro_rules! codes {
    ($($variant:ident = $id:literal $name:literal $severity:ident $summary:literal;)*) => {
        /// The kind of a finding. Its name is the thing that is wrong.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {
            $(#[doc = $summary] $variant,)*
        }

        impl Code {
            /// Every code, in the order of their numbers.
            pub const ALL: &[Self] = &[$(Self::$variant,)*];

            /// Returns the number, such as `E0203`.
            pub const fn id(self) -> &'static str {
                match self { $(Self::$variant => $id,)* }
            }

            /// Returns the name, such as `dangling-reference`.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }

            /// Returns how serious findings of this kind are.
            pub const fn severity(self) -> Severity {
                match self { $(Self::$variant => Severity::$severity,)* }
            }

            /// Returns the page that explains the code, in Markdown.
            pub(crate) const fn page(self) -> &'static str {
                match self { $(Self::$variant => include_str!(concat!("explain/", $id, ".md")),)* }
            }

            /// Returns one line on what the code means.
            pub const fn summary(self) -> &'static str {
                match self { $(Self::$variant => $summary,)* }
            }
        }
    };
}

impl Code {
    /// After these a record may be missing because it could not be read.
    pub const LOSES_RECORDS: &[Self] = &[
        Self::UnreadableFile,
        Self::FileTooLarge,
        Self::NotUtf8,
        Self::ForbiddenCharacter,
        Self::BrokenYaml,
        Self::NestedTooDeeply,
        Self::UnsupportedYaml,
        Self::EmptyProject,
        Self::MissingKind,
        Self::UnknownKind,
        Self::BadId,
        Self::MissingIdentity,
        Self::GroupAmongRecords,
    ];
    /// These say that a record is missing, which follows from any of [`Self::LOSES_RECORDS`].
    pub const MISS_RECORDS: &[Self] = &[Self::DanglingReference, Self::MissingOrganisation];
}

codes! {
    UnreadableFile = "E0101" "unreadable-file" Error "A file or folder cannot be read, or is not a regular file.";
    FileTooLarge = "E0102" "file-too-large" Error "A file or project is larger than the tool accepts.";
    NotUtf8 = "E0103" "not-utf8" Error "A file is not UTF-8 text.";
    ForbiddenCharacter = "E0104" "forbidden-character" Error "A text contains a control or direction-changing character.";
    BrokenYaml = "E0105" "broken-yaml" Error "A file is not well-formed YAML.";
    NestedTooDeeply = "E0106" "nested-too-deeply" Error "A document is nested deeper, or has more nodes, than the tool accepts.";
    UnsupportedYaml = "E0107" "unsupported-yaml" Error "Tags, anchors, aliases, merge keys and complex keys are not read.";
    DuplicateKey = "E0108" "duplicate-key" Error "A key stands twice in one mapping.";
    EmptyProject = "E0109" "empty-project" Error "The project folder has no inventory record.";
    BrokenBom = "E0120" "broken-bom" Error "A third-party bill of materials is not well-formed JSON or XML.";
    UnsupportedBom = "E0121" "unsupported-bom" Error "A third-party bill of materials is not CycloneDX, or of a version that is not read.";
    BrokenExport = "E0130" "broken-export" Error "A record of an export that is imported cannot be read.";
    CutExport = "E0131" "cut-export" Error "An export that is imported ends in the middle of a record.";
    MissingColumn = "E0132" "missing-column" Error "A map of a register names a column that the register does not have, or has twice.";
    BrokenRegister = "E0133" "broken-register" Error "A register that is imported cannot be read, or one of its rows.";
    NamelessRow = "E0134" "nameless-row" Error "A row of a register has no name or no id, or one that no record can have.";
    PersonalColumn = "E0135" "personal-column" Error "A map of a register takes over a column of persons or addresses.";
    OtherPeriod = "E0136" "other-period" Error "Audit summaries that are to be merged cover different days.";
    OtherSystems = "E0137" "other-systems" Error "Audit summaries that are to be merged are about different systems.";
    SameExport = "E0138" "same-export" Error "Two audit summaries that are to be merged count the same export.";
    UnmergeableValues = "E0139" "unmergeable-values" Error "Two audit summaries that are to be merged say things of which neither can stand for the other.";
    MissingKind = "E0201" "missing-kind" Error "A document does not say which kind of record it is.";
    UnknownKind = "E0202" "unknown-kind" Error "A record has a kind that does not exist.";
    DanglingReference = "E0203" "dangling-reference" Error "A record refers to a record that is not in the inventory.";
    DuplicateId = "E0204" "duplicate-id" Error "Two records of the inventory have the same id.";
    UnknownKey = "E0205" "unknown-key" Error "A record has a key that its kind does not know.";
    WrongType = "E0206" "wrong-type" Error "A value has another type than its field.";
    UnknownTerm = "E0207" "unknown-term" Error "A value is not one of the terms that its field allows.";
    BadDate = "E0208" "bad-date" Error "A value is not a date, or not a period.";
    BadId = "E0209" "bad-id" Error "An id is not a lower-case slug, or is reserved.";
    MissingIdentity = "E0210" "missing-identity" Error "A record lacks its id or name.";
    MissingValue = "E0211" "missing-value" Error "A key has no value.";
    WrongKindOfReference = "E0212" "wrong-kind-of-reference" Error "A reference names a record of another kind.";
    SecondOrganisation = "E0213" "second-organisation" Error "An inventory describes more than one organisation.";
    PerPersonData = "E0215" "per-person-data" Error "A record holds data about individual persons' performance.";
    TextTooLong = "E0216" "text-too-long" Error "A text is longer than its field accepts.";
    PersonInEvidence = "E0217" "person-in-evidence" Error "An audit summary or a rollout holds an address, a login or a token.";
    UnclearStep = "E0218" "unclear-step" Error "A step of a rollout names nothing or two things, stands in another phase, or stands twice.";
    GroupOfOne = "E0219" "group-of-one" Error "A rollout compares values of one person.";
    ContradictingFacts = "E0302" "contradicting-facts" Error "Two statements about one system cannot both be true.";
    DatesOutOfOrder = "E0303" "dates-out-of-order" Error "A period ends before it begins.";
    ChangedFile = "E0304" "changed-file" Error "A file of the project is not the one whose hash a record states.";
    CountedTwice = "E0305" "counted-twice" Error "Two audit summaries count the same thing of one system over the same days.";
    MaximumBelowMinimum = "E0306" "maximum-below-minimum" Error "A log is to be deleted before it may be.";
    ImpossibleCount = "E0307" "impossible-count" Error "A count is larger than what it is a part of, or a share is more than all.";
    NoGroup = "E0551" "no-group" Error "A file that is named as a group file is none.";
    IncompleteMember = "E0552" "incomplete-member" Error "A group has no members, or a member has no id or no project.";
    SecondMember = "E0553" "second-member" Error "Two members of a group have the same id.";
    MemberFolder = "E0554" "member-folder" Error "The project of a member is no folder below that of the group file, or is reached through a link.";
    NestedMembers = "E0555" "nested-members" Error "The project of a member is or lies in that of another.";
    OtherDay = "E0556" "other-day" Error "The members of a group would be judged on different days.";
    GroupAmongRecords = "E0557" "group-among-records" Error "A group file lies in a project.";
    SecretInText = "W0401" "secret-in-text" Warning "A text looks like a key, token or password.";
    PersonalName = "W0402" "personal-address" Warning "A field that should name a role holds a personal e-mail address.";
    ClaimedVerdict = "W0403" "claimed-verdict" Warning "A text claims a verdict that no document of this tool may state.";
    MissingGlyph = "W0404" "missing-glyph" Warning "A text has characters that the PDF fonts cannot show.";
    MissingOrganisation = "W0405" "missing-organisation" Warning "An inventory has no organisation record.";
    DerogationDespiteProfiling = "W0406" "derogation-despite-profiling" Warning "A system claims to fall outside high risk although it profiles natural persons.";
    IdleException = "W0407" "idle-exception" Warning "An exception is claimed that lifts no listed use.";
    AbsentEvidence = "W0408" "absent-evidence" Warning "A record of evidence names a file that is not in the project.";
    UnusualSpelling = "W0409" "unusual-spelling" Warning "A country, a language or an e-mail address is not spelled as its field asks.";
    OutdatedRules = "W0410" "outdated-rules" Warning "The as-of date lies after the last day on which the rule table is taken to be current.";
    LookalikeName = "W0411" "lookalike-name" Warning "A name looks like that of another record and is spelled with other characters.";
    IncompleteWaiver = "W0420" "incomplete-waiver" Warning "A waiver does not count, because it does not say what, why, by whom or until when.";
    ExpiredWaiver = "W0421" "expired-waiver" Warning "The last day of a waiver has passed.";
    UnusedWaiver = "W0422" "unused-waiver" Warning "A waiver accepts a gap that is not there.";
    PrematureWaiver = "W0423" "premature-waiver" Warning "A waiver is not approved yet on the as-of date.";
    WaiverPeriod = "W0424" "waiver-period" Warning "A waiver ends before it is approved, or runs for more than two years.";
    WaivedDuty = "W0425" "waived-duty" Warning "A waiver accepts a gap behind which a duty in force stands; it is owed all the same.";
    TurnoverYear = "W0430" "turnover-year" Warning "The turnover is not that of the last financial year.";
    StrayAnswerNote = "W0431" "stray-answer-note" Warning "A note says who answered a field that the record does not answer, or is the second about one field.";
    StaleAnswerNote = "W0432" "stale-answer-note" Warning "A note says who gave an answer, and the record gives another.";
    PrematureSignOff = "W0433" "premature-sign-off" Warning "A record is to be approved on a day that lies after the as-of date.";
    ExampleText = "W0434" "example-text" Warning "A text is still the one that `init` wrote as an example.";
    MisnamedFile = "W0435" "misnamed-file" Warning "A file has the name of an inventory file but for a slip at its end, and is not read.";
    MoreThanInvited = "W0436" "more-than-invited" Warning "More people attended a literacy measure than were invited.";
    BomDisagrees = "W0440" "bom-disagrees" Warning "A third-party bill of materials and a record say different things of one model.";
    UnclearBomReference = "W0441" "unclear-bom-reference" Warning "A reference inside a third-party bill of materials leads to no part, or to several.";
    PeriodNotOver = "W0450" "period-not-over" Warning "An audit summary covers days that are still to come on the as-of date.";
    SettingsMistake = "W0460" "settings-mistake" Warning "Settings that are imported do not do what they seem to.";
    UnreadCells = "W0470" "unread-cells" Warning "Cells of a register hold what their field does not take; the field stays open.";
    WithheldCells = "W0471" "withheld-cells" Warning "Cells of a register point to persons or hold secrets, and are left out.";
    EditedImport = "W0472" "edited-import" Warning "An audit summary that is merged was made by an import and has been edited since.";
    EqualSources = "W0473" "equal-sources" Warning "Two sources of one kind count the same fact, and nothing says which is nearer to the events.";
    SignOffLeftOut = "W0474" "sign-off-left-out" Warning "An audit summary that is merged was signed off; the merged record is not.";
}
