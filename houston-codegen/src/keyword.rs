//! Keywords of Rust, edition 2024.

/// Keywords that can be raw identifiers.
const RAW: [&str; 48] = [
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "do", "dyn",
    "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let",
    "loop", "macro", "match", "mod", "move", "mut", "override", "priv", "pub", "ref", "return",
    "static", "struct", "trait", "true", "try", "type", "typeof", "unsafe", "unsized", "use",
    "virtual", "where", "while", "yield",
];

/// Whether a name needs `r#`: `r#type`.
pub(crate) fn is_raw(name: &str) -> bool {
    RAW.contains(&name)
}

/// Whether a name cannot be an identifier even with `r#`.
pub(crate) fn is_no_name(name: &str) -> bool {
    matches!(name, "self" | "Self" | "super" | "crate")
}

/// Returns the identifier in Rust syntax.
pub(crate) fn ident(name: &str) -> String {
    if is_raw(name) { format!("r#{name}") } else { name.to_owned() }
}
