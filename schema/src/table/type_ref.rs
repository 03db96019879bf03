//! References to types.

/// A type reference in GraphQL syntax: a name, with lists `[…]` and non-null marks `!` around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TypeRef<'a>(pub &'a str);

impl<'a> TypeRef<'a> {
    /// Returns the name inside all lists and marks.
    pub fn name(self) -> &'a str {
        self.0.trim_matches(['[', ']', '!'])
    }

    /// Whether this type does not allow null.
    pub fn is_non_null(self) -> bool {
        self.0.ends_with('!')
    }

    /// Returns the type of the items, if it is a list (nullable or not).
    pub fn item(self) -> Option<TypeRef<'a>> {
        let list = self.0.strip_suffix('!').unwrap_or(self.0);
        Some(TypeRef(list.strip_prefix('[')?.strip_suffix(']')?))
    }
}

#[cfg(test)]
mod tests {
    use super::TypeRef;

    #[test]
    fn a_type_reference_is_taken_apart() {
        let lists = TypeRef("[[Deployment!]]!");
        assert_eq!(lists.name(), "Deployment");
        assert!(lists.is_non_null());
        let inner = lists.item().unwrap();
        assert_eq!(inner, TypeRef("[Deployment!]"));
        assert!(!inner.is_non_null());
        assert_eq!(inner.item(), Some(TypeRef("Deployment!")));
        assert_eq!(TypeRef("Deployment!").item(), None);
    }
}
