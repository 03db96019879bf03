//! `--all` and `--limit`: a query that answers by page, page after page.

mod gather;

use std::collections::HashMap;

use clap::{Arg, ArgAction, ArgMatches, Command};
use houston_client::Selection;
use houston_client::arguments::Arguments;
use houston_client::schema::{Argument, Operation, OperationKind, Schema, Type};
use serde_json::value::RawValue;

use crate::answer::format::Format;
use crate::failure::Failure;
use crate::settings::options::{self, Options};
use crate::terminal::output;
use crate::terminal::text::plain;

const ALL: &str = "option:all";
const LIMIT: &str = "option:limit";

/// How many items a page has, if the caller does not say.
const SIZE: u64 = 100;

/// How a query answers by page.
#[derive(Debug)]
pub(crate) struct Paging<'s> {
    /// The argument with the number of items of a page.
    size: &'s Argument,
    by: By,
    /// The argument that says which page.
    place: &'s Argument,
    /// The field of the result that lists the items; none if the result is the list.
    list: Option<&'s str>,
    /// Whether each item has an id, which tells it from all others.
    has_id: bool,
}

/// What leads to the next page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum By {
    /// The number of the page.
    Number,
    /// The id of the last item.
    Id,
    /// `pageInfo` of a Relay connection.
    PageInfo,
}

impl<'s> Paging<'s> {
    /// How the operation pages; none if it does not.
    pub(crate) fn of(schema: &'s Schema, operation: &'s Operation) -> Option<Self> {
        if operation.kind != OperationKind::Query {
            return None;
        }
        let argument = |name| operation.argument(name);
        let of = schema.type_named(operation.type_ref().name())?;
        let (list, item) = match operation.type_ref().item() {
            Some(_) => (None, of),
            None => {
                let name = list_of(of)?;
                let item = schema.type_named(of.field(name)?.type_ref().name())?;
                (Some(name), item)
            }
        };
        let has_id =
            item.field("id").is_some_and(|id| id.arguments.iter().all(|one| !one.required));
        let is_connection = of.field("pageInfo").is_some() && list.is_some();
        let place = [("pageNumber", By::Number), ("cursor", By::Id), ("after", By::PageInfo)];
        let (place, by) = place.into_iter().find_map(|(name, by)| {
            let fits = match by {
                By::Number => true,
                By::Id => has_id,
                By::PageInfo => is_connection,
            };
            argument(name).filter(|_| fits).map(|argument| (argument, by))
        })?;
        let size = argument(if by == By::PageInfo { "first" } else { "take" })?;
        // A connection may list one object several times, and its cursor alone leads on.
        let has_id = has_id && by != By::PageInfo;
        Some(Paging { size, by, place, list, has_id })
    }

    /// What has to be selected beside what was asked for.
    fn selection(&self, asked: &Selection) -> Selection {
        let leaf = |name: &'static str| {
            let mut one = Selection::new();
            one.add(name, Selection::new());
            one
        };
        let mut beside = Selection::new();
        match (self.by, self.list) {
            (By::PageInfo, _) => {
                let mut info = leaf("endCursor");
                info.merge(&leaf("hasNextPage"));
                beside.add("pageInfo", info);
            }
            (_, Some(list)) if self.has_id => beside.add(list.to_owned(), leaf("id")),
            (_, None) if self.has_id => beside = leaf("id"),
            _ => {}
        }
        let mut selection = asked.clone();
        selection.merge(&beside);
        selection
    }

    /// The items of a page, and the other fields beside their list.
    fn read<'p>(&self, text: &'p str) -> serde_json::Result<Page<'p>> {
        let Some(list) = self.list else {
            let items: Option<Vec<&RawValue>> = serde_json::from_str(text)?;
            return Ok(Page { items: items.unwrap_or_default(), beside: HashMap::new() });
        };
        let fields: Option<HashMap<String, &RawValue>> = serde_json::from_str(text)?;
        let mut beside = fields.unwrap_or_default();
        let items = beside.remove(list).map(|items| serde_json::from_str(items.get()));
        let items: Option<Vec<&RawValue>> = items.transpose()?.flatten();
        Ok(Page { items: items.unwrap_or_default(), beside })
    }

    /// How many items a page has by these arguments; none if the server decides, or sends all items at once.
    fn size_of(&self, arguments: &Arguments) -> Option<u64> {
        arguments.value(&self.size.name)?.as_u64().filter(|size| *size > 0)
    }

    /// Says on a terminal that an answer may be one page of several.
    pub(crate) fn tell(&self, arguments: &Arguments, text: &str) {
        const ROUND: usize = 10;
        if arguments.value(&self.place.name).is_some() || !output::is_watched() {
            return;
        }
        let Ok(page) = self.read(text) else { return };
        let count = page.items.len();
        let may_be_more = match (arguments.value(&self.size.name), page.counted()) {
            (_, Some(all)) => all > count as u64,
            (Some(_), None) => self.size_of(arguments).is_some_and(|size| size <= count as u64),
            // The server decides how many items a page has.
            (None, None) => count >= ROUND && count.is_multiple_of(ROUND),
        };
        if may_be_more {
            output::note(format_args!(
                "note: this is one page of {count}, and there may be more: `--all` lists all of them"
            ));
        }
    }
}

