use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::doc;
use super::field::field_nulls;
use super::paths::{Paths, ident};
use crate::model::{Field, Type};

/// The struct that a default selection is read into.
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
    /// Whether it is any JSON.
    json: bool,
}

pub(super) fn default_struct(paths: &Paths<'_>, of: &DefaultStruct<'_>) -> TokenStream {
    let (name, docs) = (ident(of.name), &of.docs);
    let members = members(paths, of);
    let rust: Vec<_> = members.iter().map(|member| &member.rust).collect();
    let types: Vec<_> = members.iter().map(|member| &member.ty).collect();
    let member_docs = members.iter().map(|member| &member.docs);
    let member_keys: Vec<_> = members.iter().map(|member| &member.key).collect();
    let scope = paths.object(of.ty);
    let slots = slots(&members.iter().map(|member| member.ty.clone()).collect::<Vec<_>>());
    let indices: Vec<Literal> = (0..members.len()).map(Literal::usize_unsuffixed).collect();
    let places: Vec<TokenStream> =
        (0..members.len()).map(|index| slot(index, members.len())).collect();
    let reads = members.iter().map(|member| match member.json {
        true => quote!(<rt::Json as rt::Read<_>>::read(map)?),
        false => quote!(map.next_value()?),
    });
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
            type Slots = #slots;
            const KEYS: &'static [&'static ::core::primitive::str] = &[#(#member_keys),*];
            fn take<'de, A: rt::MapAccess<'de>>(
                slots: &mut Self::Slots,
                index: ::core::primitive::usize,
                map: &mut A,
            ) -> ::core::result::Result<(), A::Error> {
                match index {
                    #(#indices => slots #places = ::core::option::Option::Some(#reads),)*
                    _ => {}
                }
                ::core::result::Result::Ok(())
            }
            fn finish(
                slots: Self::Slots,
            ) -> ::core::result::Result<Self, ::core::primitive::usize> {
                ::core::result::Result::Ok(Self {
                    #(#rust: rt::missing_key(slots #places, #indices)?,)*
                })
            }
            fn serialize<M: rt::SerializeMap>(
                &self,
                map: &mut M,
            ) -> ::core::result::Result<(), M::Error> {
                #(map.serialize_entry(#member_keys, &self.#rust)?;)*
                ::core::result::Result::Ok(())
            }
        }
        rt::object_type! { #name }
    }
}

/// The selected leaves, or the type's name when there are none.
fn members(paths: &Paths<'_>, of: &DefaultStruct<'_>) -> Vec<Member> {
    if of.fields.is_empty() {
        return vec![Member {
            key: "__typename".to_owned(),
            rust: ident(&of.ty.typename),
            ty: quote!(::std::string::String),
            docs: quote!(#[doc = " The name of the object's type."]),
            secret: false,
            json: false,
        }];
    }
    let member = |field: &&Field| {
        let deprecated = doc::deprecated(field.deprecated.as_deref());
        let docs = doc::attributes(&field.description);
        Member {
            key: field.name.clone(),
            rust: ident(&field.rust),
            ty: paths.output(&field.ty, field_nulls(field), None),
            docs: quote!(#docs #deprecated),
            secret: field.secret,
            json: paths.is_json(&field.ty),
        }
    };
    of.fields.iter().map(member).collect()
}

/// `Debug` by hand where a member is a secret: it is not shown.
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

/// Tuples are `Default` up to this length: longer rows of slots nest.
const TUPLE: usize = 12;

/// The type of a row of slots: a tuple of options, or a tuple of such tuples.
fn slots(types: &[TokenStream]) -> TokenStream {
    let slots: Vec<TokenStream> =
        types.iter().map(|ty| quote!(::core::option::Option<#ty>)).collect();
    let mut row = slots;
    loop {
        if row.len() <= TUPLE {
            return quote!((#(#row,)*));
        }
        row = row.chunks(TUPLE).map(|chunk| quote!((#(#chunk,)*))).collect();
    }
}

/// The way to a slot in a row of `len`: `.3`, or `.0.3` where rows nest.
fn slot(index: usize, len: usize) -> TokenStream {
    let mut levels = 0;
    let mut width = len;
    while width > TUPLE {
        width = width.div_ceil(TUPLE);
        levels += 1;
    }
    let steps = (0..=levels).rev().map(|level| {
        let step = index / TUPLE.pow(level) % if level == levels { usize::MAX } else { TUPLE };
        let step = Literal::usize_unsuffixed(step);
        quote!(.#step)
    });
    quote!(#(#steps)*)
}
