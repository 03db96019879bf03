//! A generated module as one file.

use std::collections::BTreeMap;

use proc_macro2::{Group, Ident, Literal, Span, TokenStream, TokenTree};
use syn::{Item, ItemMod, Visibility};

use crate::emit::Generated;

/// The file with the table, and the file that it includes.
const TABLE: &str = "table.rs";
const INCLUDED: &str = "table.json";

/// Writes `pub mod NAME`, with the modules of all files in it.
///
/// # Errors
///
/// Fails if a file is not valid Rust, which would be a bug in the generator.
pub(super) fn in_one_file(name: &Ident, generated: &Generated) -> Result<String, syn::Error> {
    let mut file = syn::parse_file(&generated.root)?;
    let items = nested("", std::mem::take(&mut file.items), &generated.files)?;
    file.items.push(Item::Mod(ItemMod {
        attrs: std::mem::take(&mut file.attrs),
        vis: Visibility::Public(syn::token::Pub::default()),
        unsafety: None,
        mod_token: syn::token::Mod::default(),
        ident: name.clone(),
        content: Some((syn::token::Brace::default(), items)),
        semi: None,
    }));
    Ok(prettyplease::unparse(&file))
}

/// The items, in which each module has its contents.
fn nested(
    folder: &str,
    mut items: Vec<Item>,
    files: &BTreeMap<String, String>,
) -> Result<Vec<Item>, syn::Error> {
    for item in &mut items {
        let Item::Mod(module) = item else { continue };
        let path = format!("{folder}{}", module.ident);
        let Some(text) = files.get(&format!("{path}.rs")) else { continue };
        let syn::File { attrs, items, .. } = match path == TABLE.trim_end_matches(".rs") {
            true => syn::parse2(with_table(text.parse()?, files.get(INCLUDED)))?,
            false => syn::parse_file(text)?,
        };
        module.attrs.extend(attrs);
        let items = nested(&format!("{path}/"), items, files)?;
        module.content = Some((syn::token::Brace::default(), items));
        module.semi = None;
    }
    Ok(items)
}

/// The code with the text of the table in place of its file's name: `concat!` in place of `include_str!`.
fn with_table(code: TokenStream, table: Option<&String>) -> TokenStream {
    let name = Literal::string(INCLUDED).to_string();
    let replaced = |tree: TokenTree| match tree {
        TokenTree::Group(group) => {
            let inner = with_table(group.stream(), table);
            TokenTree::Group(Group::new(group.delimiter(), inner))
        }
        TokenTree::Ident(ident) if ident == "include_str" => {
            TokenTree::Ident(Ident::new("concat", Span::call_site()))
        }
        TokenTree::Literal(literal) if literal.to_string() == name => {
            TokenTree::Literal(table.map_or(literal, |text| Literal::string(text)))
        }
        other => other,
    };
    code.into_iter().map(replaced).collect()
}
