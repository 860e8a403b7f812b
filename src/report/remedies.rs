//! Records that close gaps: for each gap that a record closes which need not be there yet, a few lines to paste, the file
//! that they go into, and the line by which the system names the record. The texts lie in `remedies/`; tests see that
//! `check` accepts each, and that the gap is then closed. Which gaps there are, and why, is for `law::gaps` to say.

use crate::law::gaps as law;
use crate::law::gaps::GapKind;

/// A record to paste.
#[derive(Debug, Clone, Copy)]
pub struct Remedy {
    /// The gaps that it closes.
    pub gaps: &'static [&'static GapKind],
    /// The file that it can go into, below the project folder.
    pub file: &'static str,
    /// The record, about a system called `my-system`.
    pub record: &'static str,
    /// A line of the record of the system; empty where the record itself names the system, or none is needed.
    pub beside: &'static str,
}

/// Every record to paste.
pub const ALL: &[Remedy] = &[
    Remedy {
        gaps: &[&law::INV_030],
        file: "assessments/my-system.yaml",
        record: include_str!("remedies/assessment-class.yaml"),
        beside: "",
    },
    Remedy {
        gaps: &[&law::FRI_001],
        file: "assessments/my-system-rights.yaml",
        record: include_str!("remedies/assessment-rights.yaml"),
        beside: "",
    },
    Remedy {
        gaps: &[&law::TRN_020],
        file: "notices/my-system.yaml",
        record: include_str!("remedies/notice-interaction.yaml"),
        beside: "",
    },
    Remedy {
        gaps: &[&law::TRN_040],
        file: "notices/my-system.yaml",
        record: include_str!("remedies/notice-deep-fake.yaml"),
        beside: "",
    },
    Remedy {
        gaps: &[&law::TRN_041],
        file: "notices/my-system.yaml",
        record: include_str!("remedies/notice-text.yaml"),
        beside: "",
    },
    Remedy {
        gaps: &[&law::TRN_050],
        file: "notices/my-system.yaml",
        record: include_str!("remedies/notice-exposure.yaml"),
        beside: "",
    },
    Remedy {
        gaps: &[&law::TRN_080],
        file: "notices/my-system-workers.yaml",
        record: include_str!("remedies/notice-workers.yaml"),
        beside: "",
    },
    Remedy {
        gaps: &[&law::OVS_001, &law::TRN_110],
        file: "oversight/my-system.yaml",
        record: include_str!("remedies/oversight-assignment.yaml"),
        beside: "",
    },
    Remedy {
        gaps: &[&law::OVS_030],
        file: "workflows/my-review.yaml",
        record: include_str!("remedies/review-workflow.yaml"),
        beside: "",
    },
    Remedy {
        gaps: &[&law::LIT_001],
        file: "literacy.yaml",
        record: include_str!("remedies/literacy-record.yaml"),
        beside: "",
    },
    Remedy {
        gaps: &[&law::REC_006, &law::REC_010, &law::TRN_090, &law::TRN_112],
        file: "audits/2026-10.yaml",
        record: include_str!("remedies/audit-summary.yaml"),
        beside: "",
    },
    Remedy {
        gaps: &[&law::BOM_006, &law::EVD_010],
        file: "models/my-model.yaml",
        record: include_str!("remedies/model.yaml"),
        beside: "models: [my-model]\n",
    },
    Remedy {
        gaps: &[&law::BOM_008, &law::TRN_107],
        file: "datasets/my-documents.yaml",
        record: include_str!("remedies/dataset.yaml"),
        beside: "datasets: [my-documents]\n",
    },
    Remedy {
        gaps: &[&law::VEN_004],
        file: "vendors/my-vendor.yaml",
        record: include_str!("remedies/vendor.yaml"),
        beside: "vendor: my-vendor\n",
    },
    Remedy {
        gaps: &[&law::EVD_011],
        file: "systems/my-other-system.yaml",
        record: include_str!("remedies/ai-system.yaml"),
        beside: "",
    },
    Remedy {
        gaps: &[
            &law::TEC_106,
            &law::TEC_107,
            &law::TEC_202,
            &law::TEC_203,
            &law::TEC_208,
        ],
        file: "evidence.yaml",
        record: include_str!("remedies/evidence.yaml"),
        beside: "evidence: [my-evidence]\n",
    },
];

/// Returns the record that closes a gap, if one does.
pub fn of(gap: &GapKind) -> Option<&'static Remedy> {
    let closes = |remedy: &&Remedy| remedy.gaps.iter().any(|closed| closed.code == gap.code);
    ALL.iter().find(closes)
}

/// What stands above each record, so that it is pasted along with it.
const MADE_UP: &str = "# Made up: every day, number and statement below. Put what is true in its place, then take this line out.\n";

impl Remedy {
    /// Returns the lines to paste: the record below the warning that what it says is made up.
    pub fn lines(&self) -> String {
        [MADE_UP, self.record].concat()
    }
}

/// Returns what to paste where, as the end of the page of a gap.
pub(crate) fn told(gap: &GapKind) -> String {
    let Some(remedy) = of(gap) else {
        return String::new();
    };
    let about_system = [remedy.record, remedy.beside].concat().contains("my-system");
    let whose = match about_system {
        true => " Put the id of your system in the place of `my-system`.",
        false => "",
    };
    let beside = match remedy.beside {
        "" => String::new(),
        line => format!("\nAnd into the record of the system:\n\n```yaml\n{line}```\n"),
    };
    format!(
        "\nA record to paste into a file such as `{}`.{whose} {TRUE_ALONE}\n\n```yaml\n{}```\n{beside}",
        remedy.file,
        remedy.lines()
    )
}

/// What to know before a record is pasted.
const TRUE_ALONE: &str = "Every day, number and statement in it is made up: put what is true in its place, and leave out \
     what you do not know. A record that is not true is worse than a gap. In a file that has records already, put a line \
     `---` before it.";
