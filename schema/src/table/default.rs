//! Facts that are not written.

/// Whether a fact has the value that it has where nothing is said.
pub(super) fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}
