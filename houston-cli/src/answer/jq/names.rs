//! The names of fields in a filter.

use jaq_core::load::lex::{Lexer, StrPart, Tok, Token};

/// The names of fields in a filter, each once.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Names {
    /// Those that it reads.
    pub(crate) read: Vec<String>,
    /// Those that its own objects have.
    pub(crate) made: Vec<String>,
}

/// Returns the names in a filter; none if it cannot be read.
pub(crate) fn of(filter: &str) -> Names {
    let mut names = Names::default();
    if let Ok(tokens) = Lexer::new(filter).lex() {
        names.add(&tokens, false);
    }
    names
}

impl Names {
    fn add(&mut self, tokens: &[Token<&str>], in_object: bool) {
        for (at, Token(text, token)) in tokens.iter().enumerate() {
            let before = at.checked_sub(1).map(|at| tokens[at].0);
            let is_key = || tokens.get(at + 1).is_some_and(|next| next.0 == ":");
            let is_alone = || !is_key() && matches!(before, None | Some(","));
            match token {
                Tok::Sym => self.read(text.strip_prefix('.').unwrap_or_default()),
                Tok::Word if in_object && is_key() => self.made.push((*text).to_owned()),
                Tok::Word if in_object && is_alone() => self.read(text),
                Tok::Str(parts) => {
                    if let ([StrPart::Str(name)], Some(".")) = (&parts[..], before) {
                        self.read(name);
                    }
                    for part in parts {
                        if let StrPart::Term(term) = part {
                            self.add(std::slice::from_ref(term), false);
                        }
                    }
                }
                Tok::Block(inner) => {
                    // An index behind a value, and not a list of its own.
                    let is_index = text.starts_with('[')
                        && before.is_some_and(|before| {
                            before.starts_with('.') || before.starts_with('[')
                        });
                    if let ([Token(_, Tok::Str(parts))] | [Token(_, Tok::Str(parts)), _], true) =
                        (&inner[..], is_index)
                        && let [StrPart::Str(name)] = &parts[..]
                    {
                        self.read(name);
                    }
                    self.add(inner, text.starts_with('{'));
                }
                _ => {}
            }
        }
    }

    fn read(&mut self, name: &str) {
        let is_name = name.starts_with(|first: char| first.is_ascii_alphabetic() || first == '_');
        if is_name && !self.read.iter().any(|known| known == name) {
            self.read.push(name.to_owned());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::of;

    #[test]
    fn fields_are_found_wherever_they_are_read() {
        for (filter, read, made) in [
            (".[].id", &["id"][..], &[][..]),
            (".a.b[0].c?", &["a", "b", "c"], &[]),
            (r#"."a" | .["b"] | .x["c"]"#, &["a", "b", "x", "c"], &[]),
            (r#"["d"], "e", [.f]"#, &["f"], &[]),
            ("map({id, new: .old, x: {y: 1}})", &["id", "old"], &["new", "x", "y"]),
            (r#""text \(.a) .b""#, &["a"], &[]),
            ("map(select(.status == \"up\")) | length", &["status"], &[]),
            (". , .. , .5", &[], &[]),
            (".a .a", &["a"], &[]),
            (".[", &[], &[]),
        ] {
            let names = of(filter);
            assert_eq!(
                (&names.read[..], &names.made[..]),
                (
                    &read.iter().map(ToString::to_string).collect::<Vec<_>>()[..],
                    &made.iter().map(ToString::to_string).collect::<Vec<_>>()[..]
                ),
                "{filter}"
            );
        }
    }
}
