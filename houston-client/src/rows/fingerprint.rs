use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use sha2::{Digest as _, Sha256};

/// Identifies a row in a journal: a hash of what was given for it. Leave secrets out.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fingerprint(pub(super) [u8; 12]);

impl Fingerprint {
    /// The first twelve bytes of the SHA-256 of these bytes.
    pub fn of(given: impl AsRef<[u8]>) -> Self {
        let hash: [u8; 32] = Sha256::digest(given).into();
        let mut own = [0; 12];
        own.copy_from_slice(&hash[..12]);
        Fingerprint(own)
    }

    /// The fingerprint of an equal row behind it: 1 for the second row with this fingerprint.
    pub(super) fn nth(self, more: u64) -> Self {
        match more {
            0 => self,
            more => Self::of([self.0.as_slice(), &more.to_le_bytes()].concat()),
        }
    }

    /// The twelve bytes.
    pub const fn bytes(&self) -> [u8; 12] {
        self.0
    }

    /// Reads 24 hexadecimal digits.
    pub fn from_hex(text: &str) -> Option<Self> {
        let mut own = [0; 12];
        if text.len() != 24 || !text.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return None;
        }
        for (at, byte) in own.iter_mut().enumerate() {
            *byte = u8::from_str_radix(text.get(2 * at..2 * at + 2)?, 16).ok()?;
        }
        Some(Fingerprint(own))
    }
}

/// Writes 24 hexadecimal digits.
impl fmt::Display for Fingerprint {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(formatter, "{byte:02x}"))
    }
}

impl fmt::Debug for Fingerprint {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, formatter)
    }
}

impl Serialize for Fingerprint {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Fingerprint {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
        let fault = || serde::de::Error::custom("a fingerprint has 24 hexadecimal digits");
        Self::from_hex(&text).ok_or_else(fault)
    }
}
