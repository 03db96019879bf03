//! Tokens of a document.

use std::fmt;

use super::SyntaxError;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TokenKind {
    End,
    Punctuator,
    Name,
    Int,
    Float,
    Text,
    Block,
}

/// A token, and where it begins.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token<'s> {
    pub(super) kind: TokenKind,
    /// As it stands in the document, texts without their quotes.
    pub(super) text: &'s str,
    pub(super) offset: usize,
}

impl fmt::Display for Token<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kind = match self.kind {
            TokenKind::End => return f.write_str("<EOF>"),
            TokenKind::Punctuator => return f.write_str(self.text),
            TokenKind::Name => "Name",
            TokenKind::Int => "Int",
            TokenKind::Float => "Float",
            TokenKind::Text => "String",
            TokenKind::Block => "BlockString",
        };
        if self.text.is_empty() { f.write_str(kind) } else { write!(f, "{kind} \"{}\"", self.text) }
    }
}

/// Cuts a document into tokens.
pub(super) struct Lexer<'s> {
    source: &'s str,
    at: usize,
}

type Lexed<'s> = Result<Token<'s>, SyntaxError>;

impl<'s> Lexer<'s> {
    pub(super) fn new(source: &'s str) -> Self {
        Lexer { source, at: 0 }
    }

    pub(super) fn next(&mut self) -> Lexed<'s> {
        self.skip_ignored();
        let start = self.at;
        let rest = self.rest();
        let Some(first) = rest.chars().next() else {
            return Ok(Token { kind: TokenKind::End, text: "", offset: start });
        };
        match first {
            '!' | '$' | '&' | '(' | ')' | ':' | '=' | '@' | '[' | ']' | '{' | '|' | '}' => {
                self.at += 1;
                Ok(self.token(TokenKind::Punctuator, start))
            }
            '.' if rest.starts_with("...") => {
                self.at += 3;
                Ok(self.token(TokenKind::Punctuator, start))
            }
            '_' | 'A'..='Z' | 'a'..='z' => {
                self.skip_while(|c| c == '_' || c.is_ascii_alphanumeric());
                Ok(self.token(TokenKind::Name, start))
            }
            '-' | '0'..='9' => self.number(),
            '"' if rest.starts_with("\"\"\"") => self.block(),
            '"' => self.text(),
            '\'' => Err(self.error(
                "Unexpected single quote character ('), did you mean to use a double quote (\")?",
            )),
            '\0'..='\u{1f}' => Err(self
                .error(&format!("Cannot contain the invalid character {}.", print(Some(first))))),
            other => Err(self
                .error(&format!("Cannot parse the unexpected character {}.", print(Some(other))))),
        }
    }

    fn rest(&self) -> &'s str {
        &self.source[self.at..]
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn skip_while(&mut self, wanted: impl Fn(char) -> bool) {
        let rest = self.rest();
        self.at += rest.len() - rest.trim_start_matches(wanted).len();
    }

    /// White space, commas and comments.
    fn skip_ignored(&mut self) {
        loop {
            self.skip_while(|c| matches!(c, '\t' | ' ' | ',' | '\u{feff}' | '\n' | '\r'));
            if self.peek() != Some('#') {
                return;
            }
            self.skip_while(|c| c == '\t' || c > '\u{1f}');
        }
    }

    fn token(&self, kind: TokenKind, start: usize) -> Token<'s> {
        Token { kind, text: &self.source[start..self.at], offset: start }
    }

    fn error(&self, text: &str) -> SyntaxError {
        SyntaxError { message: format!("Syntax Error: {text}"), offset: self.at }
    }

    fn number(&mut self) -> Lexed<'s> {
        let start = self.at;
        let mut kind = TokenKind::Int;
        if self.peek() == Some('-') {
            self.at += 1;
        }
        if self.peek() == Some('0') {
            self.at += 1;
            if let Some(digit) = self.peek().filter(char::is_ascii_digit) {
                let text =
                    format!("Invalid number, unexpected digit after 0: {}.", print(Some(digit)));
                return Err(self.error(&text));
            }
        } else {
            self.digits()?;
        }
        if self.peek() == Some('.') {
            kind = TokenKind::Float;
            self.at += 1;
            self.digits()?;
        }
        if matches!(self.peek(), Some('e' | 'E')) {
            kind = TokenKind::Float;
            self.at += 1;
            if matches!(self.peek(), Some('+' | '-')) {
                self.at += 1;
            }
            self.digits()?;
        }
        Ok(self.token(kind, start))
    }

    fn digits(&mut self) -> Result<(), SyntaxError> {
        match self.peek() {
            Some('0'..='9') => {
                self.skip_while(|c| c.is_ascii_digit());
                Ok(())
            }
            other => {
                Err(self
                    .error(&format!("Invalid number, expected digit but got: {}.", print(other))))
            }
        }
    }

    fn text(&mut self) -> Lexed<'s> {
        let start = self.at;
        self.at += 1;
        loop {
            match self.peek() {
                None | Some('\n' | '\r') => return Err(self.error("Unterminated string.")),
                Some('"') => {
                    let text = &self.source[start + 1..self.at];
                    self.at += 1;
                    return Ok(Token { kind: TokenKind::Text, text, offset: start });
                }
                Some('\\') => {
                    self.at += 1;
                    self.escape()?;
                }
                Some(other) => self.plain(other)?,
            }
        }
    }

    /// What follows a backslash.
    fn escape(&mut self) -> Result<(), SyntaxError> {
        let rest = self.rest();
        match rest.chars().next() {
            Some('"' | '/' | '\\' | 'b' | 'f' | 'n' | 'r' | 't') => self.at += 1,
            Some('u') => {
                let digits: String = rest.chars().skip(1).take(4).collect();
                if digits.len() < 4 || !digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
                    let text = format!("Invalid character escape sequence: \\u{digits}.");
                    return Err(self.error(&text));
                }
                self.at += 5;
            }
            other => {
                let shown = other.map(String::from).unwrap_or_default();
                return Err(self.error(&format!("Invalid character escape sequence: \\{shown}.")));
            }
        }
        Ok(())
    }

    fn plain(&mut self, character: char) -> Result<(), SyntaxError> {
        if character < ' ' && !matches!(character, '\t' | '\n' | '\r') {
            let text = format!("Invalid character within String: {}.", print(Some(character)));
            return Err(self.error(&text));
        }
        self.at += character.len_utf8();
        Ok(())
    }

    fn block(&mut self) -> Lexed<'s> {
        let start = self.at;
        self.at += 3;
        loop {
            let rest = self.rest();
            if rest.starts_with("\"\"\"") {
                let text = &self.source[start + 3..self.at];
                self.at += 3;
                return Ok(Token { kind: TokenKind::Block, text, offset: start });
            }
            if rest.starts_with("\\\"\"\"") {
                self.at += 4;
                continue;
            }
            match rest.chars().next() {
                None => return Err(self.error("Unterminated string.")),
                Some(character) => self.plain(character)?,
            }
        }
    }
}

/// A character as the server's library shows it: as a JSON text, or by its code.
fn print(character: Option<char>) -> String {
    let Some(character) = character else { return "<EOF>".to_owned() };
    if character < '\u{7f}' {
        let text = serde_json::Value::from(character.to_string()).to_string();
        // Letters of the code are large there, and small in JSON.
        return match text.strip_prefix("\"\\u") {
            Some(code) => format!("\"\\u{}", code.to_uppercase()),
            None => text,
        };
    }
    let unit = character.encode_utf16(&mut [0; 2])[0];
    format!("\"\\u{unit:04X}\"")
}
