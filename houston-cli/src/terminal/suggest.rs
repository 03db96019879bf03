//! Suggestions for misspelled names.

/// The least similarity of two names, from 0 to 1. Below it, a suggestion is noise.
const ALIKE: f64 = 0.65;

/// The longest text that is compared. A longer one is not a misspelled name, and each comparison would take long.
const LONGEST: usize = 200;

/// How many names are compared: a schema can have any number.
const MOST: usize = 20_000;

/// The names that are compared.
fn compared<'a>(names: impl IntoIterator<Item = &'a str>) -> impl Iterator<Item = &'a str> {
    names.into_iter().filter(|name| name.len() <= LONGEST).take(MOST)
}

/// The name that is most probably meant by `wanted`, if that is a misspelled name.
pub(crate) fn misspelled<'a>(
    wanted: &str,
    names: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    if wanted.len() > LONGEST {
        return None;
    }
    // Among short names, one other letter makes another name: `gpu` and `cpu`.
    const MISSPELLED: f64 = 0.7;
    let wanted = folded(wanted);
    // A word before or behind it makes another name as well: `minReplicas` and `replicas`.
    let is_longer = |name: &str| wanted.contains(name) && wanted.len() > name.len() + 2;
    let distance = |name| match folded(name) {
        name if is_longer(&name) => 0.0,
        name => strsim::normalized_damerau_levenshtein(&wanted, &name),
    };
    let scored = compared(names).map(|name| (distance(name), name));
    let best = scored.max_by(|left, right| left.0.total_cmp(&right.0));
    best.filter(|(score, _)| *score >= MISSPELLED).map(|(_, name)| name)
}

/// The names that are most similar to `wanted`: at most three, the most similar first.
pub(crate) fn closest<'a>(wanted: &str, names: impl IntoIterator<Item = &'a str>) -> Vec<&'a str> {
    if wanted.len() > LONGEST {
        return Vec::new();
    }
    let wanted = folded(wanted);
    let mut scored: Vec<(f64, &str)> = compared(names)
        .map(|name| (alike(&wanted, &folded(name)), name))
        .filter(|(score, _)| *score >= ALIKE)
        .collect();
    // If one name is very similar, weaker matches are noise.
    let best = scored.iter().map(|(score, _)| *score).fold(ALIKE, f64::max);
    scored.retain(|(score, _)| *score > best - 0.1);
    // The sort is stable: equally similar names keep the order of the schema.
    scored.sort_by(|left, right| right.0.total_cmp(&left.0));
    scored.dedup_by_key(|(_, name)| *name);
    scored.into_iter().take(3).map(|(_, name)| name).collect()
}

/// Returns `; did you mean …?`, or an empty text.
pub(crate) fn did_you_mean<'a>(wanted: &str, names: impl IntoIterator<Item = &'a str>) -> String {
    one_of(&closest(wanted, names))
}

/// Returns `; did you mean …?` with these names, or an empty text.
pub(crate) fn one_of(names: &[impl AsRef<str>]) -> String {
    let names: Vec<&str> = names.iter().map(AsRef::as_ref).collect();
    match names.as_slice() {
        [] => String::new(),
        [one] => format!("; did you mean `{one}`?"),
        [first @ .., last] => format!("; did you mean `{}` or `{last}`?", first.join("`, `")),
    }
}

/// People mix up case, hyphens and underscores, so they are ignored.
fn folded(name: &str) -> String {
    name.chars()
        .filter(|letter| !matches!(letter, '-' | '_'))
        .flat_map(char::to_lowercase)
        .collect()
}

fn alike(wanted: &str, name: &str) -> f64 {
    let score = strsim::normalized_damerau_levenshtein(wanted, name);
    // A name that contains the text is a good match, whatever the distance.
    if wanted.len() > 3 && name.contains(wanted) { score.max(ALIKE) } else { score }
}

#[cfg(test)]
mod tests {
    use super::{closest, did_you_mean, misspelled};

    const NAMES: [&str; 4] =
        ["createDeployment", "createWorkspace", "deployments", "workspaceDeployments"];

    #[test]
    fn the_likeliest_comes_first() {
        assert_eq!(closest("create-deploymnet", NAMES), ["createDeployment"]);
        assert_eq!(closest("deployment", NAMES)[0], "deployments");
        assert_eq!(closest("CREATEWORKSPACE", NAMES), ["createWorkspace"]);
        assert!(closest("xyz", NAMES).is_empty());
    }

    #[test]
    fn a_part_of_a_name_is_not_misspelled() {
        for (wanted, meant) in [
            ("fullName", Some("fullName")),
            ("full-nam", Some("fullName")),
            ("name", None),
            ("userName", None),
            ("cpus", Some("cpu")),
            ("gpu", None),
            ("minRole", None),
            ("maxFullName", None),
        ] {
            assert_eq!(misspelled(wanted, ["fullName", "role", "cpu"]), meant, "{wanted}");
        }
    }

    #[test]
    fn very_long_and_very_many_names_are_not_compared() {
        let long = format!("{}x", "a".repeat(200));
        assert!(closest(&"a".repeat(200), [long.as_str()]).is_empty());
        let many = (0..super::MOST).map(|_| "b").chain(["createWorkspace"]);
        assert!(closest("createWorkspac", many).is_empty());
    }

    #[test]
    fn the_sentence_fits_the_number_of_names() {
        assert_eq!(did_you_mean("xyz", NAMES), "");
        assert_eq!(did_you_mean("createWorkspac", NAMES), "; did you mean `createWorkspace`?");
        assert_eq!(did_you_mean("ab", ["aa", "ac", "abc"]), "; did you mean `abc`?");
        let several = did_you_mean("abcd", ["abce", "abcf"]);
        assert_eq!(several, "; did you mean `abce` or `abcf`?");
    }
}
