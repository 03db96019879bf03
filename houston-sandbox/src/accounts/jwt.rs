//! Tokens of users: JSON Web Tokens, signed with a key in the store.

use aws_lc_rs::encoding::{AsDer, Pkcs8V1Der};
use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::rsa::KeySize;
use aws_lc_rs::signature::{
    KeyPair, RSA_PKCS1_2048_8192_SHA256, RSA_PKCS1_SHA256, RsaKeyPair, UnparsedPublicKey,
};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD as BASE64;
use jiff::Timestamp;
use serde::Serialize;
use serde_json::{Value, json};

use crate::Error;
use crate::store::{Rows, Store};

/// How many seconds a token is valid. No operation renews one.
pub(crate) const LIFE: i64 = 24 * 60 * 60;

/// Names of settings in the store.
const PRIVATE_KEY: &str = "jwtPrivateKey";
const PUBLIC_KEY: &str = "jwtPublicKey";

/// The GraphQL type `Token`.
#[derive(Serialize)]
pub(crate) struct Token {
    pub(crate) value: String,
    payload: Payload,
}

#[derive(Serialize)]
struct Payload {
    uuid: String,
    iat: i64,
    exp: i64,
}

/// Issues a token to the user with this id.
///
/// The first call creates the key, in a separate transaction: this thread must not have another one open.
pub(crate) fn issue(store: &Store, user: &str, now: Timestamp) -> Result<Token, Error> {
    let key = RsaKeyPair::from_pkcs8(&BASE64.decode(private_key(store)?)?)?;
    let iat = now.as_second();
    let exp = iat + LIFE;
    let part = |json: Value| BASE64.encode(json.to_string());
    let signed = format!(
        "{}.{}",
        part(json!({ "alg": "RS256", "typ": "JWT" })),
        part(json!({ "uuid": user, "iat": iat, "nbf": iat, "exp": exp })),
    );
    let mut signature = vec![0; key.public_modulus_len()];
    key.sign(&RSA_PKCS1_SHA256, &SystemRandom::new(), signed.as_bytes(), &mut signature)?;
    Ok(Token {
        value: format!("{signed}.{}", BASE64.encode(signature)),
        payload: Payload { uuid: user.to_owned(), iat, exp },
    })
}

/// Returns the id of a token's user, if this store issued the token and it has not expired.
pub(crate) fn user(rows: &impl Rows, token: &str, now: Timestamp) -> Result<Option<String>, Error> {
    let Some(key) = rows.setting(PUBLIC_KEY)? else {
        return Ok(None);
    };
    let key = BASE64.decode(key)?;
    let claims = || {
        let (signed, signature) = token.rsplit_once('.')?;
        let signature = BASE64.decode(signature).ok()?;
        // The algorithm in the header is ignored: only one is accepted.
        UnparsedPublicKey::new(&RSA_PKCS1_2048_8192_SHA256, key)
            .verify(signed.as_bytes(), &signature)
            .ok()?;
        let claims = BASE64.decode(signed.split_once('.')?.1).ok()?;
        serde_json::from_slice::<Value>(&claims).ok()
    };
    let valid = claims().filter(|claims| {
        claims["nbf"].as_i64().is_some_and(|from| from <= now.as_second())
            && claims["exp"].as_i64().is_some_and(|until| now.as_second() < until)
    });
    Ok(valid.and_then(|claims| Some(claims["uuid"].as_str()?.to_owned())))
}

fn private_key(store: &Store) -> Result<String, Error> {
    if let Some(key) = store.snapshot()?.setting(PRIVATE_KEY)? {
        return Ok(key);
    }
    let changes = store.changes()?;
    // Another request may have created the key.
    if let Some(key) = changes.setting(PRIVATE_KEY)? {
        return Ok(key);
    }
    let pair = RsaKeyPair::generate(KeySize::Rsa2048)?;
    let document: Pkcs8V1Der<'_> = pair.as_der()?;
    let key = BASE64.encode(document.as_ref());
    changes.set(PRIVATE_KEY, &key)?;
    changes.set(PUBLIC_KEY, &BASE64.encode(pair.public_key().as_ref()))?;
    changes.commit()?;
    Ok(key)
}
