use houston_schema::table::Schema;
use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use serde::Serialize;
use serde_json::ser::Serializer;

use super::lines::Lines;
use super::paths::Paths;
use crate::model::Model;

/// The schema table, which is parsed from its file, and the refusals.
pub(super) fn statics(paths: &Paths<'_>) -> TokenStream {
    let refusals = &paths.model.refusals;
    let mut codes: Vec<&str> = refusals.iter().map(|row| row.code.as_str()).collect();
    codes.sort_unstable();
    codes.dedup();
    let codes = (!codes.is_empty()).then(|| {
        let text = format!(" Their codes: {}.", codes.join(", "));
        quote!(#[doc = ""] #[doc = #text])
    });
    let refusals = refusals.iter().map(|refusal| {
        let crate::model::Refusal { text, operations, inner, proves, code, next } = refusal;
        let proves = format_ident!("{proves:?}");
        quote!(rt::Refusal {
            text: rt::Borrowed(#text),
            operations: rt::Borrowed(&[#(rt::Borrowed(#operations)),*]),
            inner: rt::Borrowed(&[#(rt::Borrowed(#inner)),*]),
            proves: rt::Proof::#proves,
            code: rt::Borrowed(#code),
            next: rt::Borrowed(#next),
        })
    });
    quote! {
        #[doc = " The schema table, parsed on first use."]
        pub static SCHEMA: rt::LazyLock<rt::schema::Schema> =
            rt::LazyLock::new(|| rt::read_table(::core::include_str!("table.json")));

        #[doc = " Known texts of the server's errors, those that prove that nothing happened first."]
        #codes
        pub static REFUSALS: &[rt::Refusal] = &[#(#refusals),*];
    }
}

/// The schema table as JSON. `made_by` is the command that generated it, for readers of the file.
pub(super) fn json(model: &Model, made_by: &str) -> String {
    #[derive(Serialize)]
    struct File<'a> {
        made_by: &'a str,
        #[serde(flatten)]
        schema: Schema,
    }
    let mut text = Vec::new();
    let mut serializer = Serializer::with_formatter(&mut text, Lines::default());
    let written = File { made_by, schema: model.table() }.serialize(&mut serializer);
    written.expect("keys are text, and memory takes what is written to it");
    text.push(b'\n');
    String::from_utf8(text).expect("JSON is UTF-8")
}
