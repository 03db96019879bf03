//! The path that a filter reads first.

use jaq_core::load::lex::{Lexer, StrPart, Tok, Token};

/// A step of a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    /// `.name`
    Field(String),
    /// `.[]`
    Each,
    /// `.[0]` or `.[1:]`
    Item,
}

/// The path that a filter reads first, whatever it does afterwards. Steps that tolerate an error or a missing value, or
/// that set one, are not part of it.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Path {
    pub(crate) steps: Vec<Step>,
    /// Whether the filter does nothing else.
    pub(crate) is_all: bool,
}

/// Returns the path; an empty one if the filter does not begin with a path, or cannot be read.
pub(crate) fn of(filter: &str) -> Path {
    let mut path = Path::default();
    let Ok(tokens) = Lexer::new(filter).lex() else { return path };
    let mut rest = &tokens[..];
    loop {
        let (steps, behind) = term(rest);
        let is_whole = match behind {
            Some([]) => true,
            Some([Token("|", _), ..]) => false,
            Some([Token("," | "+" | "-" | "*" | "/" | "%", _), ..])
            | Some([Token("==" | "!=" | "<" | "<=" | ">" | ">=", _), ..])
            | Some([Token("as" | "and" | "or", _), ..]) => {
                // Behind the first operator, the whole may still be the left side of one of these.
                if !behind.iter().copied().flatten().any(|Token(text, _)| is_tolerant(text)) {
                    path.steps.extend(steps);
                }
                return path;
            }
            _ => return path,
        };
        path.steps.extend(steps);
        path.is_all = is_whole;
        match behind {
            Some([_, after @ ..]) => rest = after,
            _ => return path,
        }
    }
}

fn is_tolerant(token: &str) -> bool {
    matches!(token, "?" | "//" | "=" | "|=" | "+=" | "-=" | "*=" | "/=" | "%=" | "//=")
}

/// Reads one term. Returns its steps, and the tokens behind it if it is a path.
fn term<'t, 's>(tokens: &'t [Token<&'s str>]) -> (Vec<Step>, Option<&'t [Token<&'s str>]>) {
    let mut steps = Vec::new();
    let mut rest = match tokens {
        [Token(".", _), rest @ ..] => rest,
        [Token(text, Tok::Sym), ..] if is_field(text) => tokens,
        _ => return (steps, None),
    };
    // `."name"`
    if let ([Token(_, Tok::Str(parts)), after @ ..], Some(Token(".", _))) = (rest, tokens.first()) {
        let [StrPart::Str(name)] = &parts[..] else { return (steps, None) };
        steps.push(Step::Field((*name).to_owned()));
        rest = after;
    }
    loop {
        rest = match rest {
            [Token(text, Tok::Sym), after @ ..] if is_field(text) => {
                steps.push(Step::Field(text[1..].to_owned()));
                after
            }
            [Token(".", _), Token(_, Tok::Str(parts)), after @ ..] => {
                let [StrPart::Str(name)] = &parts[..] else { return (steps, None) };
                steps.push(Step::Field((*name).to_owned()));
                after
            }
            [Token(".", _), Token(text, Tok::Block(_)), ..] if text.starts_with('[') => &rest[1..],
            [Token(text, Tok::Block(inner)), after @ ..] if text.starts_with('[') => {
                let Some(step) = index(inner) else { return (steps, None) };
                steps.push(step);
                after
            }
            _ => return (steps, Some(rest)),
        }
    }
}

/// `.name`, and not `..` or an operator.
fn is_field(text: &str) -> bool {
    text.strip_prefix('.').is_some_and(|name| !name.is_empty() && !name.starts_with('.'))
}

/// What stands in brackets.
fn index(inner: &[Token<&str>]) -> Option<Step> {
    let inner = match inner {
        [inner @ .., Token("]", _)] => inner,
        inner => inner,
    };
    let is_number =
        |Token(text, token): &Token<&str>| matches!(token, Tok::Num) || matches!(*text, "-" | ":");
    match inner {
        [] => Some(Step::Each),
        [Token(_, Tok::Str(parts))] => match &parts[..] {
            [StrPart::Str(name)] => Some(Step::Field((*name).to_owned())),
            _ => None,
        },
        numbers if numbers.iter().all(is_number) => Some(Step::Item),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{Step, of};

    #[test]
    fn the_first_path_is_read() {
        for (filter, steps, is_all) in [
            (".", "", true),
            (".id", "id", true),
            (".[].id", "[] id", true),
            (".[0].urls[1:].url", "[0] urls [0] url", true),
            (".[-1]", "[0]", true),
            (r#"."id" | .["b"].c"#, "id b c", true),
            (".[] | .id", "[] id", true),
            (".[] | {id, x: .y}", "[]", false),
            (".[].id, null", "[] id", false),
            (".id + .x", "id", false),
            (".id as $x | $x", "id", false),
            (".[] | select(.a == 1) | .b", "[]", false),
            (".a // 1", "", false),
            (".a, .b // 1", "", false),
            (".[] | .a?", "[]", false),
            (".a = 1", "", false),
            (".[] | .a |= 1", "[]", false),
            ("..", "", false),
            ("map(.id)", "", false),
            (r#""x""#, "", false),
            (".[$x]", "", false),
            (".[", "", false),
            ("", "", false),
        ] {
            let path = of(filter);
            let step = |step: &Step| match step {
                Step::Field(name) => name.clone(),
                Step::Each => "[]".to_owned(),
                Step::Item => "[0]".to_owned(),
            };
            let read = path.steps.iter().map(step).collect::<Vec<_>>().join(" ");
            assert_eq!((&*read, path.is_all), (steps, is_all), "{filter}");
        }
    }
}
