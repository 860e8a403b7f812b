//! Coding assistants and agents by what they leave in a repository: files that they alone read, actions, commands,
//! extensions. How git and git hosts show them (mailboxes, logins, words) stands in `import::declared::tools` alone; the
//! names are the same, so that a find, a commit and a record meet.

/// An assistant.
#[derive(Debug)]
pub(crate) struct Assistant {
    /// The name that audit summaries give it too.
    pub(crate) name: &'static str,
    pub(crate) provider: Option<&'static str>,
    /// Files and folders that it alone reads, in lower case: a path below any folder. With a slash at the end whatever
    /// lies in that folder, with a star at the end whatever begins so, with one in front whatever ends so.
    pub(crate) files: &'static [&'static str],
    /// Steps of workflows that run it: the repository of an action or pipeline component, in lower case.
    pub(crate) actions: &'static [&'static str],
    /// Words with which a command begins that runs it without a person.
    pub(crate) commands: &'static [&'static str],
    /// Extensions of editors, in lower case.
    pub(crate) extensions: &'static [&'static str],
}

const NOTHING: Assistant = Assistant {
    name: "",
    provider: None,
    files: &[],
    actions: &[],
    commands: &[],
    extensions: &[],
};

/// The name under which files stand that several assistants read.
pub(crate) const ANY_ASSISTANT: &str = "an assistant that is not named";

