//! The AI tools that write or review code, as git and git hosts show them: mailboxes, logins, apps, words. One row for each
//! tool; a name in the inventory is compared with `name`. Addresses of people who work for a vendor stand in no row.

/// One AI tool.
#[derive(Debug)]
pub(crate) struct Tool {
    /// What summaries call it.
    pub(crate) name: &'static str,
    /// Mailboxes from which it signs, in lower case. Whole mailboxes only: a domain is full of people.
    pub(crate) mailboxes: &'static [&'static str],
    /// Logins that belong to it, in lower case, without the marks of an app.
    pub(crate) logins: &'static [&'static str],
    /// Apps whose name a person could have as a login: they count only with the mark of an app, `[bot]` or `app/`.
    pub(crate) apps: &'static [&'static str],
    /// Words by which a text names it, in lower case; each stands alone in the text.
    pub(crate) words: &'static [&'static str],
}

const NOBODY: Tool = Tool {
    name: "",
    mailboxes: &[],
    logins: &[],
    apps: &[],
    words: &[],
};

/// Every tool, in the order of names.
pub(crate) const TOOLS: &[Tool] = &[
    Tool {
        name: "aider",
        mailboxes: &["aider@aider.chat", "noreply@aider.chat"],
        words: &["aider"],
        ..NOBODY
    },
    Tool {
        name: "amazon-q",
        logins: &["amazon-q-developer"],
        words: &["amazon q"],
        ..NOBODY
    },
    Tool {
        name: "amp",
        mailboxes: &["amp@ampcode.com"],
        words: &["ampcode"],
        ..NOBODY
    },
    Tool {
        name: "antigravity",
        words: &["antigravity"],
        ..NOBODY
    },
    Tool {
        name: "claude-code",
        mailboxes: &["noreply@anthropic.com"],
        apps: &["claude"],
        words: &["claude code", "claude-code"],
        ..NOBODY
    },
    Tool {
        name: "cline",
        words: &["cline"],
        ..NOBODY
    },
    Tool {
        name: "codex",
        mailboxes: &["noreply@openai.com", "codex@openai.com"],
        logins: &["chatgpt-codex-connector", "openai-codex"],
        words: &["codex"],
        ..NOBODY
    },
    Tool {
        name: "coderabbit",
        logins: &["coderabbitai"],
        words: &["coderabbit"],
        ..NOBODY
    },
    Tool {
        name: "crush",
        mailboxes: &["crush@charm.land"],
        ..NOBODY
    },
    Tool {
        name: "cursor",
        mailboxes: &["cursoragent@cursor.com"],
        apps: &["cursor"],
        words: &["cursor"],
        ..NOBODY
    },
    Tool {
        name: "devin",
        logins: &["devin-ai-integration"],
        words: &["devin ai"],
        ..NOBODY
    },
    Tool {
        name: "factory-droid",
        logins: &["factory-droid"],
        ..NOBODY
    },
    Tool {
        name: "gemini-code-assist",
        logins: &["gemini-code-assist"],
        words: &["gemini code assist"],
        ..NOBODY
    },
    Tool {
        name: "gemini-cli",
        mailboxes: &["noreply@google.com"],
        logins: &["gemini-cli"],
        words: &["gemini cli", "gemini-cli"],
        ..NOBODY
    },
    Tool {
        name: "github-copilot",
        // Copilot Autofix, which speaks through the app for code scanning.
        mailboxes: &["62310815+github-advanced-security[bot]@users.noreply.github.com"],
        logins: &["copilot", "copilot-swe-agent", "copilot-pull-request-reviewer"],
        words: &["copilot"],
        ..NOBODY
    },
    Tool {
        name: "gitlab-duo",
        logins: &["gitlabduo", "duo-developer", "duo-code-review-bot"],
        words: &["gitlab duo"],
        ..NOBODY
    },
    Tool {
        name: "greptile",
        logins: &["greptile-apps"],
        ..NOBODY
    },
    Tool {
        name: "jules",
        logins: &["google-labs-jules"],
        words: &["google jules"],
        ..NOBODY
    },
    Tool {
        name: "junie",
        mailboxes: &["junie@jetbrains.com"],
        words: &["jetbrains junie"],
        ..NOBODY
    },
    Tool {
        name: "kiro",
        words: &["kiro"],
        ..NOBODY
    },
    Tool {
        name: "opencode",
        mailboxes: &["noreply@opencode.ai"],
        words: &["opencode"],
        ..NOBODY
    },
    Tool {
        name: "openhands",
        mailboxes: &["openhands@all-hands.dev"],
        logins: &["openhands-agent"],
        words: &["openhands"],
        ..NOBODY
    },
    Tool {
        name: "qodo",
        logins: &["qodo-merge-pro", "qodo-code-review"],
        ..NOBODY
    },
    Tool {
        name: "qwen-code",
        mailboxes: &["qwen-coder@alibabacloud.com"],
        words: &["qwen code"],
        ..NOBODY
    },
    Tool {
        name: "sourcery",
        logins: &["sourcery-ai"],
        ..NOBODY
    },
    Tool {
        name: "windsurf",
        words: &["windsurf"],
        ..NOBODY
    },
];

