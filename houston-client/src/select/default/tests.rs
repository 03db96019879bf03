use super::{Object, is_nullable};
use crate::object;

fn non_null<T: Object>() -> Vec<&'static str> {
    let places = (0..T::KEYS.len()).filter(|place| !is_nullable::<T>(*place));
    places.map(|place| T::KEYS[place]).collect()
}

#[test]
fn what_a_struct_takes_null_for_is_what_the_schema_lets_be_null() {
    assert_eq!(non_null::<object::Workspace>(), ["createdAt", "id", "updatedAt"]);
    assert!(object::Workspace::KEYS.contains(&"label"));
}
