use houston_schema::table::TypeKind;
use proc_macro2::TokenStream;
use quote::quote;

use super::doc;
use super::layout::Item;
use super::paths::{Paths, ident};
use crate::model::Type;

pub(super) const DOC: &str = "Enums. A value that is not in the schema is kept as text.";

/// All enums. A value that is not in the schema is kept, and sent back unchanged.
pub(super) fn items<'m>(paths: &Paths<'m>) -> Vec<Item<'m>> {
    let enums = paths.model.types.iter().filter(|ty| ty.row.kind == TypeKind::Enum);
    enums
        .map(|ty| Item { name: &ty.row.name, domain: None, write: Box::new(|| item(ty)) })
        .collect()
}

fn item(ty: &Type) -> TokenStream {
    let (rust, docs) = (ident(&ty.rust), doc::attributes(&ty.row.description));
    let unknown = ident(&ty.unknown_variant);
    let variants = ty.values.iter().map(|value| {
        let variant = ident(&value.rust);
        let docs = doc::attributes(&value.row.description);
        let deprecated = doc::deprecated(value.row.deprecated.as_deref());
        quote!(#docs #deprecated #variant)
    });
    let names: Vec<&str> = ty.values.iter().map(|value| value.row.name.as_str()).collect();
    let rusts: Vec<_> = ty.values.iter().map(|value| ident(&value.rust)).collect();
    quote! {
        #docs
        #[derive(Clone, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum #rust {
            #(#variants,)*
            #[doc = " A value that is not in the schema: read from an answer, or created with `from`, which maps known texts to the other variants."]
            #unknown(rt::String),
        }
        rt::enum_type! { #rust: #(#rusts = #names),*; #unknown }
    }
}
