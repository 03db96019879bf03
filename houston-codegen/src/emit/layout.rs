//! Decides which file an item goes to.
//!
//! The overlay's domains decide. A file that would be too long is split in the order of its items' names, and the
//! new file's name gives its first item: `object/all__re.rs` has the items from `re` on, up to the next file.
//! The names of the existing files are the record: a new item does not move the others until it
//! fills a file.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::error::Error;
use super::format;
use super::paths::ident;
use crate::parallel;

/// The maximum number of lines of a file with more than one item.
const MOST_LINES: usize = 1_400;

/// A split fills its files up to this many lines: the rest is room for new items.
const FILLED: usize = 1_100;

/// The items of one module.
pub(super) struct Section<'m> {
    pub(super) module: &'static str,
    pub(super) doc: &'static str,
    pub(super) items: Vec<Item<'m>>,
    /// Whether the items refer to items of other modules.
    pub(super) names_others: bool,
}

/// The code for one name of the schema.
pub(super) struct Item<'m> {
    /// The name in GraphQL.
    pub(super) name: &'m str,
    /// Its domain. An item without one may be in the module's own file.
    pub(super) domain: Option<usize>,
    /// Writes the item. Any thread may call it.
    pub(super) write: Box<dyn Fn() -> TokenStream + Sync + 'm>,
}

/// An item as text.
pub(super) struct Written<'m> {
    name: &'m str,
    domain: Option<usize>,
    text: String,
    lines: usize,
}

pub(super) struct Layout<'a> {
    /// The first lines of every file.
    pub(super) header: &'a str,
    /// The imports of every file with items.
    pub(super) prelude: &'a str,
    /// Further imports of items that refer to other modules.
    pub(super) modules: &'a str,
    pub(super) domains: &'a [String],
    /// Paths of the existing files.
    pub(super) existing: &'a BTreeSet<String>,
}

impl Layout<'_> {
    /// Adds the files of a section.
    pub(super) fn write(
        &self,
        files: &mut BTreeMap<String, String>,
        section: &Section<'_>,
        written: Vec<Written<'_>>,
    ) -> Result<(), Error> {
        let Section { module, doc, names_others, .. } = *section;
        let mut of_domain: BTreeMap<Option<usize>, Vec<Written<'_>>> = BTreeMap::new();
        for item in written {
            of_domain.entry(item.domain).or_default().push(item);
        }
        let mut of_module = Vec::new();
        let mut parts = Vec::new();
        for (domain, items) in of_domain {
            let domain = domain.and_then(|index| self.domains.get(index));
            let stem = domain.map_or(module, String::as_str);
            let starts = starts(&items, self.starts(module, stem));
            match domain {
                Some(domain) if starts.is_empty() => parts.push((domain.clone(), items)),
                None if starts.is_empty() => of_module = items,
                _ => parts.extend(split(stem, &starts, items)),
            }
        }
        let names: Vec<Ident> = parts.iter().map(|(name, _)| ident(name)).collect();
        for (name, items) in &parts {
            let modules = if names_others { self.modules } else { "" };
            let text = [self.header, self.prelude, modules, &text(items)].concat();
            files.insert(format!("{module}/{name}.rs"), text);
        }
        let doc = format!(" {doc}");
        let lines = quote!(#![doc = #doc] #(mod #names;)* #(pub use #names::*;)*);
        let mut file = self.header.to_owned() + &format::tokens(module, lines)?;
        if !of_module.is_empty() {
            file += self.prelude;
        }
        file += &text(&of_module);
        files.insert(format!("{module}.rs"), file);
        Ok(())
    }
}

impl Layout<'_> {
    /// Where the files of an earlier split begin.
    fn starts(&self, module: &str, stem: &str) -> BTreeSet<String> {
        let prefix = format!("{module}/{stem}__");
        let start =
            |path: &String| Some(path.strip_prefix(&prefix)?.strip_suffix(".rs")?.to_owned());
        self.existing.iter().filter_map(start).collect()
    }
}

fn text(items: &[Written<'_>]) -> String {
    items.iter().map(|item| item.text.as_str()).collect()
}

/// Writes the items of all sections, which is nearly all of the generator's work.
pub(super) fn write_all<'m>(sections: &[Section<'m>]) -> Result<Vec<Vec<Written<'m>>>, Error> {
    let items = sections.iter().flat_map(|section| &section.items);
    let mut written = parallel::map(items, Item::written).into_iter();
    let of = |section: &Section<'m>| written.by_ref().take(section.items.len()).collect();
    sections.iter().map(of).collect()
}

impl<'m> Item<'m> {
    fn written(&self) -> Result<Written<'m>, Error> {
        let text = format::tokens(self.name, (self.write)())?;
        let lines = text.lines().count();
        Ok(Written { name: self.name, domain: self.domain, text, lines })
    }
}

/// Where files begin: as before, and once more within each file that became too long. Empty if one file
/// holds everything.
fn starts(items: &[Written<'_>], mut starts: BTreeSet<String>) -> BTreeSet<String> {
    let mut items: Vec<&Written<'_>> = items.iter().collect();
    items.sort_by_key(|item| folded(item.name));
    for (_, items) in files(&starts, items) {
        let lines: usize = items.iter().map(|item| item.lines).sum();
        if lines <= MOST_LINES {
            continue;
        }
        let (mut filled, mut before) = (0, String::new());
        for item in items {
            let name = folded(item.name);
            // The file before begins with the first of its items.
            if before.is_empty() || (filled + item.lines > FILLED && name != before) {
                let start = shortest_after(&before, &name);
                let opens = !before.is_empty() || !starts.iter().any(|known| *known <= name);
                if opens {
                    starts.insert(start);
                }
                filled = 0;
            }
            filled += item.lines;
            before = name;
        }
    }
    starts
}

/// The shortest prefix of a name that differs from the name before it.
fn shortest_after(before: &str, name: &str) -> String {
    let same = before.chars().zip(name.chars()).take_while(|(one, other)| one == other).count();
    name.chars().take(same + 1).collect()
}

/// Compares names in the order of the files.
fn folded(name: &str) -> String {
    name.trim_start_matches('_').to_ascii_lowercase()
}

/// Each file's items: those from its start on. The first file also has the items before its start.
fn files<T: AsRef<str>>(starts: &BTreeSet<String>, items: Vec<T>) -> BTreeMap<String, Vec<T>> {
    let mut files: BTreeMap<String, Vec<T>> = BTreeMap::new();
    for item in items {
        let name = folded(item.as_ref());
        let start = starts.range(..=name).next_back().or(starts.first());
        files.entry(start.cloned().unwrap_or_default()).or_default().push(item);
    }
    files
}

impl AsRef<str> for Written<'_> {
    fn as_ref(&self) -> &str {
        self.name
    }
}

fn split<'m>(
    stem: &str,
    starts: &BTreeSet<String>,
    items: Vec<Written<'m>>,
) -> impl Iterator<Item = (String, Vec<Written<'m>>)> {
    // A schema name in snake case never has two underscores in the middle.
    files(starts, items).into_iter().map(move |(start, items)| (format!("{stem}__{start}"), items))
}
