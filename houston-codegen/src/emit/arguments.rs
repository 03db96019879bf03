use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::doc;
use super::paths::{Paths, ident};
use crate::model::Argument;

/// The setter of an argument. The builder's type is `type_name`; setting a required argument makes it `type_when_set`.
pub(super) fn setter(
    paths: &Paths<'_>,
    type_name: &Ident,
    type_when_set: &TokenStream,
    argument: &Argument,
) -> TokenStream {
    let (name, ty) = (&argument.row.name, &argument.row.ty);
    let (setter, value) = (ident(&argument.setter), paths.argument(argument));
    let deprecated = doc::deprecated(argument.row.deprecated.as_deref());
    let docs = docs(argument);
    let given = paths.parameter("value");
    let (when_set, new) = match argument.row.required {
        true => (type_when_set.clone(), quote!(#type_name)),
        false => (quote!(Self), quote!(Self)),
    };
    quote! {
        #docs
        #deprecated
        pub fn #setter(self, #given: impl rt::Arg<#value>) -> #when_set {
            #new(self.0.with(#name, #ty, #given))
        }
    }
}

/// The description, and the argument as GraphQL declares it.
fn docs(argument: &Argument) -> TokenStream {
    let row = &argument.row;
    let required = if row.required { "Required. " } else { "" };
    let signature = format!(" {required}{}", doc::code(&row.declaration()));
    let description = doc::attributes(&row.description);
    if row.description.is_empty() {
        return quote!(#[doc = #signature]);
    }
    quote!(#description #[doc = ""] #[doc = #signature])
}
