//! The fields that a document selects, with those of its fragments in their places.

use apollo_compiler::ast::{self, Definition, Selection};

/// A field that a document selects. The selections of fragments are part of the object that they are spread on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Selected {
    /// Its key in the answer.
    pub key: String,
    /// Its name.
    pub name: String,
    /// The type that the fragment around it names.
    pub on: Option<String>,
    /// The directives that can exclude it, each with its condition: its own, and those of the fragments around it.
    pub when: Vec<String>,
    /// The fields that are selected on its result.
    pub below: Vec<Selected>,
}

impl Selected {
    /// Whether an object of its own type may lack it.
    pub fn is_optional(&self, ty: &str) -> bool {
        !self.when.is_empty() || self.on.as_deref().is_some_and(|on| on != ty)
    }

    /// Adds a selection of the same field under other conditions, and returns the conditions of what is below that one.
    fn again(&mut self, on: Option<String>, when: Vec<String>) -> Vec<String> {
        if self.on == on && self.when == when {
            return Vec::new();
        }
        let all = |on: &Option<String>, when: &[String]| {
            let on = on.iter().map(|on| format!("on {on}"));
            on.chain(when.iter().cloned()).collect::<Vec<_>>()
        };
        let (known, new) = (all(&self.on, &self.when), all(&on, &when));
        for field in &mut self.below {
            field.when.extend(known.iter().cloned());
        }
        self.on = self.on.take().filter(|own| Some(own) == on.as_ref());
        self.when = match known.is_empty() || new.is_empty() {
            true => Vec::new(),
            false => vec![format!("{} or {}", known.join(" "), new.join(" "))],
        };
        new
    }

    /// Creates a field without an alias.
    pub fn plain(name: String, below: Vec<Selected>) -> Self {
        Selected { key: name.clone(), name, on: None, when: Vec::new(), below }
    }
}

/// How many fields of a document are looked at. Fragments that repeat others make a short document a large one.
const MOST_FIELDS: usize = 10_000;

/// The fields of a document, with those of its fragments in their places.
struct Tree<'d> {
    document: &'d ast::Document,
    /// The fragments around the current place. A fragment inside itself is not valid.
    open: Vec<&'d str>,
    /// How many more fields to look at.
    left: usize,
}

/// The fields that these selections select; not all of them if the fragments repeat very many.
pub(super) fn of<'d>(document: &'d ast::Document, selections: &'d [Selection]) -> Vec<Selected> {
    let mut selected = Vec::new();
    let mut tree = Tree { document, open: Vec::new(), left: MOST_FIELDS };
    tree.add(selections, &Around::default(), &mut selected);
    selected
}

/// The fragments around a field, inside its object.
#[derive(Clone, Default)]
struct Around<'d> {
    on: Option<&'d str>,
    when: Vec<String>,
}

impl<'d> Around<'d> {
    /// Adds a fragment, or the field itself.
    fn with(&self, on: Option<&'d str>, directives: &ast::DirectiveList) -> Self {
        let mut when = self.when.clone();
        when.extend(directives.iter().filter(|one| excludes(one)).map(ToString::to_string));
        Around { on: on.or(self.on), when }
    }
}

/// Whether a directive can exclude its field.
fn excludes(directive: &ast::Directive) -> bool {
    let always = match directive.name.as_str() {
        "include" => true,
        "skip" => false,
        _ => return false,
    };
    let condition = directive.arguments.iter().find(|argument| argument.name == "if");
    condition.is_none_or(|argument| argument.value.to_bool() != Some(always))
}

impl<'d> Tree<'d> {
    fn add(&mut self, selections: &'d [Selection], around: &Around<'d>, to: &mut Vec<Selected>) {
        for selection in selections {
            let Some(left) = self.left.checked_sub(1) else { return };
            self.left = left;
            match selection {
                Selection::Field(field) => {
                    let key = field.response_name().as_str();
                    let Around { on, when } = around.with(None, &field.directives);
                    let on = on.map(str::to_owned);
                    let mut inside = Around::default();
                    let at = match to.iter().position(|one| one.key == key) {
                        Some(at) => {
                            inside.when = to[at].again(on, when);
                            at
                        }
                        None => {
                            let (key, name) = (key.to_owned(), field.name.to_string());
                            to.push(Selected { key, name, on, when, below: Vec::new() });
                            to.len() - 1
                        }
                    };
                    self.add(&field.selection_set, &inside, &mut to[at].below);
                }
                Selection::InlineFragment(fragment) => {
                    let on = fragment.type_condition.as_ref().map(|name| name.as_str());
                    self.add(&fragment.selection_set, &around.with(on, &fragment.directives), to);
                }
                Selection::FragmentSpread(spread) => {
                    let name = spread.fragment_name.as_str();
                    let Some(fragment) = fragment(self.document, name) else { continue };
                    if !self.open.contains(&name) {
                        self.open.push(name);
                        let on = Some(fragment.type_condition.as_str());
                        self.add(&fragment.selection_set, &around.with(on, &spread.directives), to);
                        self.open.pop();
                    }
                }
            }
        }
    }
}

pub(super) fn fragment<'d>(
    document: &'d ast::Document,
    name: &str,
) -> Option<&'d ast::FragmentDefinition> {
    let mut all = document.definitions.iter().filter_map(Definition::as_fragment_definition);
    all.find(|fragment| fragment.name == name).map(|fragment| &**fragment)
}
