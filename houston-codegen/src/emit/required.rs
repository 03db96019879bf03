use proc_macro2::TokenStream;
use quote::quote;

use super::paths::{Paths, ident};

/// A trait for each distinct required argument, with its text as literals: a text made from a marker type
/// would print a path as soon as a module had the same name.
pub(super) fn file(paths: &Paths<'_>) -> TokenStream {
    let traits = paths.model.required.iter().map(|required| {
        let rust = ident(&required.rust);
        let message = format!("required argument `{}` is not set", required.name);
        let label = format!("call `.{}(..)` first", ident(&required.setter));
        let note = if required.by_overlay {
            "the server wants it, although the schema does not say so"
        } else {
            "the schema declares it non-null without a default"
        };
        quote! {
            #[diagnostic::on_unimplemented(message = #message, label = #label, note = #note)]
            pub trait #rust {}
            #[diagnostic::do_not_recommend]
            impl #rust for rt::Set {}
        }
    });
    let prelude = paths.prelude();
    quote! {
        #![doc = " What compile errors say of a required argument that is not set."]
        #prelude
        #(#traits)*
    }
}

/// What the types of builders call the required arguments that are not set yet.
pub(super) fn names(paths: &Paths<'_>) -> TokenStream {
    let names = paths.model.required.iter().map(|required| ident(&required.rust));
    quote! {
        #![doc = " Names of required arguments, for the types of builders."]
        #(#[derive(Clone, Debug)] pub enum #names {})*
    }
}
