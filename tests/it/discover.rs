//! `discover` on a repository with known content: what is found was written down by hand, what only looks like it is not
//! found, no value gets out, and an inventory is held against it both ways.

use actfile::calendar::Date;
use actfile::discover::against::{Compared, Standing, compare};
use actfile::discover::proposal::proposal;
use actfile::discover::thing::{Certainty, Kind};
use actfile::discover::{Commits, Found, discover};
use actfile::link::Inventory;
use actfile::read::Loaded;
use actfile::read::tree::{Reach, tree};
use actfile::report::found::{Telling, human, json};
use actfile::{Asked, check};
use assert_cmd::Command;
use proptest::prelude::*;
use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::Write;
use std::path::Path;
use tempfile::TempDir;

const REPOSITORY: &str = include_str!("../cases/discover/repository.txt");
const EXPECTED: &str = include_str!("../cases/discover/expected.tsv");
const INVENTORY: &str = include_str!("../cases/discover/inventory.yaml");

fn put(root: &Path, path: &str, bytes: &[u8]) {
    let path = root.join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    File::create(path).unwrap().write_all(bytes).unwrap();
}

/// Writes the files of a text, each of which begins with a line `=== path`.
fn unpack(text: &str) -> TempDir {
    let home = tempfile::tempdir().unwrap();
    for file in text.split("=== ").skip(1) {
        let (path, content) = file.split_once('\n').unwrap();
        put(home.path(), path, content.as_bytes());
    }
    home
}

fn found_in(root: &Path, reach: &Reach) -> Found {
    discover(&tree(root, reach).unwrap(), "", Commits::Looked)
}

fn found(text: &str) -> Found {
    found_in(unpack(text).path(), &Reach::default())
}

/// Returns what was found in one file, as `kind name:line certainty`.
#[track_caller]
fn finds(path: &str, text: &str) -> Vec<String> {
    let home = tempfile::tempdir().unwrap();
    put(home.path(), path, text.as_bytes());
    let found = found_in(home.path(), &Reach::default());
    let mut told = Vec::new();
    for ((_, name), group) in &found.things {
        for it in &group.sightings {
            let line = it.line.map_or_else(String::new, |line| format!(":{line}"));
            told.push(format!("{name}{line} {}", it.certainty.key()));
        }
    }
    told
}

fn inventory(text: &str) -> Inventory {
    let mut loaded = Loaded::default();
    loaded.add("inventory.yaml".to_owned(), text.as_bytes());
    let asked = Asked {
        as_of: None,
        today: Date::on(2026, 11, 22),
        law: None,
    };
    let checked = check(loaded, asked);
    assert!(!checked.findings.has_errors(), "{:?}", checked.findings.sorted());
    checked.assessment.inventory
}

fn telling<'t>(folders: &'t [String], found: &'t Found, compared: Option<&'t Compared>) -> Telling<'t> {
    Telling {
        folders,
        found,
        compared: compared.map(|compared| ("inventories", compared)),
    }
}

#[test]
fn what_is_found_was_written_down_by_hand() {
    let found = found(REPOSITORY);
    let mut told = BTreeSet::new();
    for ((kind, name), group) in &found.things {
        for it in &group.sightings {
            let line = it.line.map_or_else(String::new, |line| format!(":{line}"));
            let (kind, certainty) = (kind.key(), it.certainty.key());
            told.insert(format!("{kind}\t{name}\t{}{line}\t{certainty}", it.path));
        }
    }
    let expected: BTreeSet<String> = EXPECTED.lines().map(str::to_owned).collect();
    let missing: Vec<&String> = expected.difference(&told).collect();
    let surplus: Vec<&String> = told.difference(&expected).collect();
    assert!(
        missing.is_empty() && surplus.is_empty(),
        "missing {missing:#?}\nsurplus {surplus:#?}"
    );
    assert_eq!((found.things.len(), told.len()), (23, 32));
    let unread: Vec<&str> = found.unread.iter().map(|it| it.path.as_str()).collect();
    assert_eq!(unread, ["broken/package.json"]);
    assert_eq!(found.vendored.get("node_modules"), Some(&1));
}

