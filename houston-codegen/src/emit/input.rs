use houston_schema::table::TypeKind;
use proc_macro2::TokenStream;
use quote::quote;

use super::builder::Builder;
use super::doc;
use super::layout::Item;
use super::paths::{Paths, ident};
use crate::model::Type;

pub(super) const DOC: &str = "Input objects: builders for arguments.";

/// The builders of all input objects.
pub(super) fn items<'m>(paths: &Paths<'m>) -> Vec<Item<'m>> {
    let inputs = paths.model.types.iter().filter(|ty| ty.row.kind == TypeKind::Input);
    let item = |ty: &'m Type| {
        let paths = *paths;
        let write = move || if ty.row.one_of { one_of(&paths, ty) } else { input(&paths, ty) };
        Item { name: &ty.row.name, domain: Some(ty.domain), write: Box::new(write) }
    };
    inputs.map(item).collect()
}

fn input(paths: &Paths<'_>, ty: &Type) -> TokenStream {
    let docs = doc::attributes(&ty.row.description);
    let builder = Builder {
        name: &ty.rust,
        function: &ty.module,
        arguments: &ty.input_fields,
        function_docs: docs.clone(),
        type_docs: docs,
    };
    let (name, generics) = (builder.ident(), builder.generics());
    let (items, given) = (builder.items(paths, TokenStream::new()), builder.given());
    quote! {
        #items
        // Only the complete builder is a value: there is no `build()` to forget.
        #[diagnostic::do_not_recommend]
        impl #generics rt::IntoArgument<#name> for #name #generics {
            type Given = #given;
            fn into_argument(self) -> rt::Option<rt::Value> {
                self.0.into_object()
            }
        }
    }
}

/// Takes exactly one field: there is one function for each, and no other way to create it.
fn one_of(paths: &Paths<'_>, ty: &Type) -> TokenStream {
    let (name, docs) = (ident(&ty.rust), doc::attributes(&ty.row.description));
    let functions = ty.input_fields.iter().map(|field| {
        let (function, graphql, written) = (ident(&field.setter), &field.row.name, &field.row.ty);
        let value = paths.values(field.row.type_ref(), field.rust_path.as_deref());
        let docs = doc::attributes(&field.row.description);
        let deprecated = doc::deprecated(field.row.deprecated.as_deref());
        quote! {
            #docs
            #deprecated
            pub fn #function(value: impl rt::Arg<#value>) -> Self {
                Self(rt::Builder::<()>::new().with(#graphql, #written, value))
            }
        }
    });
    quote! {
        #docs
        #[derive(Clone, Debug)]
        pub struct #name(rt::Builder<()>);
        impl #name {
            #(#functions)*
        }
        #[diagnostic::do_not_recommend]
        impl rt::IntoArgument<#name> for #name {
            type Given = ();
            fn into_argument(self) -> rt::Option<rt::Value> {
                self.0.into_object()
            }
        }
    }
}
