//! Replaces secrets in a text: as they are, with escapes, with characters between theirs that are removed before a text is
//! shown, in hex, and in Base64, also inside a longer one and over several lines.

mod view;

use std::borrow::Cow;
use std::fmt;
use std::ops::Range;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD_NO_PAD;
use secrecy::zeroize::Zeroizing;

use view::View;

/// The most bytes of a key. A part of so many is found without the rest of a secret, if parts count.
const PIECE: usize = 16;

/// A shorter secret is replaced only as a whole word: inside others, it is part of them by chance.
const SHORT: usize = 4;

/// The fewest bytes of a secret that is looked for in hex and Base64, for the same reason.
const SHORTEST_ENCODED: usize = 5;

/// Replaces secrets in texts. A search takes as long for many as for one.
#[derive(Default)]
pub(crate) struct Redaction {
    forms: Vec<Form>,
    /// Keys by their length.
    keys: Vec<Keys>,
    words: Vec<(Zeroizing<String>, &'static str)>,
}

/// One form of a secret.
struct Form {
    view: View,
    bytes: Zeroizing<Vec<u8>>,
    /// Whether a part of it counts.
    parts: bool,
    by: &'static str,
}

/// The first bytes of a form or of a part of it, the number of the form, and its place there.
type Key = (u128, usize, usize);

/// The keys of one length, sorted.
struct Keys {
    length: usize,
    all: Zeroizing<Vec<Key>>,
    /// Which pairs of bytes end a key. Most places of a text end none.
    ends: Zeroizing<Vec<bool>>,
}

impl Redaction {
    /// Replaces a secret by a word. With `parts`, a part of a long secret counts as well: a text can be cut.
    pub(crate) fn add(&mut self, secret: &str, parts: bool, by: &'static str) {
        if secret.len() < SHORT {
            self.words.push((Zeroizing::new(secret.to_owned()), by));
            return;
        }
        let mut add = |view, bytes: Vec<u8>| {
            if bytes.len() >= SHORT {
                self.forms.push(Form { view, bytes: Zeroizing::new(bytes), parts, by });
            }
        };
        add(View::Exact, secret.as_bytes().to_vec());
        add(View::Plain, View::Plain.of(secret).0);
        if secret.len() >= SHORTEST_ENCODED {
            add(
                View::Hex,
                secret.bytes().flat_map(|byte| format!("{byte:02x}").into_bytes()).collect(),
            );
            // Base64 writes three bytes as four letters: what is in front of the secret decides how it begins.
            (0..3).for_each(|before| add(View::Base64, base64(secret, before)));
        }
    }

    /// Makes the keys, after the last secret was added.
    pub(crate) fn ready(mut self) -> Self {
        for (number, form) in self.forms.iter().enumerate() {
            let length = form.bytes.len().min(PIECE);
            let at = self.keys.iter().position(|keys| keys.length == length);
            let at = at.unwrap_or_else(|| {
                let ends = Zeroizing::new(vec![false; 1 << 16]);
                self.keys.push(Keys { length, all: Zeroizing::default(), ends });
                self.keys.len() - 1
            });
            let keys = &mut self.keys[at];
            let last = if form.parts { form.bytes.len() - length } else { 0 };
            for place in (0..=last).step_by(PIECE) {
                let key = key(&form.bytes[place..place + length]);
                keys.ends[usize::from(key as u16)] = true;
                keys.all.push((key, number, place));
            }
        }
        self.keys.iter_mut().for_each(|keys| keys.all.sort_unstable());
        self
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.forms.is_empty() && self.words.is_empty()
    }

