//! Schemas with names and texts that trouble Rust, from a list of choices: a shorter list is a smaller schema.

use houston_codegen::parse::syntax::{
    Directive, Document, EnumValue, FieldDefinition, InputValue, Name, TypeDefinition, TypeRef,
    Value,
};
use houston_schema::table::{OperationKind, TypeKind};
use proptest::prelude::*;

/// A part of every text of a schema, and of no name.
pub(crate) const MARK: &str = "zzmark";

/// Names that mean something in Rust, in generated code, or differ little from each other.
#[rustfmt::skip]
const NAMES: [&str; 48] = [
    "a", "A", "aB", "a_b", "AB", "_a", "a_", "_", "_1", "type", "Type", "self", "Self", "super", "crate", "async", "await",
    "gen", "dyn", "abstract", "union", "macro_rules", "Option", "Vec", "Box", "Result", "Some", "None", "Ok", "String_",
    "Default", "Clone", "new", "select", "of", "id", "input", "object", "enums", "scalar", "required", "query", "mutation",
    "typename", "typename_", "Unrecognized", "SCHEMA", "value",
];

/// Parts of descriptions, reasons and defaults.
#[rustfmt::skip]
const TEXTS: [&str; 32] = [
    "\"", "\"\"\"", "\\", "\n", "\r\n", "\t", " ", "    ", "#", "*/", "/*", "//!", "}", "{", "]", ")]", "```", "~~~",
    "<script>", "&lt;", "[x](y)", "`", "\u{0}", "\u{1b}[31m", "\u{202e}", "\u{2028}", "\u{feff}", "é漢🦀",
    "\"#]fn zzmark_evil(){}//", "1. ", "- ", "r#\"",
];

/// Any valid schema.
pub(crate) fn schema() -> impl Strategy<Value = Document> {
    prop::collection::vec(any::<u8>(), 0..300).prop_map(|choices| {
        Draw { choices: choices.into_iter(), outputs: Vec::new(), inputs: Vec::new() }.document()
    })
}

struct Draw {
    choices: std::vec::IntoIter<u8>,
    /// The types that fields may have.
    outputs: Vec<String>,
    /// The types that arguments may have.
    inputs: Vec<String>,
}

impl Draw {
    /// A number below this one; 0 when no choice is left.
    fn below(&mut self, end: usize) -> usize {
        usize::from(self.choices.next().unwrap_or_default()) % end
    }

    fn one_in(&mut self, many: usize) -> bool {
        self.below(many) == 1
    }

    /// A name that is not among these.
    fn name(&mut self, taken: &mut Vec<String>) -> Name {
        let mut text = NAMES[self.below(NAMES.len())].to_owned();
        // Names that begin with `__` belong to the specification.
        while taken.contains(&text) || text.starts_with("__") {
            text = if text == "_" { "_2".to_owned() } else { text };
            text += ["_", "1", "x", "X"][self.below(4)];
        }
        taken.push(text.clone());
        Name { text, offset: 0 }
    }

    fn text(&mut self) -> Option<String> {
        let parts = self.below(5);
        let parts: String = (0..parts).map(|_| TEXTS[self.below(TEXTS.len())]).collect();
        let (before, after) = parts.split_at_checked(parts.len() / 2).unwrap_or((&parts, ""));
        (!parts.is_empty()).then(|| [before, MARK, after].concat())
    }

    fn deprecated(&mut self) -> Vec<Directive> {
        if !self.one_in(4) {
            return Vec::new();
        }
        let reason = self.text().unwrap_or_else(|| "No longer supported".to_owned());
        let arguments = vec![("reason".to_owned(), Value::String(reason))];
        vec![Directive { name: "deprecated".to_owned(), arguments }]
    }

    /// A reference to one of these types, in lists and with marks.
    fn reference(&mut self, types: &[String]) -> TypeRef {
        let named = TypeRef::Named(types[self.below(types.len())].clone());
        let marked = |ty, is_marked| if is_marked { TypeRef::NonNull(Box::new(ty)) } else { ty };
        let mut ty = marked(named, self.one_in(3));
        for _ in 0..self.below(3) / 2 + self.below(4) / 3 {
            ty = marked(TypeRef::List(Box::new(ty)), self.one_in(3));
        }
        ty
    }

    /// A default that a type allows.
    fn default(&mut self, ty: &TypeRef) -> Option<Value> {
        match ty {
            TypeRef::NonNull(inner) => self.default(inner),
            _ if self.one_in(5) => Some(Value::Null),
            TypeRef::List(item) => Some(Value::List(self.default(item).into_iter().collect())),
            TypeRef::Named(name) => match name.as_str() {
                "Int" => Some(Value::Number("-3".to_owned())),
                "Float" => Some(Value::Number("1.5e-3".to_owned())),
                "Boolean" => Some(Value::Boolean(true)),
                "String" | "ID" => Some(Value::String(self.text().unwrap_or_default())),
                _ => None,
            },
        }
    }

