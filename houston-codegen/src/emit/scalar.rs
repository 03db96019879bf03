use houston_schema::table::{Scalar, TypeKind};
use proc_macro2::TokenStream;
use quote::quote;

use super::doc;
use super::layout::Item;
use super::paths::{Paths, ident};
use crate::model::Type;

pub(super) const DOC: &str =
    "Scalars: one type for each, so that ids of different kinds cannot be mixed up.";

/// Scalars that have a Rust type of their own.
pub(super) fn items<'m>(paths: &Paths<'m>) -> Vec<Item<'m>> {
    let scalars = paths.model.types.iter().filter(|ty| ty.row.kind == TypeKind::Scalar);
    let own = scalars.filter(|ty| matches!(ty.row.scalar, Scalar::Opaque | Scalar::DateTime));
    own.map(|ty| Item { name: &ty.row.name, domain: None, write: Box::new(|| item(ty)) }).collect()
}

fn item(ty: &Type) -> TokenStream {
    let (rust, docs) = (ident(&ty.rust), doc::attributes(&ty.row.description));
    match ty.row.scalar {
        Scalar::DateTime => quote!(rt::date_time_scalar! { #docs #rust }),
        _ => quote!(rt::opaque_scalar! { #docs #rust }),
    }
}
