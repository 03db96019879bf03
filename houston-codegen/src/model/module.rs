//! The modules of generated code.

use houston_schema::table::TypeKind;

/// The runtime's name in generated code.
pub(crate) const RUNTIME: &str = "rt";

/// The representation of a Rust type that the overlay names, in the module of scalars.
pub(crate) const RUST_TYPE: &str = "As";

/// A module that other generated items use. The modules of operations, named by kind, are not among them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Module {
    /// Enums.
    Enums,
    /// Input objects.
    Input,
    /// Objects, interfaces and unions.
    Object,
    /// The types of required arguments that are not set.
    Required,
    /// Scalars.
    Scalar,
}

impl Module {
    /// All modules, sorted by name.
    pub(crate) const ALL: [Module; 5] =
        [Module::Enums, Module::Input, Module::Object, Module::Required, Module::Scalar];

    /// Its name.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Module::Enums => "enums",
            Module::Input => "input",
            Module::Object => "object",
            Module::Required => "required",
            Module::Scalar => "scalar",
        }
    }

    /// The module of a type of this kind.
    pub(crate) const fn of(kind: TypeKind) -> Self {
        match kind {
            TypeKind::Scalar => Module::Scalar,
            TypeKind::Enum => Module::Enums,
            TypeKind::Input => Module::Input,
            TypeKind::Object | TypeKind::Interface | TypeKind::Union => Module::Object,
        }
    }
}

/// The further names in scope in generated files, sorted.
pub(crate) fn in_scope() -> Vec<&'static str> {
    let mut names: Vec<_> = Module::ALL.map(Module::name).into();
    names.push(RUNTIME);
    names.sort_unstable();
    names
}
