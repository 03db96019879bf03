use std::collections::BTreeSet;

use proc_macro2::TokenStream;
use quote::quote;

use super::doc;
use super::field::field_nulls;
use super::paths::{Paths, ident};
use crate::model::{Field, Type};

/// The struct for the result of a default selection.
pub(super) struct DefaultStruct<'a> {
    pub(super) name: &'a str,
    pub(super) ty: &'a Type,
    pub(super) fields: Vec<&'a Field>,
    pub(super) docs: TokenStream,
}

/// One member of a default struct.
struct Member {
    key: String,
    rust: proc_macro2::Ident,
    ty: TokenStream,
    docs: TokenStream,
    secret: bool,
    /// Whether its value is arbitrary JSON.
    json: bool,
}

pub(super) fn default_struct(paths: &Paths<'_>, of: &DefaultStruct<'_>) -> TokenStream {
    let (name, docs) = (ident(of.name), &of.docs);
    let members = members(paths, of);
    let fields = members.iter().map(|Member { docs, rust, ty, .. }| quote!(#docs pub #rust: #ty));
    let rows = rows(members.iter().map(|Member { rust, key, ty, json, .. }| match json {
        true => quote!(#rust.0: rt::AnyJson<#ty> = #key),
        false => quote!(#rust: #ty = #key),
    }));
    let scope = paths.object(of.ty);
    let needs: BTreeSet<&str> =
        of.fields.iter().flat_map(|field| field.row.needs.iter().map(String::as_str)).collect();
    let needs = needs.into_iter();
    let debug = debug(&name, &members);
    let derive =
        if debug.is_some() { quote!(Clone, PartialEq) } else { quote!(Clone, Debug, PartialEq) };
    quote! {
        #docs
        #[derive(#derive)]
        #[non_exhaustive]
        pub struct #name {
            #(#fields,)*
        }
        #debug
        rt::object_type! { #name: #scope, [#(#needs),*], #rows }
    }
}

/// The selected leaves, or the type's name if there are none.
fn members(paths: &Paths<'_>, of: &DefaultStruct<'_>) -> Vec<Member> {
    if of.fields.is_empty() {
        return vec![Member {
            key: "__typename".to_owned(),
            rust: ident(&of.ty.typename),
            ty: quote!(rt::String),
            docs: quote!(#[doc = " The name of the object's type."]),
            secret: false,
            json: false,
        }];
    }
    let member = |field: &&Field| {
        let deprecated = doc::deprecated(field.row.deprecated.as_deref());
        let docs = doc::attributes(&field.row.description);
        Member {
            key: field.row.name.clone(),
            rust: ident(&field.rust),
            ty: paths.leaf_output(field, field_nulls(field)),
            docs: quote!(#docs #deprecated),
            secret: field.row.secret,
            json: paths.is_json(field),
        }
    };
    of.fields.iter().map(member).collect()
}

/// A `Debug` that hides secrets, if there are any.
fn debug(name: &proc_macro2::Ident, members: &[Member]) -> Option<TokenStream> {
    if !members.iter().any(|member| member.secret) {
        return None;
    }
    let fields = members.iter().map(|member| {
        let (rust, label) = (&member.rust, member.rust.to_string());
        if member.secret {
            quote!(.field(#label, &::core::format_args!("***")))
        } else {
            quote!(.field(#label, &self.#rust))
        }
    });
    let label = name.to_string();
    Some(quote! {
        impl ::core::fmt::Debug for #name {
            fn fmt(&self, formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                formatter.debug_struct(#label) #(#fields)*.finish()
            }
        }
    })
}

/// The runtime supports tuples up to this length.
const TUPLE: usize = 12;

/// Fields as the runtime's `object_type` takes them: `(…)`, `(…) (…)`, or `[(…) (…)] [(…)]`.
fn rows(fields: impl Iterator<Item = TokenStream>) -> TokenStream {
    let fields: Vec<TokenStream> = fields.collect();
    let rows: Vec<TokenStream> =
        fields.chunks(TUPLE).map(|fields| quote!((#(#fields),*))).collect();
    if rows.len() <= TUPLE {
        return quote!(#(#rows)*);
    }
    let groups = rows.chunks(TUPLE).map(|rows| quote!([#(#rows)*]));
    quote!(#(#groups)*)
}