/// Every assistant, in the order of names; the one that is not named last.
#[rustfmt::skip]
pub(crate) const ASSISTANTS: &[Assistant] = &[
    Assistant {
        name: "aider",
        files: &[".aider.conf.yml", ".aider.model.settings.yml", ".aider.model.metadata.json", ".aiderignore"],
        commands: &["aider --message", "aider --yes", "aider -m"],
        ..NOTHING
    },
    Assistant {
        name: "amazon-q",
        provider: Some("Amazon Web Services"),
        files: &[".amazonq/"],
        commands: &["q chat"],
        extensions: &["amazonwebservices.amazon-q-vscode"],
        ..NOTHING
    },
    Assistant { name: "amp", provider: Some("Sourcegraph"), files: &[".amp/"], commands: &["amp -x"], extensions: &["sourcegraph.amp"], ..NOTHING },
    Assistant { name: "antigravity", provider: Some("Google"), files: &[".antigravity/"], ..NOTHING },
    Assistant {
        name: "claude-code",
        provider: Some("Anthropic"),
        files: &[".claude/", "claude.md", "claude.local.md", ".claudeignore", "managed-settings.json"],
        actions: &["anthropics/claude-code-action", "anthropics/claude-code-base-action", "anthropics/claude-code-security-review", "ghcr.io/anthropics/devcontainer-features/claude-code"],
        commands: &["claude -p", "claude --print", "claude --dangerously-skip-permissions"],
        extensions: &["anthropic.claude-code"],
    },
    Assistant { name: "cline", files: &[".clinerules", ".clinerules/", ".cline/"], commands: &["cline -y"], extensions: &["saoudrizwan.claude-dev"], ..NOTHING },
    Assistant {
        name: "codex",
        provider: Some("OpenAI"),
        files: &[".codex/"],
        actions: &["openai/codex-action"],
        commands: &["codex exec", "codex review"],
        extensions: &["openai.chatgpt"],
    },
    Assistant { name: "coderabbit", provider: Some("CodeRabbit"), files: &[".coderabbit.yaml", ".coderabbit.yml"], actions: &["coderabbitai/ai-pr-reviewer"], commands: &["coderabbit review"], ..NOTHING },
    Assistant { name: "continue", files: &[".continue/", ".continuerc.json"], commands: &["cn -p"], extensions: &["continue.continue"], ..NOTHING },
    Assistant { name: "crush", files: &[".crush.json", "crush.json", ".crush/"], commands: &["crush run"], ..NOTHING },
    Assistant {
        name: "cursor",
        provider: Some("Anysphere"),
        files: &[".cursor/", ".cursorrules", ".cursorignore", ".cursorindexingignore"],
        commands: &["cursor-agent"],
        ..NOTHING
    },
    Assistant { name: "devin", provider: Some("Cognition"), files: &[".devin/"], ..NOTHING },
    Assistant { name: "factory-droid", provider: Some("Factory"), files: &[".factory/"], actions: &["factory-ai/droid-action"], commands: &["droid exec"], ..NOTHING },
    Assistant {
        name: "gemini-cli",
        provider: Some("Google"),
        files: &[".gemini/", "gemini.md", ".geminiignore"],
        actions: &["google-github-actions/run-gemini-cli", "google-gemini/gemini-cli-action"],
        commands: &["gemini -p", "gemini --prompt", "gemini --yolo", "gemini -y"],
        ..NOTHING
    },
    Assistant { name: "gemini-code-assist", provider: Some("Google"), extensions: &["google.geminicodeassist"], ..NOTHING },
    Assistant {
        name: "github-copilot",
        provider: Some("GitHub"),
        files: &[".github/copilot-instructions.md", ".github/instructions/", ".github/chatmodes/", ".github/agents/", "*.prompt.md", ".github/workflows/copilot-setup-steps.yml", ".github/workflows/copilot-setup-steps.yaml", ".copilotignore"],
        commands: &["copilot -p", "copilot --prompt", "gh copilot"],
        extensions: &["github.copilot", "github.copilot-chat"],
        ..NOTHING
    },
    Assistant { name: "gitlab-duo", provider: Some("GitLab"), files: &[".gitlab/duo/"], commands: &["glab duo"], extensions: &["gitlab.gitlab-workflow"], ..NOTHING },
    Assistant { name: "goose", files: &[".goosehints", ".goose/"], commands: &["goose run"], ..NOTHING },
    Assistant { name: "greptile", provider: Some("Greptile"), files: &["greptile.json", ".greptile/"], ..NOTHING },
    Assistant { name: "jules", provider: Some("Google"), actions: &["google-labs-code/jules-action"], ..NOTHING },
    Assistant { name: "junie", provider: Some("JetBrains"), files: &[".junie/"], actions: &["jetbrains/junie-github-action"], commands: &["junie --auth"], ..NOTHING },
    Assistant { name: "kiro", provider: Some("Amazon Web Services"), files: &[".kiro/"], commands: &["kiro-cli chat"], ..NOTHING },
    Assistant { name: "opencode", files: &[".opencode/", "opencode.json", "opencode.jsonc"], actions: &["sst/opencode/github", "anomalyco/opencode/github"], commands: &["opencode run"], ..NOTHING },
    Assistant { name: "openhands", provider: Some("All Hands AI"), files: &[".openhands/", ".openhands_instructions"], actions: &["all-hands-ai/openhands-resolver", "all-hands-ai/openhands"], ..NOTHING },
    Assistant { name: "qodo", provider: Some("Qodo"), files: &[".pr_agent.toml"], actions: &["qodo-ai/pr-agent", "codium-ai/pr-agent", "the-pr-agent/pr-agent"], extensions: &["codium.codium"], ..NOTHING },
    Assistant { name: "qwen-code", provider: Some("Alibaba Cloud"), files: &[".qwen/", "qwen.md"], actions: &["qwenlm/qwen-code-action"], commands: &["qwen -p"], ..NOTHING },
    Assistant { name: "roo-code", files: &[".roo/", ".roorules", ".roomodes", ".rooignore"], extensions: &["rooveterinaryinc.roo-cline"], ..NOTHING },
    Assistant { name: "sourcery", provider: Some("Sourcery"), files: &[".sourcery.yaml"], actions: &["sourcery-ai/action"], extensions: &["sourcery.sourcery"], ..NOTHING },
    Assistant { name: "tabnine", provider: Some("Tabnine"), files: &[".tabnine/"], extensions: &["tabnine.tabnine-vscode"], ..NOTHING },
    Assistant { name: "windsurf", provider: Some("Cognition"), files: &[".windsurf/", ".windsurfrules", ".codeiumignore"], extensions: &["codeium.codeium"], ..NOTHING },
    Assistant { name: ANY_ASSISTANT, files: &["agents.md", "agents.override.md", ".agents/", ".rules", "*.agent.md"], ..NOTHING },
];