#[test]
fn an_inventory_is_held_against_it_both_ways() {
    let found = found(REPOSITORY);
    let compared = compare(&found, &inventory(INVENTORY));
    let of = |name: &str| {
        let mut all = compared.standings.iter();
        all.find(|((_, known), _)| known == name).unwrap().1.clone()
    };
    let recorded = |ids: &[&str]| Standing::Recorded(ids.iter().map(|id| (*id).to_owned()).collect());
    for (name, ids) in [
        ("an assistant that is not named", &["terminal-agent"]),
        ("claude-code", &["terminal-agent"]),
        ("Anthropic API", &["anthropic-ireland"]),
        ("Anthropic SDK", &["anthropic-ireland"]),
        ("LangChain", &["cv-screening"]),
        ("claude-sonnet-4-5", &["sonnet"]),
        ("git-host", &["terminal-agent"]),
    ] {
        assert_eq!(of(name), recorded(ids), "{name}");
    }
    assert_eq!(compared.unrecorded().count(), 10);
    for (name, note) in [
        ("gemini-cli", "`old-cli` says that it is no longer used here"),
        ("browser", "`terminal-agent` says that it is not approved"),
    ] {
        assert_eq!(of(name), Standing::Unrecorded(Some(note.to_owned())), "{name}");
    }
    for name in ["Cohere SDK", "OpenAI SDK", "gpt-5"] {
        assert_eq!(of(name), Standing::Hinted, "{name}");
    }
    for name in ["Ragas", "promptfoo", "tiktoken"] {
        assert_eq!(of(name), Standing::NotAsked, "{name}");
    }
    let unmet: Vec<&str> = compared.unmet.iter().map(|it| it.id.as_str()).collect();
    assert_eq!(unmet, ["image-generator", "mirlane"]);
}

#[test]
fn what_is_told_has_the_places_and_no_value() {
    let found = found(REPOSITORY);
    let inventory = inventory(INVENTORY);
    let compared = compare(&found, &inventory);
    let folders = [".".to_owned()];
    let telling = telling(&folders, &found, Some(&compared));
    let text = anstream::adapter::strip_str(&human(&telling)).to_string();
    for line in [
        "23 things found in `.`: 19 files listed, 14 of them read",
        "  claude-code (Anthropic): declared; on record: `terminal-agent`",
        "    .github/workflows/review.yml:9  step `anthropics/claude-code-action`",
        "  gemini-cli (Google): declared; no record declares it in use; `old-cli` says that it is no longer used here",
        "Found here, and on no record of `inventories` (10)",
        "On record in `inventories`, and not found here (2)",
        "  broken/package.json: it is broken; what stands behind the fault was not read",
    ] {
        assert!(text.lines().any(|told| told.trim_end() == line), "{line}\n{text}");
    }
    let yaml = proposal(&found, Some((&inventory, &compared)));
    for told in [text, json(&telling), yaml] {
        for word in ["PLANTED", "acme-eu", "high-risk", "high_risk", "git.example"] {
            assert!(!told.contains(word), "{word}\n{told}");
        }
    }
}

#[test]
fn what_is_proposed_is_a_valid_inventory_of_what_was_seen() {
    let found = found(REPOSITORY);
    let known = inventory(INVENTORY);
    let compared = compare(&found, &known);
    let beside = proposal(&found, Some((&known, &compared)));
    // Beside the inventory it was proposed for, and alone.
    let both = inventory(&format!("{INVENTORY}---\n{beside}"));
    let alone = inventory(&proposal(&found, None));
    let ids: Vec<&str> = alone.systems.keys().map(|id| id.as_str()).collect();
    assert_eq!(
        ids,
        ["an-assistant-that-is-not-named", "claude-code", "gemini-cli"]
    );
    assert!(alone.models.keys().any(|id| id.as_str() == "gpt-4o"));
    assert!(
        beside.contains("# deploy/values.yaml:3 model `gpt-4o-2024-08-06`\n"),
        "{beside}"
    );
    // What the records were made for is on record now.
    let again = compare(&found, &both);
    let open: Vec<&str> = again.unrecorded().map(|((_, name), _)| name.as_str()).collect();
    assert_eq!(open, ["browser"], "{beside}");
}

