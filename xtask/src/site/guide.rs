//! A guide: Markdown of ours as HTML, with links between pages in place of those between files.

use std::collections::{BTreeMap, BTreeSet};

use pulldown_cmark::{CowStr, Event, Options, Parser, Tag, TagEnd, html};

/// Where files are that the site does not have.
const REPOSITORY: &str = concat!(env!("CARGO_PKG_REPOSITORY"), "/blob/main");

/// The page of a guide.
pub(super) struct Guide {
    /// The text of its first heading.
    pub(super) title: String,
    pub(super) html: String,
}

impl Guide {
    /// The page of the file at this path of the repository. `pages` has the page of each file.
    pub(super) fn new(source: &str, text: &str, pages: &BTreeMap<String, String>) -> Self {
        let parser = Parser::new_ext(text, Options::ENABLE_TABLES);
        let mut events: Vec<Event<'_>> = parser.collect();
        let mut ids = BTreeSet::new();
        let mut title = String::new();
        for at in 0..events.len() {
            let heading = heading(&events[at..]);
            match &mut events[at] {
                Event::Start(Tag::Heading { id, .. }) => {
                    if title.is_empty() {
                        title.clone_from(&heading);
                    }
                    *id = Some(anchor(&heading, &mut ids).into());
                }
                Event::Start(Tag::Link { dest_url, .. }) => {
                    *dest_url = target(source, dest_url, pages).into();
                }
                // The guides need none.
                Event::Html(text) | Event::InlineHtml(text) => *text = CowStr::Borrowed(""),
                _ => {}
            }
        }
        let mut written = String::new();
        html::push_html(&mut written, events.into_iter());
        Guide { title, html: written }
    }
}

/// The text of the heading that begins here.
fn heading(events: &[Event<'_>]) -> String {
    let ends = |event: &&Event<'_>| !matches!(event, Event::End(TagEnd::Heading(_)));
    let texts = events.iter().take_while(ends).filter_map(|event| match event {
        Event::Text(text) | Event::Code(text) => Some(&**text),
        _ => None,
    });
    if matches!(events.first(), Some(Event::Start(Tag::Heading { .. }))) {
        texts.collect()
    } else {
        String::new()
    }
}

/// The anchor that GitHub gives to a heading.
fn anchor(heading: &str, taken: &mut BTreeSet<String>) -> String {
    let stays = |letter: &char| letter.is_alphanumeric() || matches!(letter, '-' | '_' | ' ');
    let slug: String = heading.to_lowercase().chars().filter(stays).collect();
    let slug = slug.replace(' ', "-");
    let mut numbered = (1..).map(|number| format!("{slug}-{number}"));
    let first = Some(slug.clone()).filter(|slug| taken.insert(slug.clone()));
    first.or_else(|| numbered.find(|slug| taken.insert(slug.clone()))).unwrap_or(slug)
}

/// Where a link of a file leads on the site.
fn target(source: &str, link: &str, pages: &BTreeMap<String, String>) -> String {
    let (file, anchor) = link.split_once('#').unwrap_or((link, ""));
    if file.is_empty() || file.contains("://") || source.is_empty() {
        return link.to_owned();
    }
    let mut parts: Vec<&str> = source.split('/').collect();
    parts.pop();
    for part in file.split('/') {
        match part {
            ".." => parts.truncate(parts.len().saturating_sub(1)),
            part => parts.push(part),
        }
    }
    let path = parts.join("/");
    let anchor = if anchor.is_empty() { String::new() } else { format!("#{anchor}") };
    match pages.get(&path) {
        Some(page) => {
            let up =
                if pages.get(source).is_some_and(|own| own.contains('/')) { "../" } else { "" };
            format!("{up}{page}{anchor}")
        }
        None => format!("{REPOSITORY}/{path}{anchor}"),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::Guide;

    #[test]
    fn links_lead_to_pages_or_to_the_repository() {
        let pages = [("README.md", "index.html"), ("docs/a.md", "guides/a.html")];
        let pages: BTreeMap<String, String> =
            pages.map(|(file, page)| (file.to_owned(), page.to_owned())).into();
        let text = "# A *guide*: `--rows`, twice\n\n[1](../README.md#x) [2](a.md) [3](../LICENSE) [4](#x) \
                    [5](https://e.test/a.md) <b>no</b>\n\n## X\n\n## X\n";
        let guide = Guide::new("docs/a.md", text, &pages);
        assert_eq!(guide.title, "A guide: --rows, twice");
        for part in [
            "id=\"a-guide---rows-twice\"",
            "\"../index.html#x\"",
            "\"../guides/a.html\"",
            "/blob/main/LICENSE\"",
            "\"#x\"",
            "\"https://e.test/a.md\"",
            "id=\"x\"",
            "id=\"x-1\"",
        ] {
            assert!(guide.html.contains(part), "{part}: {}", guide.html);
        }
        assert!(!guide.html.contains("<b>"), "{}", guide.html);
    }
}
