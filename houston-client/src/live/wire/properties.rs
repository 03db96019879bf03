//! Properties of frames, whatever a server sends.

use std::time::Duration;

use houston_tests::property::{cases, text};
use proptest::collection::vec;
use proptest::prelude::*;
use tokio::io::AsyncWriteExt as _;

use super::{Came, Wire};

const TEXT: u8 = 1;
const LAST: u8 = 0x80;
const PING: u8 = 9;
const PONG: u8 = 10;

/// A frame of a server.
fn frame(bits: u8, payload: &[u8]) -> Vec<u8> {
    let length = payload.len() as u16;
    let mut frame = vec![bits];
    match length {
        0..=125 => frame.push(length as u8),
        _ => {
            frame.push(126);
            frame.extend(length.to_be_bytes());
        }
    }
    frame.extend(payload);
    frame
}

/// A message in several frames, with signs of life between them.
fn message(text: &str, parts: &[(usize, bool)]) -> Vec<u8> {
    let (mut rest, mut frames, mut bits) = (text.as_bytes(), Vec::new(), TEXT);
    for (length, has_sign) in parts {
        let (part, behind) = rest.split_at((*length).min(rest.len()));
        frames.extend(frame(bits, part));
        if *has_sign {
            frames.extend(frame(LAST | if length % 2 == 0 { PING } else { PONG }, b"?"));
        }
        (rest, bits) = (behind, 0);
    }
    frames.extend(frame(LAST | bits, rest));
    frames
}

/// The texts that arrive until the connection ends, which it does.
fn received(bytes: Vec<u8>, chunk: usize) -> Vec<String> {
    let runtime = tokio::runtime::Builder::new_current_thread();
    let runtime = { runtime }.enable_all().start_paused(true).build().unwrap();
    runtime.block_on(async {
        let (ours, mut theirs) = tokio::io::duplex(1 << 20);
        let wire = Wire::new(Box::new(ours), "{}".to_owned(), Duration::from_secs(5), 100);
        let mut wire = wire.await.unwrap();
        tokio::spawn(async move {
            for bytes in bytes.chunks(chunk) {
                theirs.write_all(bytes).await.unwrap();
                tokio::task::yield_now().await;
            }
        });
        let mut texts = Vec::new();
        while let Ok(came) = wire.next().await {
            if let Came::Text(text) = came {
                texts.push(text.as_str().to_owned());
            }
        }
        texts
    })
}

proptest! {
    #![proptest_config(cases(96))]

    #[test]
    fn messages_arrive_whole_and_in_order(
        messages in vec((text(), vec((0..6_usize, any::<bool>()), 0..4)), 0..5),
        more in vec(any::<u8>(), 0..4),
        chunk in 1..40_usize,
    ) {
        let mut bytes: Vec<u8> =
            messages.iter().flat_map(|(text, parts)| message(text, parts)).collect();
        // A frame that has begun is none.
        let unfinished = more.first().is_some_and(|first| first % 2 == 0);
        if unfinished {
            bytes.extend([LAST | TEXT, 100].iter().chain(&more));
        }
        let texts: Vec<String> = messages.into_iter().map(|(text, _)| text).collect();
        prop_assert_eq!(received(bytes, chunk), texts);
    }

    #[test]
    fn any_bytes_end_the_connection_at_last(
        first in text(),
        bytes in vec(any::<u8>(), 0..60),
        chunk in 1..40_usize,
    ) {
        let texts = received([message(&first, &[]), bytes].concat(), chunk);
        prop_assert_eq!(&texts[0], &first);
    }
}
