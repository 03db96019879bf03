use proc_macro2::TokenStream;
use quote::quote;

use super::default::{DefaultStruct, default_struct};
use super::doc;
use super::field::{field_builder, select};
use super::layout::Item;
use super::paths::{Paths, Reading, ident};
use crate::model::{Access, Operation, OperationKind, Type};

/// The builders of all operations of one kind.
pub(super) fn items<'m>(paths: &Paths<'m>, kind: OperationKind) -> Vec<Item<'m>> {
    let operations = paths.model.operations.iter().filter(|operation| operation.kind == kind);
    let item = |operation: &'m Operation| {
        let paths = *paths;
        Item {
            name: &operation.field.name,
            domain: Some(operation.field.domain),
            write: Box::new(move || self::item(&paths, operation)),
        }
    };
    operations.map(item).collect()
}

fn item(paths: &Paths<'_>, operation: &Operation) -> TokenStream {
    let Some(root) = paths.model.types.iter().find(|ty| ty.root == Some(operation.kind)) else {
        return TokenStream::new();
    };
    let field = &operation.field;
    let nulls = Reading { items: operation.items, own: operation.result };
    let answers = answers(paths, operation, nulls);
    let builder = field_builder(field, &about(paths, operation), Some(answers));
    let mut items = builder.items(paths, select(paths, &builder, root, field, nulls));

    let (name, generics) = (builder.ident(), builder.generics());
    let (bounded, scope) = (builder.bounded_generics(paths), paths.object(root));
    let (selection, select) = match paths.composite(field) {
        None => {
            let leaf = paths.output(&field.ty, nulls, None);
            (paths.leaf(&scope, &field.ty, &leaf), quote!(self.select()))
        }
        Some(ty) => {
            let default = default_answer(paths, &mut items, operation, ty);
            let (child, wrap) = (paths.object(ty), paths.wrap(&field.ty, nulls));
            let selection =
                quote!(rt::Nested<#scope, #child, #wrap, rt::DefaultSelection<#default>>);
            (selection, quote!(self.select(rt::default_selection())))
        }
    };
    items.extend(quote! {
        impl #bounded rt::RootField for #name #generics {
            type Root = #scope;
            type Selection = #selection;
            type Partial = <Self::Selection as rt::RootField>::Partial;
            fn selection(self) -> Self::Selection {
                #select
            }
            fn partial_selection(self) -> Self::Partial {
                rt::RootField::partial_selection(rt::RootField::selection(self))
            }
        }
    });
    items
}

/// The struct of an operation's default answer: the type's own, or one of the operation's, which is then
/// added to `items`.
fn default_answer(
    paths: &Paths<'_>,
    items: &mut TokenStream,
    operation: &Operation,
    ty: &Type,
) -> TokenStream {
    let fields = paths.model.default_fields(operation);
    if is_own_default(paths, operation, ty) {
        return paths.object(ty);
    }
    let docs = doc::attributes(&format!("What `{}` answers by default.", operation.field.name));
    let name = &operation.payload;
    items.extend(default_struct(paths, &DefaultStruct { name, ty, fields, docs }));
    let payload = ident(name);
    quote!(#payload)
}

/// Whether the default answer is the type's own.
fn is_own_default(paths: &Paths<'_>, operation: &Operation, ty: &Type) -> bool {
    let own = paths.model.own_default_fields(ty);
    let fields = paths.model.default_fields(operation);
    own.iter().map(|field| &field.name).eq(fields.iter().map(|field| &field.name))
}

/// What comes back when nothing is selected, as Rust writes it, with a link to the type in it.
fn answers(paths: &Paths<'_>, operation: &Operation, nulls: Reading) -> String {
    let ty = &operation.field.ty;
    let (name, link) = match paths.composite(&operation.field) {
        Some(of) if !is_own_default(paths, operation, of) => {
            (operation.payload.clone(), Some(operation.payload.clone()))
        }
        _ => paths.documented(ty.name()),
    };
    let whole = paths.output_text(ty, nulls, &name);
    match link {
        Some(link) if whole == name => format!(" Answers [`{name}`]({link})."),
        Some(link) => format!(" Answers `{whole}`: see [`{name}`]({link})."),
        None => format!(" Answers `{whole}`."),
    }
}

/// What it selects by default, and what the overlay knows of it, as paragraphs.
fn about(paths: &Paths<'_>, operation: &Operation) -> Vec<String> {
    let mut about = Vec::new();
    if paths.composite(&operation.field).is_some() {
        let fields = paths.model.default_fields(operation);
        let mut names: Vec<String> = fields.iter().map(|field| doc::code(&field.name)).collect();
        if names.is_empty() {
            names.push(doc::code("__typename"));
        }
        about.push(format!("Selects by default: {}.", names.join(", ")));
    }
    if !operation.trap.is_empty() {
        about.push(format!("Beware: {}.", operation.trap.trim_end_matches('.')));
    }
    match &operation.access {
        Access::Unknown => {}
        Access::Public => about.push("Needs no token.".to_owned()),
        Access::SignedIn => about.push("Anybody who is signed in may call it.".to_owned()),
        Access::AnyOf(permissions) => {
            let permissions: Vec<String> =
                permissions.iter().map(|permission| doc::code(permission)).collect();
            about.push(format!("Needs the permission {}.", permissions.join(" or ")));
        }
    }
    about
}
