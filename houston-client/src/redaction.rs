//! Replaces secrets in a text: as they are, with escapes, with characters between theirs that are removed before a text is
//! shown, in hex, and in Base64, also inside a longer one and over several lines.

mod view;

use std::borrow::Cow;
use std::fmt;
use std::ops::Range;

use aho_corasick::{AhoCorasick, AhoCorasickKind};
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
    searches: Vec<Search>,
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

/// Looks for keys in a view: for the first bytes of its forms and of their parts.
struct Search {
    view: View,
    keys: AhoCorasick,
    /// The number of the form of each key, and its place there.
    places: Vec<(usize, usize)>,
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

    /// Makes the searches, after the last secret was added.
    pub(crate) fn ready(mut self) -> Self {
        for view in View::ALL {
            let (mut keys, mut places) = (Vec::new(), Vec::new());
            for (number, form) in
                self.forms.iter().enumerate().filter(|(_, form)| form.view == view)
            {
                let length = form.bytes.len().min(PIECE);
                let last = if form.parts { form.bytes.len() - length } else { 0 };
                for place in (0..=last).step_by(PIECE) {
                    keys.push(&form.bytes[place..place + length]);
                    places.push((number, place));
                }
            }
            // Of this kind and without a prefilter, it has no key as a whole, which could not be wiped.
            let mut builder = AhoCorasick::builder();
            builder.kind(Some(AhoCorasickKind::ContiguousNFA)).prefilter(false);
            if !keys.is_empty() {
                let keys = builder.build(keys).expect("fewer than 2^31 bytes in keys");
                self.searches.push(Search { view, keys, places });
            }
        }
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
        for Search { view, keys, places: of_keys } in &self.searches {
            let (left, origins) = view.of(text);
            // Up to where each form was compared.
            let mut done = vec![0; self.forms.len()];
            for found in keys.find_overlapping_iter(&left) {
                let (number, place) = of_keys[found.pattern()];
                let (form, start) = (&self.forms[number], found.start());
                let same = |(one, other): &(&u8, &u8)| one == other;
                let found = if !form.parts {
                    left[start..].starts_with(&form.bytes).then(|| start..start + form.bytes.len())
                } else if start >= done[number] {
                    let before = left[..start].iter().rev().zip(form.bytes[..place].iter().rev());
                    let after = left[start..].iter().zip(&form.bytes[place..]);
                    done[number] = start + after.take_while(same).count();
                    Some(start - before.take_while(same).count()..done[number])
                } else {
                    None
                };
                let origin = |at: usize| origins[at] as usize;
                places.extend(found.map(|found| {
                    (origin(found.start)..view.end(text, origin(found.end - 1)), form.by)
                }));
            }
        }
        places
    }
}

/// Omits the secrets.
impl fmt::Debug for Redaction {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Redaction")
    }
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
