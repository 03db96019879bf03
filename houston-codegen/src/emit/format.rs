use proc_macro2::TokenStream;

use super::error::Error;

/// What every file begins with: the command that made it.
pub(super) fn header(command: &str) -> String {
    format!("// Made by `{command}`: run it again instead of editing.\n\n")
}

/// Items as formatted text. `name` is what an error gives.
pub(super) fn tokens(name: &str, tokens: TokenStream) -> Result<String, Error> {
    let parsed: syn::File =
        syn::parse2(tokens).map_err(|error| Error::NotRust { file: name.to_owned(), error })?;
    Ok(prettyplease::unparse(&parsed))
}
