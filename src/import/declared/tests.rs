//! What is declared, held to the shapes that commits and changes have in the wild.

use crate::import::declared::Declared;
use crate::import::declared::tools::{TOOLS, is_bot, is_bot_mailbox, of_login, of_mailbox};

const CLAUDE: Option<&str> = Some("claude-code");
const COPILOT: Option<&str> = Some("github-copilot");

/// Key and value of a trailer, the tool and the model that it names.
const DECLARING: &[(&str, &str, Option<&str>, Option<&str>)] = &[
    (
        "Co-authored-by",
        "Claude Opus 4.6 <noreply@anthropic.com>",
        CLAUDE,
        Some("Claude Opus 4.6"),
    ),
    ("CO-AUTHORED-BY", "Claude <NoReply@Anthropic.com>", CLAUDE, None),
    (
        "Co-authored-by",
        "Copilot <223556219+Copilot@users.noreply.github.com>",
        COPILOT,
        None,
    ),
    (
        "co-authored-by",
        "copilot-swe-agent[bot] <198982749+Copilot@users.noreply.github.com>",
        COPILOT,
        None,
    ),
    (
        "Co-authored-by",
        "Copilot Autofix powered by AI <62310815+github-advanced-security[bot]@users.noreply.github.com>",
        COPILOT,
        None,
    ),
    (
        "Co-authored-by",
        "Cursor <cursoragent@cursor.com>",
        Some("cursor"),
        None,
    ),
    (
        "Co-authored-by",
        "Codex <noreply@openai.com>",
        Some("codex"),
        None,
    ),
    (
        "Co-authored-by",
        "aider (gpt-4o) <aider@aider.chat>",
        Some("aider"),
        Some("gpt-4o"),
    ),
    (
        "Co-developed-by",
        "Claude Sonnet 4.5 <noreply@anthropic.com>",
        CLAUDE,
        Some("Claude Sonnet 4.5"),
    ),
    (
        "Co-authored-by",
        "Claude <1+claude[bot]@users.noreply.github.com>",
        CLAUDE,
        None,
    ),
    (
        "Assisted-by",
        "Opus 4.6 via Claude Code",
        CLAUDE,
        Some("Opus 4.6"),
    ),
    (
        "Assisted-by",
        "Google Antigravity with Gemini",
        Some("antigravity"),
        None,
    ),
    (
        "Assisted-by",
        "Claude:claude-3-opus [coccinelle] [sparse]",
        None,
        Some("claude-3-opus"),
    ),
    ("Assisted-by", "Robot:mind-7 [sparse]", None, None),
    ("Assisted-by", "Claude", None, None),
    ("Assisted-by", "Claude <noreply@anthropic.com>", CLAUDE, None),
    ("AI-assisted-by", "something of ours", None, None),
    ("Generated-by", "GitHub Copilot", COPILOT, None),
    ("Made-with", "Cursor", Some("cursor"), None),
    ("Claude-Session", "https://claude.ai/code/session_0", CLAUDE, None),
    ("Signed-off-by", "Claude <noreply@anthropic.com>", CLAUDE, None),
];

fn declared(trailers: &[(&str, &str)]) -> Declared {
    let mut declared = Declared::default();
    trailers
        .iter()
        .for_each(|(key, value)| declared.trailer(key, value));
    declared
}

#[track_caller]
fn check(key: &str, value: &str, tool: Option<&str>, model: Option<&str>) {
    let found = declared(&[(key, value)]);
    let tools: Vec<&str> = found.tools.iter().copied().collect();
    let models: Vec<&str> = found.models.iter().map(String::as_str).collect();
    assert!(found.is_ai, "{key}: {value}");
    assert_eq!(tools, tool.into_iter().collect::<Vec<_>>(), "{key}: {value}");
    assert_eq!(models, model.into_iter().collect::<Vec<_>>(), "{key}: {value}");
}

#[test]
fn trailers_that_declare_ai_name_tool_and_model() {
    for (key, value, tool, model) in DECLARING {
        check(key, value, *tool, *model);
    }
}

#[test]
fn people_and_other_programs_declare_no_ai() {
    for (key, value) in [
        ("Co-authored-by", "Claude Martin <claude.martin@acme.example>"),
        ("Co-authored-by", "Claude <claude@users.noreply.github.com>"),
        ("Co-authored-by", "Devon Aided <devon@acme.example>"),
        ("Co-authored-by", "Anna <anna@anthropic.com>"),
        ("Co-authored-by", "Claude Opus 4.6"),
        (
            "Co-authored-by",
            "dependabot[bot] <49699333+dependabot[bot]@users.noreply.github.com>",
        ),
        ("Assisted-by", "Claude Martin"),
        ("Assisted-by", "Claude Martin <claude.martin@acme.example>"),
        ("Assisted-by", "the whole team"),
        ("Assisted-by", "see https://acme.example/cursors"),
        ("Generated-by", "codegen.py"),
        ("Made-with", "love"),
        ("Reviewed-by", "Claude <noreply@anthropic.com>"),
        ("Signed-off-by", "Claude Martin <claude.martin@acme.example>"),
    ] {
        let found = declared(&[(key, value)]);
        assert!(!found.is_ai && !found.is_signed_off, "{key}: {value}");
        assert!(
            found.tools.is_empty() && found.models.is_empty(),
            "{key}: {value}"
        );
    }
}