#[test]
fn the_same_files_in_another_folder_give_the_same_bytes() {
    let told = || {
        let found = found(REPOSITORY);
        let folders = [".".to_owned()];
        let telling = telling(&folders, &found, None);
        (human(&telling), json(&telling), proposal(&found, None))
    };
    assert_eq!(told(), told());
}

/// A file, what stands in it, and what is found there; nothing where it only looks like something.
const CASES: &[(&str, &str, &[&str])] = &[
    (
        "package.json",
        "{\"peerDependencies\": {\"ai\": \"5\"}}",
        &["Vercel AI SDK:1 declared"],
    ),
    (
        "package.json",
        "{\"dependencies\": {\"llm\": \"npm:openai@4\"}}",
        &["OpenAI SDK:1 declared"],
    ),
    (
        "package.json",
        "{\"name\": \"openai\", \"overrides\": {\"openai\": \"4\"}}",
        &[],
    ),
    (
        "package-lock.json",
        "{\"dependencies\": {\"a\": {\"dependencies\": {\n\"openai\": {}}}}}",
        &["OpenAI SDK:2 brought_in"],
    ),
    (
        "package-lock.json",
        "{\"packages\": {\"node_modules/chai\": {\"openai\": {}}}}",
        &[],
    ),
    (
        "pnpm-lock.yaml",
        "importers:\n  openai@1:\npackages:\n  '@langchain/core@0.3.1':\n    x: openai@4\n  /cohere-ai/7.0.0:\n",
        &["Cohere SDK:6 brought_in", "LangChain:4 brought_in"],
    ),
    (
        "yarn.lock",
        "# openai@^4:\n\"openai@npm:^4.1, openai@^4\":\n  dependencies:\n    cohere-ai: 7\n",
        &["OpenAI SDK:2 brought_in"],
    ),
    (
        "bun.lock",
        "{\"packages\": {\n\"openai\": [\"openai@4\", \"\", {}],}}",
        &["OpenAI SDK:2 brought_in"],
    ),
    (
        "requirements-dev.txt",
        "--index-url https://openai.example\n# openai\nmistralai[all]>=1 ; python_version>'3'\nopenai-theme\n",
        &["Mistral SDK:3 declared"],
    ),
    (
        "pyproject.toml",
        "[project]\nname = \"openai\"\n[project.optional-dependencies]\nllm = [\"litellm\"]\n[tool.ruff]\nselect = [\"openai\"]\n",
        &["LiteLLM:4 declared"],
    ),
    (
        "pyproject.toml",
        "[tool.poetry.dependencies]\nopenai = \"^1\"\n[tool.poetry.group.dev.dependencies]\n\"langchain-core\" = \"*\"\n",
        &["LangChain:4 declared", "OpenAI SDK:2 declared"],
    ),
    (
        "poetry.lock",
        "[[package]]\nname = \"openai\"\nversion = \"1\"\n[package.dependencies]\ncohere = \"5\"\n",
        &["OpenAI SDK:2 brought_in"],
    ),
    (
        "uv.lock",
        "[[package]]\nname = \"groq\"\n",
        &["Groq SDK:2 brought_in"],
    ),
    (
        "Pipfile",
        "[packages]\nanthropic = \"*\"\n[requires]\nopenai = \"1\"\n",
        &["Anthropic SDK:2 declared"],
    ),
    (
        "Pipfile.lock",
        "{\"_meta\": {\"openai\": {}}, \"default\": {\"torch\": {}}}",
        &["PyTorch:1 brought_in"],
    ),
    (
        "setup.cfg",
        "[metadata]\nname = openai\n[options]\ninstall_requires =\n    transformers>=4 # openai\n    aiohttp\nzip_safe = cohere\n",
        &["Transformers:5 declared"],
    ),
    (
        "environment.yml",
        "name: openai\ndependencies:\n  - conda-forge::vllm=0.6\n  - pip:\n    - openai==1.0\n",
        &["OpenAI SDK:5 declared", "vLLM:3 declared"],
    ),
    (
        "Cargo.toml",
        "[package]\nname = \"openai\"\n[dependencies]\nllm = { version = \"1\", package = \"async-openai\" }\n# rig-core = \"1\"\n[target.'cfg(unix)'.dev-dependencies]\nollama-rs = \"1\"\n[dependencies.candle-core]\nversion = \"1\"\n",
        &["Candle:8 declared", "Ollama:7 declared", "OpenAI SDK:4 declared"],
    ),
    (
        "Cargo.lock",
        "[[package]]\nname = \"rig\"\nversion = \"1\"\n[[package]]\nname = \"async-openai\"\nsource = \"registry\"\n",
        &["OpenAI SDK:5 brought_in"],
    ),
    (
        "go.mod",
        "module github.com/sashabaranov/go-openai\nrequire (\n\tgithub.com/openai/openai-go/v2 v2.1.0\n\tgithub.com/tmc/langchaingo v0.1 // indirect\n)\nreplace google.golang.org/genai => ../x\n",
        &["LangChain:4 brought_in", "OpenAI SDK:3 declared"],
    ),
    (
        "pom.xml",
        "<project><groupId>com.openai</groupId>\n<dependencies><dependency><groupId>dev.langchain4j</groupId>\n<artifactId>langchain4j</artifactId><exclusions><exclusion><groupId>com.openai</groupId><artifactId>x</artifactId></exclusion></exclusions></dependency>\n<!-- <dependency><groupId>com.openai</groupId><artifactId>openai-java</artifactId></dependency> --></dependencies></project>",
        &["LangChain4j:3 declared"],
    ),
    (
        "build.gradle.kts",
        "// implementation(\"com.openai:openai-java:1\")\nimplementation(\"org.springframework.ai:spring-ai-core:1.0\")\n/* \"ai.djl:api:1\"\n*/\ntestImplementation(group: 'dev.langchain4j', name: 'langchain4j')\n",
        &["LangChain4j:5 declared", "Spring AI:2 declared"],
    ),
    (
        "gradle/libs.versions.toml",
        "[versions]\nopenai = \"1\"\n[libraries]\na = { module = \"com.openai:openai-java\", version.ref = \"openai\" }\nb = { group = \"ai.djl\", name = \"api\" }\n",
        &["Deep Java Library:5 declared", "OpenAI SDK:4 declared"],
    ),
    (
        "Gemfile",
        "gem \"ruby-openai\", \"~> 7\"\n# gem \"anthropic\"\ngem 'rails' # openai\n",
        &["OpenAI SDK:1 declared"],
    ),
    (
        "Gemfile.lock",
        "GEM\n  specs:\n    ruby_llm (1.0)\n      ruby-openai\n\nDEPENDENCIES\n  anthropic\n",
        &["RubyLLM:3 brought_in"],
    ),
    (
        "composer.json",
        "{\"require\": {\"openai-php/client\": \"^0.10\"}, \"conflict\": {\"prism-php/prism\": \"1\"}}",
        &["OpenAI SDK:1 declared"],
    ),
    (
        "composer.lock",
        "{\"packages\": [{\"name\": \"prism-php/prism\", \"require\": {\"openai-php/client\": \"1\"}}]}",
        &["Prism:1 brought_in"],
    ),
    (
        "app/App.csproj",
        "<Project><!-- <PackageReference Include=\"OpenAI\" /> -->\n<ItemGroup><PackageReference Include=\"Microsoft.SemanticKernel\" Version=\"1\" /></ItemGroup></Project>",
        &["Semantic Kernel:2 declared"],
    ),
    (
        "Directory.Packages.props",
        "<Project><PackageVersion Include=\"Azure.AI.OpenAI\" Version=\"2\" /></Project>",
        &["Azure OpenAI SDK:1 declared"],
    ),
    (
        "packages.lock.json",
        "{\"version\": 1, \"dependencies\": {\"net9.0\": {\n\"OllamaSharp\": {\"type\": \"Transitive\"}}}}",
        &["Ollama:2 brought_in"],
    ),
    (
        ".gitlab-ci.yml",
        "review:\n  script:\n    - npx @anthropic-ai/claude-code -p x\n    - codex exec \"fix\" && echo done\n    - echo \"gemini -p\"\n",
        &["claude-code:3 declared", "codex:4 declared"],
    ),
    (
        "Jenkinsfile",
        "stage('x') {\n  sh 'aider --yes --message fix'\n  // sh 'codex exec'\n}\n",
        &["aider:2 declared"],
    ),
    (
        "Dockerfile",
        "FROM ollama/ollama:0.5\n# RUN pip install openai\nRUN pip install --no-cache-dir openai==1.5 flask\nENV CHAT_MODEL gpt-5-mini\n",
        &[
            "Ollama:1 named_in_settings",
            "OpenAI SDK:3 declared",
            "gpt-5-mini:4 named_in_settings",
        ],
    ),
    (
        "scripts/run.sh",
        "# claude -p\nsudo -E claude\nGIT_PAGER=cat claude --model opus -p \"$1\" | tee log\n",
        &["claude-code:3 declared"],
    ),
    (
        ".codex/config.toml",
        "model = \"gpt-5-codex\"\n[mcp_servers.docs]\ncommand = \"npx\"\n[mcp_servers.docs.env]\nTOKEN = \"x\"\n",
        &[
            "codex declared",
            "docs:2 declared",
            "gpt-5-codex:1 named_in_settings",
        ],
    ),
    (
        ".cursor/mcp.json",
        "{\"mcpServers\": {\"ghp_0123456789abcdefghijABCDEFGHIJ0123\": {}}}",
        &["(name withheld):1 declared", "cursor declared"],
    ),
    (
        ".vscode/extensions.json",
        "{\"recommendations\": [\"GitHub.copilot\", // \"Continue.continue\"\n\"ms-python.python\"]}",
        &["github-copilot:1 declared"],
    ),
    (
        ".github/copilot-instructions.md",
        "Be short.\n",
        &["github-copilot declared"],
    ),
    (
        ".env.example",
        "OPENAI_API_KEY=\nMODEL=gpt-4.1\n",
        &["OpenAI API:1 named_in_settings", "gpt-4.1:2 named_in_settings"],
    ),
    (
        ".env.production",
        "export ANTHROPIC_API_KEY=gpt-5\nMODEL=gpt-5\n",
        &["Anthropic API:1 named_in_settings"],
    ),
    (
        "config/settings.ini",
        "; model = gpt-5\nmodel = command-r-plus\n",
        &["command-r-plus:2 named_in_settings"],
    ),
    ("weights/ranker.onnx", "x", &["ranker.onnx declared"]),
    ("docs/CLAUDE.md", "x", &["claude-code mentioned_only"]),
    (
        "tests/fixtures/app.yaml",
        "model: gpt-5\n",
        &["gpt-5:1 mentioned_only"],
    ),
    ("README.md", "pip install openai; model: gpt-5; claude -p\n", &[]),
    ("app.py", "import openai\n", &[]),
    ("app.min.json", "{\"model\": \"gpt-5\"}", &[]),
];