/// The one field of a type that lists objects: `nodes` or `edges` of a connection, or the only list.
fn list_of(of: &Type) -> Option<&str> {
    let is_list =
        |name: &str| of.field(name).is_some_and(|field| field.type_ref().item().is_some());
    if let Some(name) = ["nodes", "edges"].into_iter().find(|name| is_list(name)) {
        return of.field("pageInfo").map(|_| name);
    }
    let mut lists = of.fields.iter().filter(|field| is_list(&field.name));
    match (lists.next(), lists.next()) {
        (Some(one), None) => Some(&one.name),
        _ => None,
    }
}

/// A page.
struct Page<'p> {
    items: Vec<&'p RawValue>,
    beside: HashMap<String, &'p RawValue>,
}

impl Page<'_> {
    /// How many items all pages have together, if the page says it.
    fn counted(&self) -> Option<u64> {
        let counts = ["count", "totalCount"].into_iter().filter_map(|name| self.beside.get(name));
        counts.filter_map(|count| count.get().parse().ok()).next()
    }
}

/// The group of the flags in the help.
pub(crate) const HEADING: &str = "Pages";

/// Adds the flags, if the operation answers by page.
pub(crate) fn add_flags(command: Command, schema: &Schema, operation: &Operation) -> Command {
    let Some(paging) = Paging::of(schema, operation) else { return command };
    let all = Arg::new(ALL).long("all").action(ArgAction::SetTrue);
    let all = all.help("List the items of all pages; with -o ndjson, each page as it comes");
    let limit = Arg::new(LIMIT).long("limit").value_name("N").value_parser(options::count);
    let size = plain(&paging.size.name);
    let limit = limit.help(format!(
        "List so many items, from as many pages as that takes; --{size} is the size of a page"
    ));
    let flags = [all, limit].into_iter();
    flags.map(|flag| flag.help_heading(HEADING).display_order(145)).fold(command, options::add_flag)
}

/// The hint for one of the flags, for a query that does not have it.
pub(crate) fn meant(operation: &Operation, flag: &str) -> Option<String> {
    let is_whole = ["take", "first"].iter().all(|size| operation.argument(size).is_none());
    let is_whole = is_whole && operation.kind == OperationKind::Query;
    (is_whole && ["--all", "--limit"].contains(&flag))
        .then(|| "; it has no pages, and answers with everything at once".to_owned())
}

/// What was asked for.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Wanted {
    limit: u64,
    /// Whether each page is printed as it comes.
    pub(crate) streams: bool,
}

impl Wanted {
    /// Reads the flags; none if one page is wanted.
    ///
    /// # Errors
    ///
    /// Fails if an option does not fit.
    pub(crate) fn of(matches: &ArgMatches, options: &Options) -> Result<Option<Self>, Failure> {
        let all = matches!(matches.try_get_one(ALL), Ok(Some(true)));
        let limit: Option<u64> = matches.try_get_one(LIMIT).ok().flatten().copied();
        if !all && limit.is_none() {
            return Ok(None);
        }
        let flag = if all { "--all" } else { "--limit" };
        if options.rows.rows.is_some() {
            return Err(Failure::usage(format!("{flag} and --rows cannot be used together")));
        }
        if options.format == Some(Format::Raw) {
            let what = format!("{flag} and -o raw cannot be used together: each page has its body");
            return Err(Failure::usage(what).help("Use `-o json`, or `-o ndjson` for each item."));
        }
        let streams = options.format == Some(Format::Ndjson) && options.jq.is_none();
        let streams = streams && options.as_rows.is_none();
        Ok(Some(Wanted { limit: limit.unwrap_or(u64::MAX), streams }))
    }

    /// Checks that the arguments name no page, and sets the size of one.
    ///
    /// # Errors
    ///
    /// Fails if they name a page, or if the items are not selected.
    pub(crate) fn check(
        self,
        paging: &Paging<'_>,
        arguments: &mut Arguments,
        asked: &Selection,
    ) -> Result<(), Failure> {
        for name in ["pageNumber", "cursor", "after"] {
            if arguments.value(name).is_some() {
                let what =
                    format!("--all and --limit begin with the first page, and `{name}` names one");
                return Err(Failure::usage(what).help(format!("Leave out `{name}`.")));
            }
        }
        if let Some(list) = paging.list
            && asked.iter().all(|(name, _)| name != list)
        {
            let what = format!("--all and --limit list `{}`, which is not selected", plain(list));
            return Err(
                Failure::usage(what).help(format!("Add it to `--fields`: `{}.id`.", plain(list)))
            );
        }
        if arguments.value(&paging.size.name).is_none() {
            let size = SIZE.min(self.limit);
            arguments.set(paging.size.name.clone(), paging.size.ty.clone(), size.into());
        }
        Ok(())
    }
}
