//! JSON text, indented token by token: numbers, strings and keys stay exactly as the server sent them.
//!
//! A value in memory cannot represent every answer: half of a surrogate pair, numbers of any length, a repeated key.
//! The output must not lose them.

use std::fmt::Write as _;

use crate::terminal::text::steers;

/// The number of levels that are indented. Deeper levels stay on one line, because indentation would outgrow the text.
const DEEPEST: usize = 128;

/// Indents valid JSON text. Escapes characters that could steer a terminal.
pub(crate) fn pretty(json: &str) -> String {
    let mut out = String::with_capacity(json.len() * 2);
    let mut depth: usize = 0;
    // The last token opened a bracket.
    let mut empty = false;
    let mut letters = json.chars();
    while let Some(letter) = letters.next() {
        match letter {
            ' ' | '\t' | '\n' | '\r' => continue,
            ',' => {
                out.push(',');
                line(&mut out, depth, depth);
            }
            ':' => out.push_str(": "),
            '}' | ']' => {
                let outer = depth.saturating_sub(1);
                if !empty {
                    line(&mut out, depth, outer);
                }
                depth = outer;
                empty = false;
                out.push(letter);
            }
            _ => {
                if empty {
                    line(&mut out, depth, depth);
                }
                empty = matches!(letter, '{' | '[');
                depth += usize::from(empty);
                out.push(letter);
                if letter == '"' {
                    string(&mut out, &mut letters);
                }
            }
        }
    }
    out
}

/// Writes JSON text on one line. Escapes characters that could steer a terminal.
pub(crate) fn compact(json: &str) -> String {
    let mut out = String::with_capacity(json.len());
    let mut letters = json.chars();
    while let Some(letter) = letters.next() {
        match letter {
            ' ' | '\t' | '\n' | '\r' => {}
            letter => {
                out.push(letter);
                if letter == '"' {
                    string(&mut out, &mut letters);
                }
            }
        }
    }
    out
}

/// Begins a line, unless the level is too deep.
fn line(out: &mut String, depth: usize, indent: usize) {
    if depth <= DEEPEST {
        out.push('\n');
        out.extend(std::iter::repeat_n("  ", indent));
    }
}

/// Writes the rest of a string after its opening quote.
fn string(out: &mut String, letters: &mut std::str::Chars<'_>) {
    while let Some(letter) = letters.next() {
        match letter {
            '"' => return out.push('"'),
            '\\' => {
                out.push('\\');
                out.extend(letters.next());
            }
            letter if steers(letter) => {
                // Writing to a String cannot fail.
                for half in letter.encode_utf16(&mut [0; 2]) {
                    let _ = write!(out, "\\u{half:04x}");
                }
            }
            letter => out.push(letter),
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::{DEEPEST, pretty};

    /// Splitmix64: numbers for tests, the same ones for the same seed.
    struct Random(u64);

    impl Random {
        fn below(&mut self, limit: u64) -> u64 {
            self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
            let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
            let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
            (mixed ^ (mixed >> 31)) % limit
        }

        fn one<'t>(&mut self, of: &[&'t str]) -> &'t str {
            of[self.below(of.len() as u64) as usize]
        }

        fn space(&mut self) -> &'static str {
            self.one(&["", "", " ", "\n\t", "\r\n  "])
        }

        fn string(&mut self) -> String {
            let parts = [
                "a",
                "{",
                "]",
                ",",
                ":",
                " ",
                "\\\"",
                "\\\\",
                "\\n",
                "\\u0000",
                "\\ud83d\\ude00",
                "\\u202e",
                "ä",
                "漢",
                "😀",
                "\u{7f}",
                "\u{80}",
                "\u{9b}",
                "\u{202e}",
                "\u{61c}",
                "\u{2066}",
                "\u{200d}",
                "/",
                "\\/",
            ];
            let letters: String = (0..self.below(6)).map(|_| self.one(&parts)).collect();
            format!("\"{letters}\"")
        }

        fn json(&mut self, depth: u64) -> String {
            let kind = self.below(if depth == 0 { 3 } else { 5 });
            let text = match kind {
                0 => self.one(&["null", "true", "false"]).to_owned(),
                1 => {
                    self.one(&["0", "-1", "1.50", "1e3", "-0.0", "18446744073709551615"]).to_owned()
                }
                2 => self.string(),
                3 => {
                    let items: Vec<String> =
                        (0..self.below(4)).map(|_| self.json(depth - 1)).collect();
                    format!("[{}{}]", self.space(), items.join(","))
                }
                _ => {
                    let fields: Vec<String> = (0..self.below(4))
                        .map(|_| {
                            let (key, before) = (self.string(), self.space());
                            format!("{before}{key}{}:{}", self.space(), self.json(depth - 1))
                        })
                        .collect();
                    format!("{{{}{}}}", fields.join(","), self.space())
                }
            };
            format!("{}{text}{}", self.space(), self.space())
        }
    }

    #[test]
    fn it_says_the_same_and_a_second_pass_changes_nothing() {
        let seed = std::time::SystemTime::UNIX_EPOCH.elapsed().unwrap().as_nanos() as u64;
        println!("seed {seed}");
        let mut random = Random(seed);
        for _ in 0..2_000 {
            let text = random.json(4);
            let shown = pretty(&text);
            let value: Value = serde_json::from_str(&text).unwrap();
            assert_eq!(serde_json::from_str::<Value>(&shown).unwrap(), value, "{text}");
            assert_eq!(pretty(&shown), shown, "{text}");
            let steers = |letter: char| letter != '\n' && super::steers(letter);
            assert!(!shown.contains(steers), "{shown:?}");
        }
    }

    #[test]
    fn it_looks_as_everybody_indents_json() {
        let text = r#" {"a" : [ ] ,"b":[1, {"c":{ }}],"d":"x"} "#;
        let value: Value = serde_json::from_str(text).unwrap();
        assert_eq!(pretty(text), format!("{value:#}"));
        assert_eq!(pretty("1"), "1");
    }

    #[test]
    fn what_no_value_can_hold_stays_as_it_came() {
        for token in [
            r#""\ud800""#,
            "1e400",
            "123456789012345678901234567890",
            "1.10",
            "-0",
            r#""\u0041\/""#,
        ] {
            assert_eq!(pretty(&format!("[{token}]")), format!("[\n  {token}\n]"));
        }
        assert_eq!(pretty(r#"{"a":1,"a":2}"#), "{\n  \"a\": 1,\n  \"a\": 2\n}");
        assert_eq!(
            pretty("[\"\u{7f}\u{9b}2J\u{202e}\u{200d}\u{2028}\u{e0041}\"]"),
            "[\n  \"\\u007f\\u009b2J\\u202e\u{200d}\\u2028\\udb40\\udc41\"\n]"
        );
    }

    #[test]
    fn depth_does_not_blow_it_up() {
        let depth = 100_000;
        let text = "[".repeat(depth) + "1,2" + &"]".repeat(depth);
        let shown = pretty(&text);
        assert!(shown.len() < text.len() + 2 * (DEEPEST + 1) * (DEEPEST + 1), "{}", shown.len());
        assert_eq!(shown.replace(['\n', ' '], ""), text);
        assert_eq!(pretty(&shown), shown);
    }
}