#[test]
fn each_kind_of_file_shows_what_it_declares_and_nothing_else() {
    for (path, text, expected) in CASES {
        let expected: Vec<String> = expected
            .iter()
            .map(|it| it.replace("gpt-4.1:", "gpt-4-1:"))
            .collect();
        let mut told = finds(path, text);
        told.sort();
        assert_eq!(told, expected, "{path}\n{text}");
    }
}

#[test]
fn nothing_outside_the_folder_is_read() {
    let home = tempfile::tempdir().unwrap();
    put(
        home.path(),
        "other/package.json",
        b"{\"dependencies\": {\"openai\": \"4\"}}",
    );
    put(home.path(), ".gitignore", b"*\n");
    put(home.path(), "here/Pipfile", b"[packages]\ngroq = \"*\"\n");
    #[cfg(unix)]
    for (link, target) in [
        ("here/package.json", "other/package.json"),
        ("here/folder", "other"),
    ] {
        std::os::unix::fs::symlink(home.path().join(target), home.path().join(link)).unwrap();
    }
    // A second work tree keeps its commits elsewhere.
    put(home.path(), "here/.git", b"gitdir: ../other/.git\n");
    let found = found_in(&home.path().join("here"), &Reach::default());
    let names: Vec<&str> = found.things.keys().map(|(_, name)| name.as_str()).collect();
    assert_eq!(names, ["Groq SDK"]);
    assert_eq!(found.n_histories, 0);
    let unread: Vec<(&str, &str)> = found.unread.iter().map(|it| (it.path.as_str(), it.why)).collect();
    assert_eq!(unread, [(".git", "its commits lie outside the folder")]);
}

