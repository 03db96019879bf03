//! The configuration of the astro command line: `~/.astro/config.yaml`.

use std::collections::BTreeMap;
use std::path::PathBuf;

use serde::Deserialize;

use crate::failure::Failure;
use crate::settings::{environment, found};
use crate::terminal::text::short;

/// The parts of the file that are read.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Astro {
    /// The domain in use.
    #[serde(rename = "context")]
    pub(crate) current: Option<String>,
    /// Keyed by domain, with underscores instead of dots.
    #[serde(default)]
    pub(crate) contexts: BTreeMap<String, Context>,
}

/// One platform.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Context {
    pub(crate) domain: String,
    pub(crate) token: String,
    /// The id of the workspace in use.
    pub(crate) workspace: String,
}

/// The file that astro reads; none if the environment does not name a directory for it.
pub(crate) fn file() -> Option<PathBuf> {
    let home = environment::path("ASTRO_HOME").or_else(|| environment::path("HOME"))?;
    Some(home.join(".astro").join("config.yaml"))
}

/// Reads astro's configuration.
///
/// # Errors
///
/// Fails if the file does not exist or is not a configuration of astro.
pub(crate) fn read() -> Result<Astro, Failure> {
    let Some(path) = file() else {
        return Err(Failure::usage("there is no directory for a configuration of astro")
            .help("Set HOME, or set ASTRO_HOME to the directory that contains `.astro`."));
    };
    let unusable = || Failure::usage(format!("{} cannot be used", path.display()));
    let Some(text) = found::text(&path)? else {
        return Err(Failure::usage(format!("{} does not exist", path.display()))
            .help("Set ASTRO_HOME to the directory that contains `.astro`."));
    };
    let astro: Astro = serde_saphyr::from_str(&text).map_err(|error| {
        // The error text quotes the file, which could show a token.
        let place =
            error.location().map_or(String::new(), |place| format!(", line {}", place.line()));
        unusable().detail(format!("it is not a configuration of astro{place}"))
    })?;
    Ok(astro.completed())
}

impl Astro {
    /// Names the contexts that have no domain by their keys.
    fn completed(mut self) -> Self {
        self.current = self.current.filter(|current| !current.is_empty());
        for (name, context) in &mut self.contexts {
            if context.domain.is_empty() {
                context.domain = name.replace('_', ".");
            }
        }
        self
    }
}

impl Context {
    /// The token, without the scheme that astro may put in front of it.
    pub(crate) fn raw_token(&self) -> &str {
        let token = self.token.trim();
        token.strip_prefix("Bearer ").map_or(token, str::trim_start)
    }

    /// The domain, safe to show.
    pub(crate) fn shown(&self) -> String {
        short(&self.domain)
    }
}

#[cfg(test)]
mod tests {
    use super::Astro;

    #[test]
    fn a_context_without_a_domain_has_it_in_its_name() {
        let text = "context: a.example.com\ncontexts:\n  a_example_com:\n    token: Bearer x\n    workspace: ck0\n  b:\n    domain: b.example.com\n";
        let astro = serde_saphyr::from_str::<Astro>(text).unwrap().completed();
        let contexts: Vec<_> = astro.contexts.values().collect();
        let [first, second] = contexts[..] else { panic!("{astro:?}") };
        assert_eq!(astro.current.as_deref(), Some("a.example.com"));
        assert_eq!((first.domain.as_str(), first.raw_token()), ("a.example.com", "x"));
        assert_eq!((second.domain.as_str(), second.raw_token()), ("b.example.com", ""));
    }
}
