use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::doc;
use super::paths::{Paths, ident};
use crate::model::Argument;

/// The setters: `x(value)`; for an optional argument `maybe_x(option)`; and `x_null()` if it is nullable.
///
/// The builder's type is `type_name`; setting a required argument makes it `type_when_set`.
pub(super) fn setters(
    paths: &Paths<'_>,
    type_name: &Ident,
    type_when_set: &TokenStream,
    argument: &Argument,
) -> TokenStream {
    let (name, ty) = (&argument.row.name, &argument.row.ty);
    let (setter, value) = (ident(&argument.setter), paths.argument(argument.row.type_ref()));
    let deprecated = doc::deprecated(argument.row.deprecated.as_deref());
    let docs = docs(argument);
    let given = paths.parameter("value");
    if argument.row.required {
        return quote! {
            #docs
            #deprecated
            pub fn #setter(self, #given: impl rt::IntoArgument<#value>) -> #type_when_set {
                #type_name(self.0.with(#name, #ty, #given))
            }
        };
    }
    let maybe = ident(&argument.maybe_setter);
    let maybe_doc =
        format!(" Like [`{setter}`](Self::{}), if the value is `Some`.", argument.setter);
    let null = (!argument.row.type_ref().is_non_null()).then(|| {
        let null = ident(&argument.null_setter);
        let null_doc = format!(" Sends null for `{name}`, which differs from not sending it.");
        quote! {
            #[doc = #null_doc]
            #deprecated
            pub fn #null(self) -> Self {
                Self(self.0.null(#name, #ty))
            }
        }
    });
    quote! {
        #docs
        #deprecated
        pub fn #setter(self, #given: impl rt::IntoArgument<#value>) -> Self {
            Self(self.0.with(#name, #ty, #given))
        }
        #null
        #[doc = #maybe_doc]
        #deprecated
        pub fn #maybe(self, #given: rt::Option<impl rt::IntoArgument<#value>>) -> Self {
            Self(self.0.maybe(#name, #ty, #given))
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
