//! The third stage: the model as Rust. The only place with `quote!`.
//!
//! Code is built from tokens and literals, never from text of the schema: names go through the name pass,
//! descriptions through the module `doc`.

mod arguments;
mod builder;
mod default;
mod doc;
mod enums;
mod field;
mod format;
mod input;
mod layout;
mod object;
mod operation;
mod paths;
mod required;
mod scalar;
mod table;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use crate::model::{Model, OperationKind};
use layout::Section;
use paths::Paths;

/// What the generator wrote: one module.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Generated {
    /// The module's own file.
    pub root: String,
    /// The files below it: path with `/`, and text.
    pub files: BTreeMap<String, String>,
}

/// How to write the code.
#[derive(Clone, Copy, Debug)]
pub struct Options<'a> {
    /// The Rust path of the runtime that the code stands on: `::houston_client::runtime`.
    pub runtime: &'a str,
    /// The command that makes the code: the first line of every file.
    pub command: &'a str,
    /// The files below the module that are there already, as in [`Generated::files`]: where a long file was
    /// split before, it stays split.
    pub existing: &'a BTreeSet<String>,
}

/// Why code could not be written.
#[derive(Debug)]
pub enum Error {
    /// The runtime, or the Rust type of a scalar, is no path.
    NotAPath(String),
    /// The tokens are no Rust: a fault of the generator.
    NotRust {
        /// The file.
        file: String,
        /// What the parser says.
        error: syn::Error,
    },
}

impl fmt::Display for Error {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Error::NotAPath(text) => {
                write!(formatter, "expected the path of a Rust item, found `{text}`")
            }
            Error::NotRust { file, .. } => {
                write!(
                    formatter,
                    "the generator wrote no valid Rust for {file}: this is a fault in it"
                )
            }
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Error::NotAPath(_) => None,
            Error::NotRust { error, .. } => Some(error),
        }
    }
}

/// Writes the module for a schema.
///
/// # Errors
///
/// When a path that the caller or the overlay gives is none.
pub fn emit(model: &Model, options: &Options<'_>) -> Result<Generated, Error> {
    let paths = Paths::new(model)?;
    let kinds = [
        (OperationKind::Query, "query", "Queries: a builder for each."),
        (OperationKind::Mutation, "mutation", "Mutations: a builder for each."),
        (OperationKind::Subscription, "subscription", "Subscriptions: a builder for each."),
    ];
    let operations = kinds.map(|(kind, module, doc)| Section {
        module,
        doc,
        items: operation::items(&paths, kind),
        names_others: true,
    });
    let sections = [
        Section {
            module: "argument",
            doc: required::NAMES,
            items: required::names(&paths),
            names_others: false,
        },
        Section {
            module: "enums",
            doc: enums::DOC,
            items: enums::items(&paths),
            names_others: false,
        },
        Section {
            module: "input",
            doc: input::DOC,
            items: input::items(&paths),
            names_others: true,
        },
        Section {
            module: "object",
            doc: object::DOC,
            items: object::items(&paths),
            names_others: true,
        },
        Section {
            module: "required",
            doc: required::TRAITS,
            items: required::traits(&paths),
            names_others: false,
        },
        Section {
            module: "scalar",
            doc: scalar::DOC,
            items: scalar::items(&paths),
            names_others: false,
        },
    ];
    let written = operations.into_iter().filter(|section| !section.items.is_empty());
    let sections: Vec<Section<'_>> = sections.into_iter().chain(written).collect();

    let mut modules: Vec<&str> = sections.iter().map(|section| section.module).collect();
    modules.sort_unstable();
    let header = format::header(options.command);
    let root = header.clone() + &format::tokens("the module", root(&modules))?;
    let mut files = BTreeMap::new();
    let prelude = format::tokens("the prelude", paths::prelude(options.runtime)?)?;
    let modules = format::tokens("the modules", paths::modules())?;
    let layout = layout::Layout {
        header: &header,
        prelude: &prelude,
        modules: &modules,
        domains: &model.domains,
        existing: options.existing,
    };
    for section in sections {
        layout.write(&mut files, section)?;
    }
    let table = header.clone() + &prelude + &format::tokens("the table", table::statics(&paths))?;
    files.insert("table.rs".to_owned(), table);
    files.insert("table.json".to_owned(), crate::table(model, Some(options.command)));
    Ok(Generated { root, files })
}

fn root(modules: &[&str]) -> TokenStream {
    let modules = modules.iter().map(|module| format_ident!("{module}"));
    quote! {
        // Fields are constants in lower case, and the code uses what it marks as deprecated.
        #![allow(
            deprecated,
            dead_code,
            missing_docs,
            non_camel_case_types,
            non_snake_case,
            non_upper_case_globals,
            unreachable_pub,
            unused_imports,
            rustdoc::bare_urls,
            clippy::all,
            clippy::pedantic
        )]

        #(pub mod #modules;)*
        mod table;

        pub use table::{REFUSALS, SCHEMA};
    }
}