/// Programs that act under a login of their own and are no AI tools, in lower case, without the marks of an app.
const OTHER_BOTS: &[&str] = &[
    "allcontributors",
    "bors",
    "changeset-bot",
    "codeclimate",
    "codecov",
    "codecov-commenter",
    "deepsource-autofix",
    "deepsource-io",
    "dependabot",
    "dependabot-preview",
    "github-actions",
    "github-advanced-security",
    "github-merge-queue",
    "gitguardian",
    "gitlab-bot",
    "graphite-app",
    "imgbot",
    "k8s-ci-robot",
    "kodiakhq",
    "mergify",
    "netlify",
    "pre-commit-ci",
    "pyup-bot",
    "renovate",
    "renovate-bot",
    "semantic-release-bot",
    "snyk-bot",
    "sonarcloud",
    "sonarqubecloud",
    "stale",
    "trunk-io",
    "vercel",
];
/// Mailboxes of such programs, in lower case.
const MAILBOXES_OF_BOTS: &[&str] = &[
    "action@github.com",
    "actions@github.com",
    "bot@renovateapp.com",
    "noreply@github.com",
    "support@dependabot.com",
];

/// Labels that declare the use of AI, in lower case with hyphens. A bare `ai` is not among them: it names a topic.
pub(crate) const LABELS: &[&str] = &[
    "ai-assisted",
    "ai-authored",
    "ai-generated",
    "ai-written",
    "assisted-by-ai",
    "generated-by-ai",
    "llm-assisted",
    "llm-generated",
    "made-with-ai",
];

const PRIVATE_MAILBOXES: &str = "@users.noreply.github.com";

/// Returns the tool that signs from a mailbox.
pub(crate) fn of_mailbox(mailbox: &str) -> Option<&'static Tool> {
    let mailbox = mailbox.trim().to_lowercase();
    let own = TOOLS
        .iter()
        .find(|tool| tool.mailboxes.contains(&mailbox.as_str()));
    own.or_else(|| of_login(login_of(&mailbox)?))
}

/// Returns the tool that a login belongs to.
pub(crate) fn of_login(login: &str) -> Option<&'static Tool> {
    let (login, is_app) = unmarked(login);
    TOOLS
        .iter()
        .find(|tool| tool.logins.contains(&login.as_str()) || (is_app && tool.apps.contains(&login.as_str())))
}

/// Returns the tools that a text names.
pub(crate) fn of_words(text: &str) -> impl Iterator<Item = &'static Tool> {
    let text = text.to_lowercase();
    TOOLS
        .iter()
        .filter(move |tool| tool.words.iter().any(|word| names(&text, word)))
}

/// Returns the tool with whose name a text begins.
pub(crate) fn of_beginning(text: &str) -> Option<&'static Tool> {
    let text = text.trim_start_matches('[').to_lowercase();
    let begins = |word: &str| {
        let rest = text.strip_prefix(word);
        rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
    };
    TOOLS
        .iter()
        .find(|tool| begins(tool.name) || tool.words.iter().any(|word| begins(word)))
}

/// Returns whether a login is that of a program. A login that an app and a person could have counts as the app's: whoever
/// counts reviews by persons must not count a program among them.
pub(crate) fn is_bot(login: &str) -> bool {
    let (login, is_app) = unmarked(login);
    let has_ending = ["-bot", "_bot", "-robot"]
        .iter()
        .any(|ending| login.ends_with(ending));
    // GitLab gives a user of its own to each access token of a project or group.
    let is_token = ["project_", "group_", "service_account_"]
        .iter()
        .any(|start| login.starts_with(start) && (login.contains("_bot") || start.starts_with("service")));
    is_app
        || has_ending
        || is_token
        || OTHER_BOTS.contains(&login.as_str())
        || TOOLS
            .iter()
            .any(|tool| tool.logins.contains(&login.as_str()) || tool.apps.contains(&login.as_str()))
}

/// Returns whether a mailbox is that of a program.
pub(crate) fn is_bot_mailbox(mailbox: &str) -> bool {
    let mailbox = mailbox.trim().to_lowercase();
    let is_marked = login_of(&mailbox).is_some_and(|login| unmarked(login).1 || OTHER_BOTS.contains(&login));
    is_marked || MAILBOXES_OF_BOTS.contains(&mailbox.as_str()) || of_mailbox(&mailbox).is_some()
}

/// Returns the login of a private mailbox of GitHub, `12345+login@users.noreply.github.com`.
fn login_of(mailbox: &str) -> Option<&str> {
    let login = mailbox.strip_suffix(PRIVATE_MAILBOXES)?;
    match login.split_once('+') {
        Some((number, login)) if number.bytes().all(|byte| byte.is_ascii_digit()) => Some(login),
        _ => Some(login),
    }
}

/// Returns a login in lower case without the marks of an app, and whether it had one.
fn unmarked(login: &str) -> (String, bool) {
    let login = login.trim().to_lowercase();
    let bare = login.strip_prefix("app/").unwrap_or(&login);
    let bare = bare.strip_suffix("[bot]").unwrap_or(bare);
    (bare.to_owned(), bare.len() < login.len())
}

/// Returns whether a word stands alone in a text.
fn names(text: &str, word: &str) -> bool {
    let is_letter = |found: Option<char>| found.is_some_and(char::is_alphanumeric);
    text.match_indices(word).any(|(at, _)| {
        let (before, after) = (&text[..at], &text[at + word.len()..]);
        !is_letter(before.chars().next_back()) && !is_letter(after.chars().next())
    })
}