#[test]
fn ignored_files_and_folders_of_others_are_looked_at_when_asked_for() {
    let home = unpack(REPOSITORY);
    let reach = Reach {
        ignored: true,
        vendored: true,
        without: vec![home.path().join("examples")],
    };
    let found = found_in(home.path(), &reach);
    let openai = &found.things[&(Kind::Sdk, "OpenAI SDK".to_owned())];
    let paths: Vec<&str> = openai.sightings.iter().map(|it| it.path.as_str()).collect();
    assert!(paths.contains(&"ignored/package.json"), "{paths:?}");
    assert!(
        paths.contains(&"node_modules/langchain/package.json"),
        "{paths:?}"
    );
    assert!(!found.things.contains_key(&(Kind::Sdk, "Cohere SDK".to_owned())));
}

#[test]
fn a_file_that_is_too_large_or_no_text_is_told() {
    let home = tempfile::tempdir().unwrap();
    put(home.path(), "values.yaml", &vec![b' '; 1024 * 1024 + 1]);
    put(home.path(), "package.json", b"{\"dependencies\"\0");
    let found = found_in(home.path(), &Reach::default());
    let unread: Vec<(&str, &str)> = found.unread.iter().map(|it| (it.path.as_str(), it.why)).collect();
    assert_eq!(
        unread,
        [
            ("package.json", "it is no text"),
            ("values.yaml", "it is too large")
        ]
    );
}