    /// The text without the secrets.
    pub(crate) fn of<'t>(&self, text: &'t str) -> Cow<'t, str> {
        let mut text = Cow::Borrowed(text);
        let mut places = self.places(&text);
        if !places.is_empty() {
            places.sort_by_key(|(range, _)| (range.start, usize::MAX - range.end));
            let (mut replaced, mut done) = (String::with_capacity(text.len()), 0);
            for (range, by) in places {
                if range.start >= done {
                    replaced += &text[done..range.start];
                    replaced += by;
                }
                done = done.max(range.end);
            }
            replaced += &text[done..];
            text = Cow::Owned(replaced);
        }
        for (word, by) in self.words.iter().filter(|(word, _)| !word.is_empty()) {
            if text.contains(&**word) {
                text = Cow::Owned(words_replaced(&text, word, by));
            }
        }
        text
    }

    /// Where secrets stand in a text, in any form.
    fn places(&self, text: &str) -> Vec<(Range<usize>, &'static str)> {
        let mut places = Vec::new();
        if self.keys.iter().all(|keys| text.len() < keys.length) {
            return places;
        }
        for view in View::ALL {
            if !self.forms.iter().any(|form| form.view == view) {
                continue;
            }
            let (left, origins) = view.of(text);
            let mut add = |found: Range<usize>, by| {
                let (first, last) =
                    (origins[found.start] as usize, origins[found.end - 1] as usize);
                places.push((first..view.end(text, last), by));
            };
            self.keys.iter().for_each(|keys| self.search(view, &left, keys, &mut add));
        }
        places
    }

    /// Looks for keys in a view.
    fn search(
        &self,
        view: View,
        left: &[u8],
        keys: &Keys,
        add: &mut impl FnMut(Range<usize>, &'static str),
    ) {
        let length = keys.length;
        let all = u128::MAX >> (128 - 8 * length);
        let (mut window, mut done) = (0, 0);
        for (at, byte) in left.iter().enumerate() {
            window = (window << 8 | u128::from(*byte)) & all;
            if at + 1 < length || !keys.ends[usize::from(window as u16)] {
                continue;
            }
            let start = at + 1 - length;
            let first = keys.all.partition_point(|(key, ..)| *key < window);
            let found = keys.all[first..].iter().take_while(|(key, ..)| *key == window);
            let of_view = found.map(|(_, number, place)| (&self.forms[*number], *place));
            for (form, place) in of_view.filter(|(form, _)| form.view == view) {
                if !form.parts {
                    if left[start..].starts_with(&form.bytes) {
                        add(start..start + form.bytes.len(), form.by);
                    }
                } else if start >= done {
                    let same = |(one, other): &(&u8, &u8)| one == other;
                    let before = left[..start].iter().rev().zip(form.bytes[..place].iter().rev());
                    let before = before.take_while(same).count();
                    let after = left[start..].iter().zip(&form.bytes[place..]);
                    done = start + after.take_while(same).count();
                    add(start - before..done, form.by);
                }
            }
        }
    }
}

/// Omits the secrets.
impl fmt::Debug for Redaction {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Redaction")
    }
}

fn key(bytes: &[u8]) -> u128 {
    bytes.iter().fold(0, |key, byte| key << 8 | u128::from(*byte))
}

/// The letters that a secret has in Base64 behind so many bytes, whatever these are and whatever follows.
fn base64(secret: &str, before: usize) -> Vec<u8> {
    let bytes = Zeroizing::new([&b"\0\0"[..before], secret.as_bytes()].concat());
    let mut letters = BASE64_STANDARD_NO_PAD.encode(&*bytes).into_bytes();
    if bytes.len() % 3 != 0 {
        letters.pop();
    }
    letters.drain(..[0, 2, 3][before]);
    letters
}

/// Returns `text` with the copies of `word` replaced that no letter or digit touches.
fn words_replaced(text: &str, word: &str, by: &str) -> String {
    let (mut replaced, mut rest) = (String::new(), text);
    while let Some(at) = rest.find(word) {
        let (before, after) = (&rest[..at], &rest[at + word.len()..]);
        let last = before.chars().next_back().or_else(|| replaced.chars().next_back());
        let touching = [last, after.chars().next()];
        let is_word = !touching.into_iter().flatten().any(char::is_alphanumeric);
        replaced += before;
        replaced += if is_word { by } else { word };
        rest = after;
    }
    replaced + rest
}

#[cfg(test)]
mod tests;
