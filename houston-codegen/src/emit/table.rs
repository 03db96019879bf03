use houston_schema::table::Schema;
use proc_macro2::TokenStream;
use quote::quote;
use serde::Serialize;
use serde_json::ser::Serializer;

use super::lines::Lines;
use crate::model::Model;

/// The schema table, which is parsed from its file.
pub(super) fn statics() -> TokenStream {
    quote! {
        #[doc = " The schema table, parsed on first use."]
        pub static SCHEMA: rt::LazyLock<rt::schema::Schema> =
            rt::LazyLock::new(|| rt::read_table(::core::include_str!("table.json")));
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