#[test]
fn names_of_files_cannot_steer_the_terminal_or_the_proposal() {
    let home = tempfile::tempdir().unwrap();
    put(home.path(), "a\u{1b}[31m\n- b: c\u{202e}/CLAUDE.md", b"x");
    let found = found_in(home.path(), &Reach::default());
    let folders = [".".to_owned()];
    let telling = telling(&folders, &found, None);
    let text = anstream::adapter::strip_str(&human(&telling)).to_string();
    for told in [text, json(&telling), proposal(&found, None)] {
        assert!(!told.contains(['\u{1b}', '\u{202e}']), "{told:?}");
        assert!(!told.contains("\n- b"), "{told:?}");
    }
    assert_eq!(inventory(&proposal(&found, None)).systems.len(), 1);
}

fn run(folder: &Path, line: &str) -> (i32, String) {
    let mut command = Command::cargo_bin("actfile").unwrap();
    let ended = command
        .current_dir(folder)
        .args(line.split_whitespace())
        .output()
        .unwrap();
    let told = String::from_utf8_lossy(&ended.stdout).into_owned();
    (ended.status.code().unwrap(), told)
}

#[test]
fn the_exit_code_tells_what_no_record_declares_only_when_asked() {
    let home = unpack(REPOSITORY);
    assert_eq!(run(home.path(), "discover .").0, 0);
    assert_eq!(run(home.path(), "discover . --fail-on undeclared").0, 2);
    put(home.path(), "inventories/acme.yaml", INVENTORY.as_bytes());
    assert_eq!(run(home.path(), "discover .").0, 0);
    let (code, told) = run(home.path(), "discover . --fail-on undeclared");
    assert_eq!(code, 1);
    // The inventory names models, and is no place where they are used.
    assert!(!told.contains("acme.yaml"), "{told}");
    put(home.path(), "empty/README.md", b"x");
    assert_eq!(run(home.path(), "discover empty --fail-on undeclared").0, 0);
    assert_eq!(run(home.path(), "discover nowhere").0, 2);
    assert_eq!(run(home.path(), "discover package.json").0, 2);
}

