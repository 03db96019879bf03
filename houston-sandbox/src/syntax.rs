//! The first syntax error of a document, in the words of the server's GraphQL library.
//!
//! apollo-compiler reads the documents; this only finds the words for what it does not read. A definition of types is
//! not looked into: the server refuses it for another reason.

mod lexer;

use lexer::{Lexer, Token, TokenKind};

/// What is wrong, and at which byte.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct SyntaxError {
    pub(crate) message: String,
    pub(crate) offset: usize,
}

/// How deep a document may nest for us to look into it. Deeper ones are apollo-compiler's to judge.
const DEPTH: usize = 150;

/// Finds the first syntax error.
pub(crate) fn check(source: &str) -> Result<(), SyntaxError> {
    let mut lexer = Lexer::new(source);
    let token = lexer.next()?;
    match (Reader { lexer, token, depth: 0 }).document() {
        Err(Stop::Wrong(error)) => Err(error),
        Ok(()) | Err(Stop::Unread) => Ok(()),
    }
}

/// Line and column of a byte, both from 1 on. Columns are counted as in JavaScript, in units of UTF-16.
pub(crate) fn place(source: &str, offset: usize) -> (usize, usize) {
    let before = source.get(..offset).unwrap_or(source);
    let mut line = 1;
    let mut start = 0;
    for (at, byte) in before.bytes().enumerate() {
        let ends = byte == b'\n' || byte == b'\r' && source.as_bytes().get(at + 1) != Some(&b'\n');
        if ends {
            line += 1;
            start = at + 1;
        }
    }
    (line, before[start..].encode_utf16().count() + 1)
}

/// Why the reader went no further.
enum Stop {
    Wrong(SyntaxError),
    /// What follows is not for us to judge.
    Unread,
}

impl From<SyntaxError> for Stop {
    fn from(error: SyntaxError) -> Self {
        Stop::Wrong(error)
    }
}

type Read = Result<(), Stop>;

struct Reader<'s> {
    lexer: Lexer<'s>,
    token: Token<'s>,
    depth: usize,
}

impl<'s> Reader<'s> {
    fn document(&mut self) -> Read {
        loop {
            self.definition()?;
            if self.token.kind == TokenKind::End {
                return Ok(());
            }
        }
    }

    fn definition(&mut self) -> Read {
        match (self.token.kind, self.token.text) {
            (TokenKind::Punctuator, "{") => self.selection_set(),
            (TokenKind::Name, "query" | "mutation" | "subscription") => {
                self.advance()?;
                if self.token.kind == TokenKind::Name {
                    self.advance()?;
                }
                if self.at("(") {
                    self.many("(", ")", Self::variable_definition)?;
                }
                self.directives(false)?;
                self.selection_set()
            }
            (TokenKind::Name, "fragment") => {
                self.advance()?;
                if self.token.kind == TokenKind::Name && self.token.text == "on" {
                    return self.unexpected();
                }
                self.name()?;
                self.keyword("on")?;
                self.name()?;
                self.directives(false)?;
                self.selection_set()
            }
            (TokenKind::Text | TokenKind::Block, _) => Err(Stop::Unread),
            (
                TokenKind::Name,
                "schema" | "scalar" | "type" | "interface" | "union" | "enum" | "input" | "extend"
                | "directive",
            ) => Err(Stop::Unread),
            _ => self.unexpected(),
        }
    }

    fn variable_definition(&mut self) -> Read {
        self.expect("$")?;
        self.name()?;
        self.expect(":")?;
        self.type_reference()?;
        if self.skip("=")? {
            self.value(true)?;
        }
        self.directives(true)
    }

    fn type_reference(&mut self) -> Read {
        self.nested(|reader| {
            if reader.skip("[")? {
                reader.type_reference()?;
                reader.expect("]")?;
            } else {
                reader.name()?;
            }
            reader.skip("!")?;
            Ok(())
        })
    }

    fn selection_set(&mut self) -> Read {
        self.nested(|reader| reader.many("{", "}", Self::selection))
    }

    fn selection(&mut self) -> Read {
        if self.skip("...")? {
            let is_name = self.token.kind == TokenKind::Name;
            if is_name && self.token.text != "on" {
                self.advance()?;
                return self.directives(false);
            }
            if is_name {
                self.advance()?;
                self.name()?;
            }
            self.directives(false)?;
            return self.selection_set();
        }
        self.name()?;
        if self.skip(":")? {
            self.name()?;
        }
        self.arguments(false)?;
        self.directives(false)?;
        if self.at("{") { self.selection_set() } else { Ok(()) }
    }

    fn arguments(&mut self, constant: bool) -> Read {
        if !self.at("(") {
            return Ok(());
        }
        self.many("(", ")", |reader| reader.named_value(constant))
    }

    fn directives(&mut self, constant: bool) -> Read {
        while self.skip("@")? {
            self.name()?;
            self.arguments(constant)?;
        }
        Ok(())
    }

    /// An argument, or a field of an input object.
    fn named_value(&mut self, constant: bool) -> Read {
        self.name()?;
        self.expect(":")?;
        self.value(constant)
    }

