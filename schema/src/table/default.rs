//! Facts that the JSON leaves out.

/// Whether a fact has its default value.
pub(super) fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}
