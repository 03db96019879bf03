//! `cargo xtask site`: the guides and the reference as one folder of pages, for GitHub Pages.

mod guide;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use askama::Template;
use houston_codegen::tool::failure::{Exit, Failure, cannot};
use houston_codegen::tool::output;

use crate::step::{cargo, step};
use crate::workspace::workspace;
use guide::Guide;

#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Folder for the pages: an empty one, or one that this command made before
    #[arg(long, value_name = "DIR", default_value = "target/site")]
    out: PathBuf,
}

#[derive(Template)]
#[template(path = "guide.html")]
struct Page<'g> {
    title: &'g str,
    /// The way from the page to the folder of the site.
    root: &'static str,
    /// HTML of texts of ours.
    body: &'g str,
}

pub(crate) fn run(arguments: &Arguments) -> Result<Exit, Failure> {
    let folder = workspace().join(&arguments.out);
    let mut command = cargo("run --quiet --locked -p houston-cli -- docs --schema built-in");
    command.arg(folder.join("reference"));
    step("reference", command)?;
    let guides = guides()?;
    for (path, guide) in &guides {
        let root = if path.contains('/') { "../" } else { "" };
        let page = Page { title: &guide.title, root, body: &guide.html };
        let page = page.render().map_err(|error| Failure::failed(error.to_string()))?;
        write(&folder.join(path), &page)?;
    }
    // GitHub Pages then takes the files as they are.
    write(&folder.join(".nojekyll"), "")?;
    output::line(&format!(
        "wrote {} guides and the reference to {}",
        guides.len(),
        folder.display()
    ));
    Ok(Exit::Done)
}

/// The pages of the guides, by their paths: the README, each file of `docs`, and a list of these.
fn guides() -> Result<BTreeMap<String, Guide>, Failure> {
    let mut sources = BTreeMap::from([("README.md".to_owned(), "index.html".to_owned())]);
    let docs = workspace().join("docs");
    for entry in fs::read_dir(&docs).map_err(cannot("read", &docs))? {
        let name = entry.map_err(cannot("read", &docs))?.file_name();
        let name = name.to_string_lossy();
        if let Some(bare) = name.strip_suffix(".md") {
            sources.insert(format!("docs/{name}"), format!("guides/{bare}.html"));
        }
    }
    let mut pages = BTreeMap::new();
    for (source, page) in &sources {
        let path = workspace().join(source);
        let text = fs::read_to_string(&path).map_err(cannot("read", &path))?;
        pages.insert(page.clone(), Guide::new(source, &text, &sources));
    }
    let links = pages.iter().filter_map(|(path, guide)| {
        Some(format!("- [{}]({})\n", guide.title, path.strip_prefix("guides/")?))
    });
    let list = format!("# Guides\n\n{}", links.collect::<String>());
    pages.insert("guides/index.html".to_owned(), Guide::new("", &list, &BTreeMap::new()));
    Ok(pages)
}

fn write(path: &Path, text: &str) -> Result<(), Failure> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(cannot("make", folder))?;
    }
    fs::write(path, text).map_err(cannot("write", path))
}

#[cfg(test)]
mod tests {
    use super::guides;

    #[test]
    fn no_link_between_guides_is_dead() {
        let guides = guides().unwrap();
        assert!(guides.len() > 8, "{:?}", guides.keys());
        let mut count = 0;
        for (path, guide) in &guides {
            for link in guide.html.split(" href=\"").skip(1) {
                let link = link.split('"').next().unwrap();
                // Those to the repository and to others need a network.
                if link.contains("://") {
                    continue;
                }
                let (file, anchor) = link.split_once('#').unwrap_or((link, ""));
                let mut parts: Vec<&str> = path.split('/').collect();
                parts.pop();
                for part in file.split('/').filter(|part| !part.is_empty()) {
                    match part {
                        ".." => parts.truncate(parts.len() - 1),
                        part => parts.push(part),
                    }
                }
                let target = if file.is_empty() { path.clone() } else { parts.join("/") };
                let target = guides.get(&target).unwrap_or_else(|| panic!("{path}: {link}"));
                let is_there =
                    anchor.is_empty() || target.html.contains(&format!("id=\"{anchor}\""));
                assert!(is_there, "{path}: {link}");
                count += 1;
            }
        }
        assert!(count > 20, "only {count} links were checked");
    }
}