    fn value(&mut self, constant: bool) -> Read {
        self.nested(|reader| match (reader.token.kind, reader.token.text) {
            (TokenKind::Punctuator, "[") => reader.any("]", |reader| reader.value(constant)),
            (TokenKind::Punctuator, "{") => reader.any("}", |reader| reader.named_value(constant)),
            (TokenKind::Punctuator, "$") if !constant => {
                reader.advance()?;
                reader.name()
            }
            (TokenKind::Punctuator | TokenKind::End, _) => reader.unexpected(),
            _ => reader.advance(),
        })
    }

    fn nested(&mut self, read: impl FnOnce(&mut Self) -> Read) -> Read {
        self.depth += 1;
        if self.depth > DEPTH {
            return Err(Stop::Unread);
        }
        read(self)?;
        self.depth -= 1;
        Ok(())
    }

    /// One or more between brackets.
    fn many(&mut self, open: &str, close: &str, read: impl Fn(&mut Self) -> Read) -> Read {
        self.expect(open)?;
        loop {
            read(self)?;
            if self.skip(close)? {
                return Ok(());
            }
        }
    }

    /// Any number up to a closing bracket, from the opening one on.
    fn any(&mut self, close: &str, read: impl Fn(&mut Self) -> Read) -> Read {
        self.advance()?;
        while !self.skip(close)? {
            read(self)?;
        }
        Ok(())
    }

    fn name(&mut self) -> Read {
        if self.token.kind == TokenKind::Name { self.advance() } else { self.wrong("Name") }
    }

    fn keyword(&mut self, word: &str) -> Read {
        if self.token.kind == TokenKind::Name && self.token.text == word {
            self.advance()
        } else {
            self.wrong(&format!("\"{word}\""))
        }
    }

    fn at(&self, punctuator: &str) -> bool {
        self.token.kind == TokenKind::Punctuator && self.token.text == punctuator
    }

    fn expect(&mut self, punctuator: &str) -> Read {
        if self.at(punctuator) { self.advance() } else { self.wrong(punctuator) }
    }

    fn skip(&mut self, punctuator: &str) -> Result<bool, Stop> {
        let found = self.at(punctuator);
        if found {
            self.advance()?;
        }
        Ok(found)
    }

    fn advance(&mut self) -> Read {
        self.token = self.lexer.next()?;
        Ok(())
    }

    fn wrong(&self, expected: &str) -> Read {
        Err(self.error(format!("Expected {expected}, found {}", self.token)))
    }

    fn unexpected(&self) -> Read {
        Err(self.error(format!("Unexpected {}", self.token)))
    }

    fn error(&self, text: String) -> Stop {
        Stop::Wrong(SyntaxError {
            message: format!("Syntax Error: {text}"),
            offset: self.token.offset,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{check, place};

    #[test]
    fn errors_have_the_servers_words_and_places() {
        for (source, message, offset) in [
            ("{ workspaces { id }", "Expected Name, found <EOF>", 19),
            ("# nothing", "Unexpected <EOF>", 9),
            ("}", "Unexpected }", 0),
            ("{ a { } }", "Expected Name, found }", 6),
            ("query ($a Int) { a }", "Expected :, found Name \"Int\"", 10),
            ("query () { a }", "Expected $, found )", 7),
            ("{ a(b: ) }", "Unexpected )", 7),
            ("{ a(b: \"x }", "Unterminated string.", 11),
            ("{ a(b: \"x\u{0}\") }", "Invalid character within String: \"\\u0000\".", 9),
            ("{ a(b: \"\\q\") }", "Invalid character escape sequence: \\q.", 9),
            ("{ a(b: 01) }", "Invalid number, unexpected digit after 0: \"1\".", 8),
            ("{ a(b: 1.) }", "Invalid number, expected digit but got: \")\".", 9),
            ("{ a ? }", "Cannot parse the unexpected character \"?\".", 4),
            (
                "{ a(b: 'x') }",
                "Unexpected single quote character ('), did you mean to use a double quote (\")?",
                7,
            ),
            ("{ ...on }", "Expected Name, found }", 8),
            ("fragment on on A { a }", "Unexpected Name \"on\"", 9),
            ("fragment F of A { a }", "Expected \"on\", found Name \"of\"", 11),
            ("hello { a }", "Unexpected Name \"hello\"", 0),
            ("query A { a } 3", "Unexpected Int \"3\"", 14),
        ] {
            let found = check(source).unwrap_err();
            let expected = (format!("Syntax Error: {message}"), offset);
            assert_eq!((found.message, found.offset), expected, "{source}");
        }
    }

    #[test]
    fn places_are_counted_as_in_javascript() {
        let source = "a\r\nb\rc\n\u{1f680}x";
        let places: Vec<_> =
            ["a", "b", "c", "x"].iter().map(|c| place(source, source.find(c).unwrap())).collect();
        assert_eq!(places, [(1, 1), (2, 1), (3, 1), (4, 3)]);
    }

    #[test]
    fn documents_without_an_error_pass() {
        for source in [
            "{ a }",
            "query A($a: [Int!]! = [1, -2.5e3], $b: X = {c: E, d: null}) @x(y: 1) { a: b(c: $a) @d { ...F ... on X { y } ... @include(if: true) { z } } }",
            "subscription { a } fragment F on X { y } # end",
            "\u{feff}{ a(b: \"\"\"block \\\"\"\" \" text\"\"\", c: \"\\u00e9\") }",
            "type X { a: Int }",
        ] {
            assert_eq!(check(source), Ok(()), "{source}");
        }
    }
}
