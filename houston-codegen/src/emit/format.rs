use proc_macro2::TokenStream;

use super::Error;

/// Tokens as a formatted file that names the command which made it.
pub(super) fn file(command: &str, name: &str, tokens: &TokenStream) -> Result<String, Error> {
    let parsed: syn::File = syn::parse2(tokens.clone())
        .map_err(|error| Error::NotRust { file: name.to_owned(), error })?;
    let text = prettyplease::unparse(&parsed);
    Ok(format!("// Made by `{command}`: run it again instead of editing.\n\n{text}"))
}
