use proc_macro2::TokenStream;
use quote::quote;

use super::layout::Item;
use super::paths::{Paths, ident};
use crate::model::Required;

pub(super) const TRAITS: &str =
    "Traits whose compile errors name a required argument that is not set.";

/// A trait for each distinct required argument, with its text as literals: a text from a marker type
/// would print a path as soon as a module had the same name.
pub(super) fn traits<'m>(paths: &Paths<'m>) -> Vec<Item<'m>> {
    let item = |required: &'m Required| Item {
        name: &required.rust,
        domain: None,
        write: Box::new(|| self::required(required)),
    };
    paths.model.required.iter().map(item).collect()
}

fn required(required: &Required) -> TokenStream {
    let rust = ident(&required.rust);
    let message = format!("required argument `{}` is not set", required.name);
    let label = format!("call `.{}(..)` first", ident(&required.setter));
    let note = if required.by_overlay {
        "the server requires it, although the schema does not say so"
    } else {
        "the schema declares it non-null without a default"
    };
    quote! {
        #[diagnostic::on_unimplemented(message = #message, label = #label, note = #note)]
        pub trait #rust {}
        #[diagnostic::do_not_recommend]
        impl #rust for rt::Set {}
    }
}
