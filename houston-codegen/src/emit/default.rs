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
    let rust: Vec<_> = members.iter().map(|member| &member.rust).collect();
    let types: Vec<_> = members.iter().map(|member| &member.ty).collect();
    let member_docs = members.iter().map(|member| &member.docs);
    let keys = members.iter().map(|member| &member.key);
    let scope = paths.object(of.ty);
    let values = row(
        members.iter().map(|Member { ty, json, .. }| match json {
            true => quote!(rt::AnyJson<#ty>),
            false => ty.clone(),
        }),
        |tuple| quote!(rt::Rows<#tuple>),
    );
    let patterns = row(
        members.iter().map(|Member { rust, json, .. }| match json {
            true => quote!(rt::AnyJson(#rust)),
            false => quote!(#rust),
        }),
        |tuple| quote!(rt::Rows(#tuple)),
    );
    let entries =
        row(rust.iter().map(|rust| quote!(&self.#rust)), |tuple| quote!(rt::Rows(#tuple)));
    let needs: BTreeSet<&str> =
        of.fields.iter().flat_map(|field| field.row.needs.iter().map(String::as_str)).collect();
    let needs: Vec<&str> = needs.into_iter().collect();
    let needs = (!needs.is_empty())
        .then(|| quote!(const NEEDS: &'static [&'static rt::str] = &[#(#needs),*];));
    let debug = debug(&name, &members);
    let derive =
        if debug.is_some() { quote!(Clone, PartialEq) } else { quote!(Clone, Debug, PartialEq) };
    quote! {
        #docs
        #[derive(#derive)]
        #[non_exhaustive]
        pub struct #name {
            #(#member_docs pub #rust: #types,)*
        }
        #debug
        impl rt::Object for #name {
            type Scope = #scope;
            type Values = #values;
            const KEYS: &'static [&'static rt::str] = &[#(#keys),*];
            #needs
            fn new(#patterns: Self::Values) -> Self {
                Self { #(#rust),* }
            }
            fn serialize<M: rt::SerializeMap>(&self, map: &mut M) -> rt::Result<(), M::Error> {
                rt::serialize_entries(Self::KEYS, &#entries, map)
            }
        }
        rt::object_type! { #name }
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
            ty: paths.output(field.row.type_ref(), field_nulls(field), None),
            docs: quote!(#docs #deprecated),
            secret: field.row.secret,
            json: paths.is_json(field.row.type_ref()),
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

/// The runtime supports tuples up to this length: longer rows nest.
const TUPLE: usize = 12;

/// A tuple of types, patterns or values; or the runtime's `Rows` of such tuples, as `rows` writes it.
fn row(
    items: impl Iterator<Item = TokenStream>,
    rows: impl Fn(TokenStream) -> TokenStream,
) -> TokenStream {
    let mut row: Vec<TokenStream> = items.collect();
    let mut nested = false;
    loop {
        let tuple = |items: &[TokenStream]| {
            let tuple = quote!((#(#items,)*));
            if nested { rows(tuple) } else { tuple }
        };
        if row.len() <= TUPLE {
            return tuple(&row);
        }
        row = row.chunks(TUPLE).map(tuple).collect();
        nested = true;
    }
}
