use quote::quote;

use super::layout::Item;
use super::paths::{Paths, ident};

pub(super) const DOC: &str =
    "Types of required arguments that are not set: the compiler's errors name them.";

/// A type for each distinct name of a required argument's setter.
pub(super) fn items<'m>(paths: &Paths<'m>) -> Vec<Item<'m>> {
    let item = |name: &'m String| Item {
        name,
        domain: None,
        write: Box::new(|| {
            let name = ident(name);
            quote!(rt::required_arguments!(#name);)
        }),
    };
    paths.model.required.iter().map(item).collect()
}
