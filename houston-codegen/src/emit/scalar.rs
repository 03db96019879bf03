use proc_macro2::TokenStream;
use quote::quote;

use super::doc;
use super::paths::{Paths, ident};
use crate::model::{Scalar, TypeKind};

/// Scalars that have a Rust type of their own.
pub(super) fn file(paths: &Paths<'_>) -> TokenStream {
    let scalars =
        paths.model.types.iter().filter(|ty| ty.kind == TypeKind::Scalar).filter_map(|ty| {
            let (rust, docs) = (ident(&ty.rust), doc::attributes(&ty.description));
            match ty.scalar {
                Scalar::Opaque => Some(quote!(rt::opaque_scalar! { #docs #rust })),
                Scalar::DateTime => Some(quote!(rt::date_time_scalar! { #docs #rust })),
                _ => None,
            }
        });
    let prelude = paths.prelude();
    quote! {
        #![doc = " Scalars: each a type of its own, so that one kind of id is not taken for another."]
        #prelude
        #(#scalars)*
    }
}
