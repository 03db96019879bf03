//! Names that a server does not know, by the texts of its errors, which are those of graphql-js.

use super::{all, has};

/// For the error of a server that does not know a name: the versions that have it, and what others have in its place.
pub(crate) fn told(message: &str) -> Option<String> {
    let (name, coordinate) = named(message)?;
    let known = all().iter().find(|known| known.name == coordinate)?;
    Some(format!("{}.", has(known, &format!("`{name}`"))))
}

/// The name, and its schema coordinate.
fn named(message: &str) -> Option<(String, String)> {
    let of = |ty: &str, name: &str| (name.to_owned(), format!("{ty}.{name}"));
    if let [field, ty, ..] = quoted(message, "Cannot query field \"")[..] {
        return Some(of(ty, field));
    }
    match quoted(message, "Unknown argument \"")[..] {
        // Version 14 names the type by itself.
        [argument, field, ty, ..] if message.contains("\" of type \"") => {
            return Some((argument.to_owned(), format!("{ty}.{field}({argument}:)")));
        }
        [argument, field, ..] => {
            return Some((argument.to_owned(), format!("{field}({argument}:)")));
        }
        _ => {}
    }
    if let [ty, ..] = quoted(message, "Unknown type \"")[..] {
        return Some((ty.to_owned(), ty.to_owned()));
    }
    // The value of a variable stands in front, and can have any text.
    if let Some((_, rest)) = message.rsplit_once("Field \"")
        && let Some((field, rest)) = rest.split_once("\" is not defined by type ")
    {
        return Some(of(word(rest), field));
    }
    if let Some((_, rest)) = message.rsplit_once("Value \"")
        && let Some((value, rest)) = rest.split_once("\" does not exist in \"")
    {
        return Some(of(word(rest), value));
    }
    // Version 14 names the value as it was given.
    let (value, ty) = match message.rsplit_once("; Expected type ") {
        Some((before, ty)) => (before.rsplit_once(" got invalid value ")?.1, ty),
        None => {
            let (ty, value) = message.strip_prefix("Expected type ")?.split_once(", found ")?;
            (value, ty)
        }
    };
    Some(of(word(ty), word(value)))
}

/// The texts between quotes of a message that begins so.
fn quoted<'m>(message: &'m str, start: &str) -> Vec<&'m str> {
    let parts = message.split('"').skip(1).step_by(2);
    if message.starts_with(start) { parts.collect() } else { Vec::new() }
}

/// The name that a text begins with, in quotes or without.
fn word(text: &str) -> &str {
    let text = text.trim_start_matches('"');
    let end = text.find(|letter: char| letter != '_' && !letter.is_ascii_alphanumeric());
    &text[..end.unwrap_or(text.len())]
}

#[cfg(test)]
mod tests {
    use super::{named, told};

    /// The texts of graphql-js 14 and 16.
    #[test]
    fn the_name_is_found_in_the_text() {
        for (message, name) in [
            (
                "Cannot query field \"upsertDeployment\" on type \"Mutation\". Did you mean \"x\"?",
                "Mutation.upsertDeployment",
            ),
            (
                "Unknown argument \"executor\" on field \"createDeployment\" of type \"Mutation\". Did you mean \"a\" or \"b\"?",
                "Mutation.createDeployment(executor:)",
            ),
            (
                "Unknown argument \"executor\" on field \"Mutation.createDeployment\".",
                "Mutation.createDeployment(executor:)",
            ),
            ("Unknown type \"ExecutorType\". Did you mean \"x\"?", "ExecutorType"),
            ("Field \"mode\" is not defined by type DagDeployment.", "DagDeployment.mode"),
            ("Field \"mode\" is not defined by type \"DagDeployment\".", "DagDeployment.mode"),
            (
                "Variable \"$a\" got invalid value { \"b\": \"Field \\\"\" }; Field \"c\" is not defined by type D; did you mean e?",
                "D.c",
            ),
            (
                "Variable \"$role\" got invalid value \"CLUSTER_ADMIN\"; Expected type Role.",
                "Role.CLUSTER_ADMIN",
            ),
            (
                "Variable \"$role\" got invalid value \"CLUSTER_ADMIN\"; Value \"CLUSTER_ADMIN\" does not exist in \"Role\" enum. Did you mean the enum value \"A\"?",
                "Role.CLUSTER_ADMIN",
            ),
            ("Value \"CLUSTER_ADMIN\" does not exist in \"Role\" enum.", "Role.CLUSTER_ADMIN"),
            ("Expected type Role, found CLUSTER_ADMIN.", "Role.CLUSTER_ADMIN"),
        ] {
            assert_eq!(named(message).map(|(_, name)| name).as_deref(), Some(name), "{message}");
        }
        for message in ["", "Cannot query field \"a", "Expected type", "Insufficient permissions"] {
            assert_eq!(told(message), None, "{message}");
        }
    }

    #[test]
    fn the_versions_are_told() {
        let told = |message| told(message).unwrap_or_default();
        insta::assert_snapshot!(
            [
                told("Cannot query field \"createDeployment\" on type \"Mutation\"."),
                told("Unknown argument \"executor\" on field \"Mutation.createDeployment\"."),
                told("Value \"CLUSTER_ADMIN\" does not exist in \"Role\" enum."),
                told("Cannot query field \"uuid\" on type \"Deployment\"."),
                told("Cannot query field \"nope\" on type \"Deployment\"."),
            ]
            .join("\n"),
            @"
        Houston through 0.37 has `createDeployment`, and later versions have `upsertDeployment`.
        Houston 0.23 and later has `executor`, and earlier versions have `--config.executor`.
        Houston 2.0 and later has `CLUSTER_ADMIN`.
        Houston through 0.15 has `uuid`, and later versions have `id`.
        "
        );
    }
}
