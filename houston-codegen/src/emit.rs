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
mod object;
mod operation;
mod paths;
mod required;
mod scalar;
mod table;

use std::collections::BTreeMap;
use std::fmt;

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use crate::model::{Model, OperationKind};
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
    let paths = Paths::new(model, options.runtime)?;
    let mut tokens = BTreeMap::new();
    tokens.insert("enums.rs".to_owned(), enums::file(&paths.in_module()));
    tokens.insert("argument.rs".to_owned(), required::names(&paths));
    tokens.insert("required.rs".to_owned(), required::file(&paths.in_module()));
    tokens.insert("scalar.rs".to_owned(), scalar::file(&paths.in_module()));
    table::files(&mut tokens, &paths);
    by_domain(&mut tokens, &paths, "input", "Input objects: builders for arguments.", input::items);
    by_domain(
        &mut tokens,
        &paths,
        "object",
        "Results: for each type a struct for its default selection, and a module of its fields.",
        object::items,
    );
    let kinds = [
        (OperationKind::Query, "query", "Queries: a builder for each."),
        (OperationKind::Mutation, "mutation", "Mutations: a builder for each."),
        (OperationKind::Subscription, "subscription", "Subscriptions: a builder for each."),
    ];
    let mut modules = vec!["argument", "enums", "input", "object", "required", "scalar"];
    for (kind, module, doc) in kinds {
        if model.operations.iter().any(|operation| operation.kind == kind) {
            by_domain(&mut tokens, &paths, module, doc, |paths, domain| {
                operation::items(paths, kind, domain)
            });
            modules.push(module);
        }
    }
    modules.sort_unstable();

    let root = format::file(options.command, "the module", &root(&modules))?;
    let mut files = BTreeMap::new();
    for (path, tokens) in tokens {
        let text = format::file(options.command, &path, &tokens)?;
        files.insert(path, text);
    }
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

/// A module of its own for each domain that has items, all re-exported from the module of their kind.
fn by_domain(
    tokens: &mut BTreeMap<String, TokenStream>,
    paths: &Paths<'_>,
    module: &str,
    doc: &str,
    items: impl Fn(&Paths<'_>, usize) -> TokenStream,
) {
    let mut domains = Vec::new();
    for (index, domain) in paths.model.domains.iter().enumerate() {
        let items = items(paths, index);
        if !items.is_empty() {
            let prelude = paths.prelude();
            tokens.insert(format!("{module}/{domain}.rs"), quote!(#prelude #items));
            domains.push(paths::ident(domain));
        }
    }
    let doc = format!(" {doc}");
    tokens.insert(
        format!("{module}.rs"),
        quote! {
            #![doc = #doc]
            #(mod #domains;)*
            #(pub use #domains::*;)*
        },
    );
}
