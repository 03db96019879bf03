//! Suggestions for names that are misspelled, or typed in part.

use std::cell::Cell;

use houston_schema::text::kebab;

/// The least similarity of two names, from 0 to 1. Below it, a suggestion is noise.
const ALIKE: f64 = 0.65;

/// The longest text that is compared. A longer one is not a misspelled name, and each comparison would take long.
const LONGEST: usize = 200;

/// How many pairs of letters a thread compares at most, in all its suggestions: a schema can have any number of names, and
/// an input any number of wrong ones. They take less than a second.
const MOST: usize = 10_000_000;

thread_local! {
    /// How many pairs are left.
    static LEFT: Cell<usize> = const { Cell::new(MOST) };
}

/// Takes so many pairs, and returns whether there were enough. If there were not, none are left.
fn take(pairs: usize) -> bool {
    let left = LEFT.get().checked_sub(pairs);
    LEFT.set(left.unwrap_or_default());
    left.is_some()
}

/// How similar each name is to a text, until no pairs are left. `similarity` gets the text and the name,
/// folded, and the name as it is.
fn scored<'a>(
    wanted: &str,
    names: impl IntoIterator<Item = &'a str>,
    similarity: impl Fn(&str, &str, &str) -> f64,
) -> Vec<(f64, &'a str)> {
    if wanted.len() > LONGEST {
        return Vec::new();
    }
    let wanted = folded(wanted);
    let names = names.into_iter().filter(|name| name.len() <= LONGEST);
    // Each name has at least one letter to look at.
    let names = names.take_while(|name| take(name.len().max(1)));
    names.map(|name| (similarity(&wanted, &folded(name), name), name)).collect()
}

/// The similarity of two names by their letters. It is 0 if it cannot reach `least`.
fn alike(wanted: &str, name: &str, least: f64) -> f64 {
    let (one, other) = (wanted.chars().count(), name.chars().count());
    let could_be = one.min(other) as f64 / one.max(other).max(1) as f64;
    match could_be >= least && take(one * other) {
        true => strsim::normalized_damerau_levenshtein(wanted, name),
        false => 0.0,
    }
}

/// The name that is most probably meant by `wanted`, if that is a misspelled name.
pub(crate) fn misspelled<'a>(
    wanted: &str,
    names: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    // Among short names, one other letter makes another name: `gpu` and `cpu`.
    const MISSPELLED: f64 = 0.7;
    let scored = scored(wanted, names, |wanted, name, _| {
        // A word before or behind it makes another name as well: `minReplicas` and `replicas`.
        match wanted.contains(name) && wanted.len() > name.len() + 2 {
            true => 0.0,
            false => alike(wanted, name, MISSPELLED),
        }
    });
    let best = scored.into_iter().max_by(|left, right| left.0.total_cmp(&right.0));
    best.filter(|(score, _)| *score >= MISSPELLED).map(|(_, name)| name)
}

/// The names that are most probably meant by `wanted`: at most three, the likeliest first.
pub(crate) fn closest<'a>(wanted: &str, names: impl IntoIterator<Item = &'a str>) -> Vec<&'a str> {
    let typed = if wanted.len() > LONGEST { Vec::new() } else { words(wanted) };
    let mut scored = scored(wanted, names, |wanted, folded, name| {
        // Of several names with the part, the shortest comes first.
        let part = part(wanted, &typed, folded, name);
        let rest = wanted.len() as f64 / folded.len().max(wanted.len()).max(1) as f64 / 10.0;
        let spelled = alike(wanted, folded, ALIKE);
        part.map_or(spelled, |part| spelled.max(part + rest))
    });
    scored.retain(|(score, _)| *score >= ALIKE);
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

/// Returns `; did you mean …?` with these names, or an empty text. Says if not all names were compared.
pub(crate) fn one_of(names: &[impl AsRef<str>]) -> String {
    let names: Vec<&str> = names.iter().map(AsRef::as_ref).collect();
    let is_cut = LEFT.get() == 0;
    match names.as_slice() {
        [] if is_cut => "; there are too many names to suggest one".to_owned(),
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

/// How likely a name is meant by a part of it: by its beginning, by the beginnings of its words, or by some letters.
fn part(wanted: &str, typed: &[String], folded: &str, name: &str) -> Option<f64> {
    let is_in = || {
        let names = words(name);
        let begins = |word: &String| names.iter().any(|name| name.starts_with(word.as_str()));
        typed.iter().all(begins)
    };
    match wanted.len() {
        2.. if folded.starts_with(wanted) => Some(0.9),
        3.. if is_in() => Some(0.75),
        4.. if folded.contains(wanted) => Some(ALIKE),
        _ => None,
    }
}

/// The words of a name, in lower case.
fn words(name: &str) -> Vec<String> {
    let spelled = kebab(name);
    let words = spelled.split(['-', '_']).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect()
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
    fn the_beginning_of_a_name_comes_before_a_part_of_it_and_a_part_before_a_likeness() {
        let names = NAMES.into_iter().chain(["createUser", "deploymentUsers", "deleteDeployment"]);
        let closest = |wanted| closest(wanted, names.clone());
        assert_eq!(closest("createDep"), ["createDeployment"]);
        assert_eq!(closest("create-dep"), ["createDeployment"]);
        assert_eq!(closest("dep"), ["deployments", "deploymentUsers"]);
        assert_eq!(closest("user"), ["createUser", "deploymentUsers"]);
        // The words in another order, or some of them.
        assert_eq!(closest("deploymentCreate")[0], "createDeployment");
        assert_eq!(closest("delete-dep"), ["deleteDeployment"]);
        assert_eq!(closest("ments"), ["deployments", "workspaceDeployments"]);
        assert!(closest("d").is_empty() && closest("").is_empty());
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
        // A name whose length does not fit takes one look at its letters.
        let many = (0..100_000).map(|_| "b").chain(["createWorkspace"]);
        assert_eq!(closest("createWorkspac", many), ["createWorkspace"]);
        assert_eq!(did_you_mean("xyz", NAMES), "");
        let many = (0..100_000).map(|_| "createWorkspaces").chain(["createWorkspace"]);
        assert_eq!(did_you_mean("createWorkspac", many), "; did you mean `createWorkspaces`?");
        assert_eq!(
            did_you_mean("createWorkspac", NAMES),
            "; there are too many names to suggest one"
        );
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
