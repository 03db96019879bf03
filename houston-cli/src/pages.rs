//! The reference of a schema as pages of HTML: `houston docs` writes them, and the sandbox serves them with forms.
//!
//! Texts of a schema are hostile: the templates escape them, scripts and styles are files of ours, and a policy in each page
//! lets nothing else run or load. Pages refer to each other by relative addresses, so that they work from a disk.

pub(crate) mod directory;
#[expect(unreachable_pub, reason = "askama makes a public type for a filter")]
mod filters;
mod form;
mod frame;
mod names;
mod operation;
mod overview;
mod search;
mod snippets;
mod types;

use std::borrow::Cow;
use std::collections::BTreeMap;

use houston_client::schema::Schema;
use houston_codegen::model::Model;

use crate::failure::Failure;
use crate::schema::{self, Loaded, Origin};
use frame::Frame;
use names::Names;

/// The reference of a schema.
pub(crate) struct Reference {
    schema: Cow<'static, Schema>,
    /// The same with the names of generated code.
    model: Model,
    origin: Origin,
    names: Names,
    used: types::Used,
    is_live: bool,
    /// The files, by their paths.
    contents: BTreeMap<String, Content>,
}

/// What a file of the reference has in it.
#[derive(Clone, Copy, Debug)]
enum Content {
    /// All operations.
    Operations,
    /// All types.
    Types,
    /// Where documents of one's own are run.
    #[cfg_attr(not(feature = "sandbox"), allow(dead_code, reason = "only the sandbox runs them"))]
    Documents,
    /// The operation at this index.
    Operation(usize),
    /// The type at this index; shapes follow behind the types.
    Type(usize),
    /// What the search looks through.
    Index,
    /// A file that is the same for every schema.
    Asset(&'static str),
}

/// Files that are the same for every schema.
const ASSETS: [(&str, &str); 2] = [
    ("assets/style.css", include_str!("pages/assets/style.css")),
    ("assets/pages.js", include_str!("pages/assets/pages.js")),
];

impl Reference {
    /// The reference of the schema that was loaded.
    ///
    /// # Errors
    ///
    /// Fails if its text can no longer be read.
    pub(crate) fn new(loaded: Loaded) -> Result<Self, Failure> {
        let Loaded { schema, origin, .. } = loaded;
        let model = schema::model_of(&origin)?;
        let names = Names::new(&schema);
        let used = types::Used::new(&schema);
        let contents = contents(&names);
        Ok(Reference { schema, model, origin, names, used, is_live: false, contents })
    }

    /// The same reference with forms that run operations, for the sandbox that serves it at `/v1/`.
    #[cfg(feature = "sandbox")]
    pub(crate) fn live(mut self) -> Self {
        self.is_live = true;
        let play = Content::Asset(include_str!("pages/assets/play.js"));
        self.contents.insert("assets/play.js".to_owned(), play);
        self.contents.insert("documents.html".to_owned(), Content::Documents);
        self
    }

    /// The file at a path, if there is one.
    #[cfg(feature = "sandbox")]
    pub(crate) fn file(&self, path: &str) -> Option<Result<String, Failure>> {
        Some(self.text(path, *self.contents.get(path)?))
    }

    /// Every file with its text, one after the other: each is made when it is asked for.
    pub(crate) fn files(&self) -> impl Iterator<Item = Result<(&str, String), Failure>> {
        self.contents.iter().map(|(path, content)| Ok((path.as_str(), self.text(path, *content)?)))
    }

    fn text(&self, path: &str, content: Content) -> Result<String, Failure> {
        let frame = |title: &str| Frame::new(self, path, title);
        match content {
            Content::Operations => overview::operations(self, frame("Operations")),
            Content::Types => overview::types(self, frame("Types")),
            Content::Documents => overview::documents(frame("Documents")),
            Content::Operation(at) => {
                let operation = &self.schema.operations[at];
                operation::page(self, operation, frame(&operation.name))
            }
            Content::Type(at) => {
                let ty = types::at(&self.schema, at);
                types::page(self, ty, frame(&ty.name))
            }
            Content::Index => Ok(search::index(self)),
            Content::Asset(text) => Ok(text.to_owned()),
        }
    }
}

/// The files of a reference.
fn contents(names: &Names) -> BTreeMap<String, Content> {
    let own = [
        ("index.html", Content::Operations),
        ("types.html", Content::Types),
        ("assets/index.js", Content::Index),
    ];
    let own = own.into_iter().chain(ASSETS.map(|(path, text)| (path, Content::Asset(text))));
    let own = own.map(|(path, content)| (path.to_owned(), content));
    let operations = names.operations.iter().enumerate();
    let operations = operations.map(|(at, path)| (path.clone(), Content::Operation(at)));
    let types = names.types.iter().enumerate();
    let types = types.map(|(at, path)| (path.clone(), Content::Type(at)));
    own.chain(operations).chain(types).collect()
}