/// Returns the assistant that alone reads a file, whose path is in lower case.
pub(crate) fn of_file(path: &str) -> Option<&'static Assistant> {
    ASSISTANTS
        .iter()
        .find(|assistant| assistant.files.iter().any(|mark| is_marked(path, mark)))
}

fn is_marked(path: &str, mark: &str) -> bool {
    if let Some(ending) = mark.strip_prefix('*') {
        return path.len() > ending.len() && path.ends_with(ending) && !path.ends_with(&format!("/{ending}"));
    }
    match mark.strip_suffix('/') {
        Some(_) => path.starts_with(mark) || path.contains(&format!("/{mark}")),
        None => path
            .strip_suffix(mark)
            .is_some_and(|above| above.is_empty() || above.ends_with('/')),
    }
}

/// Returns the assistant that a step of a workflow runs; what follows `@` is its version.
pub(crate) fn of_action(uses: &str) -> Option<(&'static Assistant, &'static str)> {
    let name = uses
        .split(['@', ':'])
        .next()
        .unwrap_or_default()
        .to_ascii_lowercase();
    ASSISTANTS.iter().find_map(|assistant| {
        let action = assistant.actions.iter().find(|action| **action == name)?;
        Some((assistant, *action))
    })
}

/// Returns the assistant that a command runs.
pub(crate) fn of_command(words: &[&str]) -> Option<(&'static Assistant, &'static str)> {
    let begins = |command: &str| {
        let mut known = command.split(' ');
        let program = known.next() == words.first().copied();
        // Options stand in any order behind the program; what is no option comes next.
        program
            && known.all(|word| match word.starts_with('-') {
                true => words.contains(&word),
                false => words.get(1) == Some(&word),
            })
    };
    ASSISTANTS.iter().find_map(|assistant| {
        let command = assistant.commands.iter().find(|command| begins(command))?;
        Some((assistant, *command))
    })
}

/// Returns the assistant of an extension of an editor.
pub(crate) fn of_extension(id: &str) -> Option<&'static Assistant> {
    let id = id.to_ascii_lowercase();
    ASSISTANTS
        .iter()
        .find(|assistant| assistant.extensions.contains(&id.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::declared::tools::TOOLS;

    #[test]
    fn every_tool_that_git_shows_has_the_same_name_here() {
        for tool in TOOLS {
            let is_known = ASSISTANTS.iter().any(|assistant| assistant.name == tool.name);
            assert!(is_known, "{}", tool.name);
        }
    }

    #[test]
    fn a_file_belongs_to_the_assistant_that_reads_it() {
        for (path, name) in [
            (".claude/settings.json", Some("claude-code")),
            ("app/.claude/skills/x/skill.md", Some("claude-code")),
            ("claude.md", Some("claude-code")),
            ("docs/claude.md", Some("claude-code")),
            ("docs/not-claude.md", None),
            ("src/claude/settings.json", None),
            (".cursorrules", Some("cursor")),
            (".github/instructions/a.instructions.md", Some("github-copilot")),
            (".github/prompts/review.prompt.md", Some("github-copilot")),
            ("agents.md", Some(ANY_ASSISTANT)),
            ("src/agents.md.txt", None),
            ("src/agents.rs", None),
        ] {
            assert_eq!(of_file(path).map(|assistant| assistant.name), name, "{path}");
        }
    }

    #[test]
    fn a_command_runs_an_assistant_only_without_a_person() {
        let name = |command: &str| {
            let words: Vec<&str> = command.split(' ').collect();
            of_command(&words).map(|(assistant, _)| assistant.name)
        };
        assert_eq!(name("claude -p review"), Some("claude-code"));
        assert_eq!(name("claude --model opus -p review"), Some("claude-code"));
        assert_eq!(name("codex exec --full-auto x"), Some("codex"));
        assert_eq!(name("codex"), None);
        assert_eq!(name("claude"), None);
        assert_eq!(name("echo claude -p"), None);
        assert_eq!(name("gemini --version"), None);
    }
}
