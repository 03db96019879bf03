//! The third stage writes the model as Rust. Only this module uses `quote!`.
//!
//! Code is built from tokens and literals, never from text of the schema: the name pass handles names,
//! and the module `doc` handles descriptions.

mod arguments;
mod builder;
mod default;
mod doc;
mod enums;
mod error;
mod example;
mod field;
mod format;
mod input;
mod layout;
mod lines;
mod object;
mod operation;
mod paths;
mod required;
mod scalar;
mod table;

use std::collections::{BTreeMap, BTreeSet};
use std::panic::resume_unwind;
use std::thread;

use houston_schema::table::OperationKind;
use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use crate::model::Model;
use crate::model::module::Module;
pub use error::Error;
use layout::Section;
use paths::Paths;

/// The generated code: one module.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Generated {
    /// The module's own file.
    pub root: String,
    /// The files below it: the path, with `/`, and the text.
    pub files: BTreeMap<String, String>,
}

/// Options of the generator.
#[derive(Clone, Copy, Debug)]
pub struct Options<'a> {
    /// The Rust path of the runtime that the code uses: `::houston_client::runtime`.
    pub runtime: &'a str,
    /// The command that generates the code; the first line of every file names it.
    pub command: &'a str,
    /// The Rust path by which a caller's crate names the module, for examples in the documentation of operations:
    /// `houston_client`, or `my_crate::api`. They also use the crates `houston_client` and `serde_json`. Without a path,
    /// there are no examples.
    pub examples: Option<&'a str>,
    /// The existing files below the module, as in [`Generated::files`]: where a long file was
    /// split before, it stays split.
    pub existing: &'a BTreeSet<String>,
}

/// Writes the module for a schema.
///
/// # Errors
///
/// Fails if a path from the caller or the overlay is not a valid Rust path.
pub fn emit(model: &Model, options: &Options<'_>) -> Result<Generated, Error> {
    let paths = Paths::new(model, options.examples)?;
    let operations = OperationKind::ALL.map(|kind| Section {
        module: kind.keyword(),
        doc: operation::doc(kind),
        items: operation::items(&paths, kind),
        names_others: true,
    });
    let sections = Module::ALL.map(|module| {
        let (doc, items) = match module {
            Module::Enums => (enums::DOC, enums::items(&paths)),
            Module::Input => (input::DOC, input::items(&paths)),
            Module::Object => (object::doc(model), object::items(&paths)),
            Module::Required => (required::DOC, required::items(&paths)),
            Module::Scalar => (scalar::DOC, scalar::items(&paths)),
        };
        let names_others = matches!(module, Module::Input | Module::Object);
        Section { module: module.name(), doc, items, names_others }
    });
    let written = operations.into_iter().filter(|section| !section.items.is_empty());
    let sections: Vec<Section<'_>> = sections.into_iter().chain(written).collect();

    let mut modules: Vec<&str> = sections.iter().map(|section| section.module).collect();
    modules.sort_unstable();
    let header = format::header(options.command);
    let root =
        header.clone() + &format::tokens("the module", root(&modules, !model.codes.is_empty()))?;
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
    let (written, json) = thread::scope(|scope| {
        let json = scope.spawn(|| table::json(model, options.command));
        let written = layout::write_all(&sections);
        (written, json.join().unwrap_or_else(|panic| resume_unwind(panic)))
    });
    for (section, written) in sections.iter().zip(written?) {
        layout.write(&mut files, section, written)?;
    }
    let mut items = table::statics();
    items.extend(table::codes(model));
    let table = header.clone() + &prelude + &format::tokens("the table", items)?;
    files.insert("table.rs".to_owned(), table);
    files.insert("table.json".to_owned(), json);
    Ok(Generated { root, files })
}

fn root(modules: &[&str], has_codes: bool) -> TokenStream {
    let codes = has_codes.then(|| {
        quote!(
            pub use table::RefusalCode;
        )
    });
    let modules = modules.iter().map(|module| {
        let name = format_ident!("{module}");
        // Only the compiler's texts name these traits.
        if *module == Module::Required.name() { quote!(mod #name;) } else { quote!(pub mod #name;) }
    });
    quote! {
        // Fields are constants in lower case, and the code uses items that it marks as deprecated.
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

        #(#modules)*
        mod table;

        #codes
        pub use table::SCHEMA;
    }
}