#[test]
fn an_assistant_that_is_not_known_is_told_and_not_counted() {
    let found = declared(&[
        ("Assisted-by", "Anna"),
        ("Generated-by", "codegen.py"),
        ("Made-with", "love"),
    ]);
    assert_eq!((found.n_unread, found.is_ai), (2, false));
}

#[test]
fn only_the_last_paragraph_of_a_message_holds_trailers() {
    let says = |body: &str| {
        let mut declared = Declared::default();
        declared.message(body);
        declared
    };
    let trailer = "Co-authored-by: Claude Opus 4.8 (1M context) <noreply@anthropic.com>";
    let folded = "Why.\n\nCo-authored-by: Claude Opus 4.8\n (1M context) <noreply@anthropic.com>\n";
    for body in [
        trailer,
        &format!("Why.\n\n{trailer}\n"),
        &format!("Why.\n\nReviewed-by: Anna <a@b.example>\n{trailer}"),
        folded,
    ] {
        let found = says(body);
        assert!(found.is_ai, "{body}");
        assert_eq!(
            found.models.iter().collect::<Vec<_>>(),
            ["Claude Opus 4.8 (1M context)"],
            "{body}"
        );
    }
    for body in [
        &format!("{trailer}\n\nThe line above was copied from another commit."),
        &format!("The old text ended so:\n{trailer}\nwhich is wrong.\nMore words.\nAnd more."),
        &format!("> {trailer}"),
        "",
    ] {
        assert_eq!(says(body), Declared::default(), "{body}");
    }
}

#[test]
fn a_line_of_the_text_and_a_label_declare_ai() {
    let says = |text: &str, label: &str| {
        let mut declared = Declared::default();
        declared.text(text);
        declared.label(label);
        declared
    };
    for text in [
        "Adds login.\n\n🤖 Generated with [Claude Code](https://claude.com/claude-code)",
        "Generated by Copilot.",
        "💘 Generated with Crush",
        "_Generated with [Devin](https://devin.ai)_",
    ] {
        assert!(says(text, "").is_ai, "{text}");
    }
    for label in ["AI-assisted", "ai: generated", "AI Assisted", "llm_generated"] {
        assert!(says("", label).is_ai, "{label}");
    }
    for (text, label) in [
        (
            "> Generated with [Claude Code](https://claude.com/claude-code)",
            "ai",
        ),
        ("Generated by the cursor of the database", "claude"),
        ("Generated with devinette", "area: ai"),
        ("It was generated with Claude Code", "ai-assisted-search"),
    ] {
        assert_eq!(says(text, label), Declared::default(), "{text}, {label}");
    }
}

#[test]
fn programs_are_told_from_persons() {
    for login in [
        "dependabot[bot]",
        "app/renovate",
        "renovate",
        "Copilot",
        "copilot-pull-request-reviewer",
        "coderabbitai",
        "github-actions",
        "claude",
        "cursor",
        "acme-release-bot",
        "project_12_bot_0a1b",
        "group_7_bot",
        "service_account_0a1b",
        "GitLabDuo",
    ] {
        assert!(is_bot(login), "{login}");
    }
    for login in [
        "claude-martin",
        "anna",
        "abbot",
        "project_lead",
        "bottoni",
        "github",
        "",
    ] {
        assert!(!is_bot(login), "{login}");
    }
    for mailbox in [
        "49699333+dependabot[bot]@users.noreply.github.com",
        "noreply@anthropic.com",
        "Action@github.com",
        "1+renovate@users.noreply.github.com",
    ] {
        assert!(is_bot_mailbox(mailbox), "{mailbox}");
    }
    for mailbox in [
        "anna@anthropic.com",
        "12+claude@users.noreply.github.com",
        "claude@acme.example",
        "",
    ] {
        assert!(!is_bot_mailbox(mailbox), "{mailbox}");
    }
}

#[test]
fn the_table_can_be_found_in() {
    for tool in TOOLS {
        assert!(
            tool.mailboxes
                .iter()
                .all(|mailbox| of_mailbox(mailbox).is_some_and(|it| it.name == tool.name))
        );
        assert!(
            tool.logins
                .iter()
                .all(|login| of_login(login).is_some_and(|it| it.name == tool.name))
        );
        assert!(
            tool.apps
                .iter()
                .all(|app| of_login(app).is_none() && of_login(&format!("app/{app}")).is_some())
        );
        let texts = tool
            .mailboxes
            .iter()
            .chain(tool.logins)
            .chain(tool.apps)
            .chain(tool.words);
        assert!(
            texts.into_iter().all(|text| *text == text.to_lowercase()),
            "{}",
            tool.name
        );
        assert!(tool.mailboxes.iter().all(|mailbox| mailbox.contains('@')));
    }
    assert!(TOOLS.windows(2).all(|pair| pair[0].name != pair[1].name));
}
