use houston_schema::table::Schema;
use proc_macro2::TokenStream;
use quote::quote;
use serde::Serialize;
use serde_json::ser::Serializer;

use super::doc;
use super::lines::Lines;
use super::paths::ident;
use crate::model::Model;

/// The schema table, which is parsed from its file.
pub(super) fn statics() -> TokenStream {
    quote! {
        #[doc = " The schema table, parsed on first use."]
        pub static SCHEMA: rt::LazyLock<rt::schema::Schema> =
            rt::LazyLock::new(|| rt::read_table(::core::include_str!("table.json")));
    }
}

/// The codes of known error texts as an enum, if there are any.
pub(super) fn codes(model: &Model) -> Option<TokenStream> {
    if model.codes.is_empty() {
        return None;
    }
    let names: Vec<&str> = model.codes.keys().map(String::as_str).collect();
    let variants: Vec<_> = model.codes.values().map(|code| ident(&code.rust)).collect();
    let meanings: Vec<&str> = model.codes.values().map(|code| code.meaning.as_str()).collect();
    let docs = meanings.iter().map(|meaning| doc::attributes(meaning));
    Some(quote! {
        #[doc = " The codes of the server's known error texts. The page of each operation lists those with which the server"]
        #[doc = " can refuse it."]
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum RefusalCode {
            #(#docs #variants,)*
        }

        impl RefusalCode {
            #[doc = " All codes, sorted by name."]
            pub const ALL: &'static [Self] = &[#(Self::#variants),*];

            #[doc = " Why the server refused a call: the [`refusal_code`](rt::Error::refusal_code) of the error, if this schema"]
            #[doc = " has it."]
            pub fn of(error: &rt::Error) -> rt::Option<Self> {
                error.refusal_code()?.parse().ok()
            }

            #[doc = " The name: lower-case words that `-` separates."]
            pub const fn as_str(&self) -> &'static rt::str {
                match self {
                    #(Self::#variants => #names,)*
                }
            }

            #[doc = " What an error with this code means, in whole sentences."]
            pub const fn meaning(&self) -> &'static rt::str {
                match self {
                    #(Self::#variants => #meanings,)*
                }
            }
        }
        rt::names! { RefusalCode }
    })
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