    fn value(&mut self, taken: &mut Vec<String>) -> InputValue {
        let inputs = self.inputs.clone();
        let ty = self.reference(&inputs);
        let default = if self.one_in(3) { self.default(&ty) } else { None };
        // Null, and lists with it, may not be allowed.
        let is_null = |value: &Value| value.to_string().contains("null");
        let default = default.filter(|value| !(is_null(value) && ty.to_string().contains('!')));
        let is_required = ty.is_non_null() && default.is_none();
        let directives = if is_required { Vec::new() } else { self.deprecated() };
        InputValue { name: self.name(taken), description: self.text(), ty, default, directives }
    }

    fn fields(&mut self, more: usize) -> Vec<FieldDefinition> {
        let mut taken = Vec::new();
        let count = 1 + self.below(more);
        let outputs = self.outputs.clone();
        let mut fields = Vec::new();
        for _ in 0..count {
            let ty = self.reference(&outputs);
            let mut arguments = Vec::new();
            let values = (0..self.below(4)).map(|_| self.value(&mut arguments)).collect();
            let (description, directives) = (self.text(), self.deprecated());
            let name = self.name(&mut taken);
            fields.push(FieldDefinition { name, description, arguments: values, ty, directives });
        }
        fields
    }

    fn document(mut self) -> Document {
        let mut taken: Vec<String> =
            ["Int", "Float", "String", "Boolean", "ID", "Query", "Mutation"]
                .map(str::to_owned)
                .into();
        self.outputs = taken[..5].to_vec();
        self.inputs = taken[..5].to_vec();
        let mut types = Vec::new();
        for kind in [TypeKind::Scalar, TypeKind::Enum] {
            for _ in 0..self.below(3) {
                let (name, description) = (self.name(&mut taken), self.text());
                self.outputs.push(name.text.clone());
                self.inputs.push(name.text.clone());
                types.push(TypeDefinition { kind, name, description, ..TypeDefinition::default() });
            }
        }
        let mut values: Vec<String> = ["true", "false", "null"].map(str::to_owned).into();
        for ty in types.iter_mut().filter(|ty| ty.kind == TypeKind::Enum) {
            values.truncate(3);
            for _ in 0..=self.below(4) {
                let (name, description) = (self.name(&mut values), self.text());
                ty.values.push(EnumValue { name, description, directives: self.deprecated() });
            }
        }
        // An input object may contain those before it.
        for _ in 0..self.below(3) {
            let mut fields = Vec::new();
            let count = 1 + self.below(3);
            let input_fields = (0..count).map(|_| self.value(&mut fields)).collect();
            let (name, description) = (self.name(&mut taken), self.text());
            self.inputs.push(name.text.clone());
            let kind = TypeKind::Input;
            types.push(TypeDefinition {
                kind,
                name,
                description,
                input_fields,
                ..TypeDefinition::default()
            });
        }
        let count = self.below(4);
        let objects: Vec<Name> = (0..count).map(|_| self.name(&mut taken)).collect();
        let interface = self.one_in(2).then(|| self.name(&mut taken));
        let union = (self.one_in(2) && !objects.is_empty()).then(|| self.name(&mut taken));
        let composite = objects.iter().chain(&interface).chain(&union);
        self.outputs.extend(composite.map(|name| name.text.clone()));
        let common = if interface.is_some() { self.fields(2) } else { Vec::new() };
        if let Some(name) = interface.clone() {
            let (kind, fields) = (TypeKind::Interface, common.clone());
            types.push(TypeDefinition { kind, name, fields, ..TypeDefinition::default() });
        }
        let mut members = Vec::new();
        for name in objects {
            members.push(name.text.clone());
            let mut object = self.object(name, 4);
            if let Some(interface) = interface.as_ref().filter(|_| self.one_in(2)) {
                object.implements.push(interface.text.clone());
                let is_common = |name: &Name| common.iter().any(|field| field.name == *name);
                object.fields.retain(|field| !is_common(&field.name));
                object.fields.extend(common.clone());
            }
            types.push(object);
        }
        if let Some(name) = union {
            types.push(TypeDefinition {
                kind: TypeKind::Union,
                name,
                members,
                ..TypeDefinition::default()
            });
        }
        let root = |text: &str| Name { text: text.to_owned(), offset: 0 };
        let mut roots = vec![(OperationKind::Query, root("Query"))];
        types.push(self.object(root("Query"), 5));
        if self.one_in(2) {
            roots.push((OperationKind::Mutation, root("Mutation")));
            types.push(self.object(root("Mutation"), 4));
        }
        Document {
            description: self.text(),
            roots,
            has_schema_definition: true,
            types,
            ..Document::default()
        }
    }

    fn object(&mut self, name: Name, fields: usize) -> TypeDefinition {
        let (kind, description) = (TypeKind::Object, self.text());
        TypeDefinition {
            kind,
            name,
            description,
            fields: self.fields(fields),
            ..TypeDefinition::default()
        }
    }
}
