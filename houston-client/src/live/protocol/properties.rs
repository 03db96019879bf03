//! Properties of messages, whatever a server sends.

use houston_tests::property::{cases, json, text};
use proptest::prelude::*;
use proptest::sample::{Index, select};

use super::{EVENTS, Message, usual};

fn blank() -> impl Strategy<Value = &'static str> {
    select(&["", "", " ", "\n", "\t "][..])
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn an_event_has_the_text_of_its_answer(
        payload in json(),
        kind in select(&["data", "next"][..]),
        id in select(&["\"id\":\"1\",", "\"id\":\"\\u0031\",", "\"id\":null,", ""][..]),
        blanks in (blank(), blank(), blank()),
        is_last: bool,
    ) {
        let payload = payload.to_string();
        let (a, b, c) = blanks;
        let message = match is_last {
            true => format!("{a}{{{id}{b}\"type\":\"{kind}\",\"payload\":{c}{payload}{b}}}{a}"),
            false => format!("{{\"payload\"{a}:{payload},{id}{b}\"more\":[],\"type\":{c}\"{kind}\"}}"),
        };
        let expected = Some(&*payload).filter(|payload| *payload != "null");
        prop_assert_eq!(Message::read(&message).unwrap(), Message::Data(expected));
    }

    /// The short way and the long one agree.
    #[test]
    fn an_event_that_begins_as_usual_is_that_event(
        begin in select(&EVENTS[..]),
        payload in prop_oneof![json().prop_map(|json| json.to_string()), text()],
        behind in prop_oneof![Just(String::new()), text()],
    ) {
        let message = format!("{begin}{payload}{behind}}}");
        let at = usual(&message).unwrap();
        let short = &message[at..message.len() - 1];
        if serde_json::from_str::<serde::de::IgnoredAny>(short).is_ok() && short.trim() != "null" {
            prop_assert_eq!(Message::read(&message).unwrap(), Message::Data(Some(short.trim())));
        }
    }

    #[test]
    fn any_text_is_a_message_or_is_refused(
        message in prop_oneof![json().prop_map(|json| json.to_string()), text()],
        kind in select(&["connection_error", "error", "data", "complete", "ping"][..]),
        payload in json(),
        at: Index,
    ) {
        let _ = (usual(&message), Message::read(&message));
        let message = format!(r#"{{"id":"1","type":"{kind}","payload":{payload}}}"#);
        match Message::read(&message).unwrap() {
            // A list, whatever is in it.
            Message::Error(errors) => {
                prop_assert!(serde_json::from_str::<Vec<serde_json::Value>>(&errors).is_ok());
            }
            _ => prop_assert_ne!(kind, "error"),
        }
        let cut = (0..=at.index(message.len())).rev().find(|at| message.is_char_boundary(*at));
        prop_assert!(Message::read(&message[..cut.unwrap()]).is_err());
    }
}