#[test]
fn commits_are_counted_and_nobody_is_named() {
    let home = tempfile::tempdir().unwrap();
    let git = |line: &[&str]| {
        let mut command = std::process::Command::new("git");
        let identity = [
            "-c",
            "user.name=Anna Okafor",
            "-c",
            "user.email=anna@acme.example",
        ];
        let done = command
            .current_dir(home.path())
            .args(identity)
            .args(line)
            .output()
            .unwrap();
        assert!(done.status.success(), "{done:?}");
    };
    git(&["init", "--quiet", "app"]);
    for message in [
        "One\n\nCo-authored-by: Claude Opus 4.6 <noreply@anthropic.com>",
        "Two",
        "Three\n\nAssisted-by: Codex (gpt-5.1-codex)",
    ] {
        git(&["-C", "app", "commit", "--quiet", "--allow-empty", "-m", message]);
    }
    let found = found_in(home.path(), &Reach::default());
    let told: Vec<String> = found
        .things
        .iter()
        .map(|((_, name), group)| format!("{name} {} {}", group.sightings[0].path, group.sightings[0].says))
        .collect();
    assert_eq!(
        told,
        [
            "claude-code app/.git 1 commit declares it",
            "codex app/.git 1 commit declares it",
            "claude-opus-4-6 app/.git 1 commit declares it",
            "gpt-5-1-codex app/.git 1 commit declares it",
        ]
    );
    let folders = [".".to_owned()];
    let told = json(&telling(&folders, &found, None));
    assert!(!told.contains("Anna") && !told.contains("acme"), "{told}");
}

/// Names of every kind of file that is opened.
fn names() -> Vec<&'static str> {
    let cases = CASES.iter().map(|(path, ..)| *path);
    let more = [
        "Makefile",
        "main.tf",
        ".mcp.json",
        ".claude/a.md",
        "gradle.lockfile",
        "x.gemspec",
        "a.json",
        "secrets.yaml",
        "devcontainer.json",
    ];
    cases.chain(more).collect()
}

proptest! {
    #[test]
    fn no_bytes_in_a_known_file_stop_the_search(
        name in prop::sample::select(names()),
        bytes in prop::collection::vec(any::<u8>(), 0..200),
        signs in "[\\[\\]{}\"':=<>/!,@#$\\-\n a-z0-9.é]{0,200}",
    ) {
        let home = tempfile::tempdir().unwrap();
        put(home.path(), name, &bytes);
        put(home.path(), &format!("b/{name}"), signs.as_bytes());
        found_in(home.path(), &Reach::default());
    }

    #[test]
    fn a_secret_in_any_file_never_gets_out(
        name in prop::sample::select(names()),
        secret in "[A-Za-z0-9]{20,40}",
        form in prop::sample::select(vec![
            "KEY", "OPENAI_API_KEY=KEY", "model: KEY", "{\"model\": \"KEY\", \"api_key\": \"KEY\"}", "ENV OPENAI_API_KEY KEY",
            "url: https://KEY.openai.azure.com/", "https://user:KEY@api.openai.com/v1", "model = \"gpt-5-KEY\"",
            "claude -p --api-key KEY", "{\"mcpServers\": {\"a\": {\"env\": {\"T\": \"KEY\"}}}}", "- uses: anthropics/claude-code-action@KEY",
            "{\"dependencies\": {\"openai\": \"https://KEY@host/x.tgz\"}}", "openai @ https://KEY@host/x.whl", "claude-3-KEY",
        ]),
    ) {
        let home = tempfile::tempdir().unwrap();
        put(home.path(), name, form.replace("KEY", &secret).as_bytes());
        let found = found_in(home.path(), &Reach::default());
        let folders = [".".to_owned()];
        let telling = telling(&folders, &found, None);
        for told in [human(&telling), json(&telling), proposal(&found, None)] {
            prop_assert!(!told.to_lowercase().contains(&secret.to_lowercase()), "{told}");
        }
    }
}

#[test]
fn every_word_for_certainty_is_explained_by_the_help() {
    let (_, help) = run(Path::new("."), "discover --help");
    for certainty in Certainty::ALL {
        assert!(help.contains(certainty.words()), "{}", certainty.words());
    }
}
