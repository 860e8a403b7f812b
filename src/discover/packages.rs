//! A package of a registry becomes a find, where a table knows it.

use crate::discover::tables::libraries::{LIBRARIES, Library};
use crate::discover::tables::supporting::SUPPORTING;
use crate::discover::thing::{Registry, Thing};

/// Returns the thing that a package is. Names are compared as their registry compares them.
pub(crate) fn of_package(registry: Registry, name: &str) -> Option<(Thing, String)> {
    let name = normal(registry, name);
    let (library, spelled) = LIBRARIES.iter().chain(SUPPORTING).find_map(|library| {
        let spelled = known(library, registry, &name)?;
        Some((library, spelled))
    })?;
    let thing = Thing {
        kind: library.kind,
        name: library.name.to_owned(),
        provider: library.provider,
    };
    Some((thing, spelled))
}

/// Returns how a package that a library goes by is told. Of a name of which only the beginning is known, the rest is told
/// when it looks like a name.
fn known(library: &Library, registry: Registry, name: &str) -> Option<String> {
    let names = library.packages.iter().filter(|(of, _)| *of == registry);
    let found = names
        .flat_map(|(_, names)| *names)
        .find(|known| match known.strip_suffix('*') {
            Some(beginning) => name.starts_with(beginning),
            None => name == **known,
        })?;
    let is_name = |c: char| c.is_ascii_alphanumeric() || "-_./:@".contains(c);
    const LONGEST: usize = 80;
    Some(match name.len() <= LONGEST && name.chars().all(is_name) {
        true => name.to_owned(),
        false => (*found).to_owned(),
    })
}

fn normal(registry: Registry, name: &str) -> String {
    let name = name.trim().to_ascii_lowercase();
    match registry {
        // PEP 503: runs of these signs are one hyphen.
        Registry::PyPi => name
            .split(['-', '_', '.'])
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join("-"),
        // A major version of a Go module is a folder at its end.
        Registry::Go => match name.rsplit_once("/v") {
            Some((module, major)) if major.bytes().all(|byte| byte.is_ascii_digit()) => module.to_owned(),
            Some(_) | None => name,
        },
        Registry::Npm
        | Registry::Cargo
        | Registry::Maven
        | Registry::RubyGems
        | Registry::Packagist
        | Registry::NuGet => name,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(registry: Registry, package: &str) -> Option<String> {
        of_package(registry, package).map(|(thing, _)| thing.name)
    }

    #[test]
    fn packages_are_known_by_their_whole_names() {
        for (registry, package, library) in [
            (Registry::Npm, "openai", "OpenAI SDK"),
            (Registry::Npm, "@langchain/openai", "LangChain"),
            (Registry::Npm, "ai", "Vercel AI SDK"),
            (Registry::PyPi, "Google_GenerativeAI", "Google Gemini SDK"),
            (Registry::PyPi, "llama.index.core", "LlamaIndex"),
            (Registry::Cargo, "async-openai", "OpenAI SDK"),
            (Registry::Go, "github.com/openai/openai-go/v2", "OpenAI SDK"),
            (
                Registry::Go,
                "github.com/Azure/azure-sdk-for-go/sdk/ai/azopenai",
                "Azure OpenAI SDK",
            ),
            (
                Registry::Maven,
                "dev.langchain4j:langchain4j-open-ai",
                "LangChain4j",
            ),
            (
                Registry::NuGet,
                "Microsoft.SemanticKernel.Core",
                "Semantic Kernel",
            ),
            (Registry::Packagist, "openai-php/client", "OpenAI SDK"),
            (Registry::RubyGems, "ruby-openai", "OpenAI SDK"),
        ] {
            assert_eq!(name(registry, package).as_deref(), Some(library), "{package}");
        }
    }

    #[test]
    fn a_name_that_only_sounds_like_ai_is_none() {
        for (registry, package) in [
            (Registry::Npm, "claude-something-colors"),
            (Registry::Npm, "chai"),
            (Registry::Npm, "ai-colors"),
            (Registry::Npm, "openai-fake-theme"),
            (Registry::PyPi, "ai"),
            (Registry::PyPi, "aiohttp"),
            (Registry::PyPi, "opencohere"),
            (Registry::Cargo, "cursor"),
            (Registry::Cargo, "ai"),
            (Registry::Go, "github.com/someone/openai-go-theme"),
            (Registry::Maven, "com.openaire:client"),
            (Registry::NuGet, "Aida"),
            (Registry::RubyGems, "gemini"),
        ] {
            assert_eq!(name(registry, package), None, "{package}");
        }
    }

    #[test]
    fn no_package_stands_in_two_rows() {
        let rows = || LIBRARIES.iter().chain(SUPPORTING);
        for library in rows() {
            for (registry, names) in library.packages {
                for package in *names {
                    let bare = package.trim_end_matches('*');
                    let others = rows().filter(|other| !std::ptr::eq(*other, library));
                    let taken = others.filter(|other| known(other, *registry, bare).is_some());
                    let taken: Vec<&str> = taken.map(|other| other.name).collect();
                    assert!(taken.is_empty(), "{package} is in {} and {taken:?}", library.name);
                    assert!(
                        known(library, *registry, &normal(*registry, bare)).is_some()
                            || bare.len() < package.len(),
                        "{package} is not in the form in which it is compared"
                    );
                }
            }
        }
    }
}
