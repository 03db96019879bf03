use std::collections::BTreeSet;

use houston_schema::table::{Scalar, TypeKind};
use proc_macro2::TokenStream;
use quote::quote;

use super::doc;
use super::layout::Item;
use super::paths::{Paths, foreign, ident};
use crate::model::Type;
use crate::model::module;

pub(super) const DOC: &str =
    "Scalars: one type for each, so that ids of different kinds cannot be mixed up.";

/// Scalars that have a Rust type of their own.
pub(super) fn items<'m>(paths: &Paths<'m>) -> Vec<Item<'m>> {
    let scalars = paths.model.types.iter().filter(|ty| ty.row.kind == TypeKind::Scalar);
    let own = scalars.filter(|ty| matches!(ty.row.scalar, Scalar::Opaque | Scalar::DateTime));
    let own = own.filter(|ty| ty.rust_path.is_none());
    let item =
        |ty: &'m Type| Item { name: &ty.row.name, domain: None, write: Box::new(|| item(ty)) };
    let paths = paths.model.argument_paths();
    let rust_types = (!paths.is_empty()).then(|| Item {
        name: module::RUST_TYPE,
        domain: None,
        write: Box::new(move || rust_types(&paths)),
    });
    rust_types.into_iter().chain(own.map(item)).collect()
}

/// The arguments that take values of Rust types that the overlay names.
fn rust_types(paths: &BTreeSet<&str>) -> TokenStream {
    let (name, paths) = (ident(module::RUST_TYPE), paths.iter().map(|path| foreign(path)));
    quote!(rt::rust_types! { #name: #(#paths),* })
}

fn item(ty: &Type) -> TokenStream {
    let (rust, docs) = (ident(&ty.rust), doc::attributes(&ty.row.description));
    match ty.row.scalar {
        Scalar::DateTime => quote!(rt::date_time_scalar! { #docs #rust }),
        _ => quote!(rt::opaque_scalar! { #docs #rust }),
    }
}
