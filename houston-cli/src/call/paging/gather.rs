//! Asks for page after page, and keeps or prints what is new in each.

use std::cell::RefCell;
use std::collections::{BTreeMap, HashSet};
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::pin::pin;
use std::sync::Arc;

use futures_util::StreamExt as _;
use houston_client::Selection;
use houston_client::arguments::Arguments;
use houston_client::request::Request;
use serde::Deserialize;
use serde_json::Value;
use serde_json::value::RawValue;

use super::{By, Page, Paging, Wanted};
use crate::answer::envelope::json;
use crate::answer::pretty::compact;
use crate::call::attempt::Attempt;
use crate::call::diagnosis::diagnose;
use crate::call::watch::Watch;
use crate::call::{Call, Sent};
use crate::failure::{Exit, Failure};
use crate::terminal::output;

/// How many bytes are kept until they are printed.
const ROOM: usize = 256 << 20;

/// How many pages are asked for.
const MOST: u64 = 10_000;

/// What came so far.
struct Gathered<'g> {
    paging: &'g Paging<'g>,
    wanted: Wanted,
    asked: &'g Selection,
    /// Whether something was selected that was not asked for.
    adds: bool,
    /// How many items a full page has; none if the server sends all items at once.
    size: Option<u64>,
    /// Whether the first page has fewer items than it was asked for: it has all of them, or the server caps its pages.
    is_capped: bool,
    /// The items that were not printed yet.
    items: Vec<String>,
    bytes: usize,
    count: u64,
    pages: u64,
    /// What the last page has beside its items, and how many items it says there are.
    beside: BTreeMap<String, String>,
    counted: Option<u64>,
    /// The ids of all items, or else all pages, as hashes.
    seen: HashSet<u64>,
    /// Why nothing more is asked for.
    halt: Option<Failure>,
}

impl Gathered<'_> {
    /// Takes a page that was asked for with this cursor, and returns that of the next one. The same one again says that the
    /// server would never end.
    fn take(&mut self, text: &str, cursor: Option<&Value>) -> Option<Value> {
        self.pages += 1;
        let paging = self.paging;
        let page = match json(paging.read(text)) {
            Ok(page) => page,
            Err(failure) => {
                self.halt = Some(failure);
                return None;
            }
        };
        let is_new = self.add(&page, text);
        self.counted = page.counted().or(self.counted);
        self.beside = page
            .beside
            .iter()
            .map(|(name, value)| (name.clone(), value.get().to_owned()))
            .collect();
        if self.bytes > ROOM {
            let what = format!("the items of all pages are more than {} MiB", ROOM >> 20);
            let next =
                "Print each page as it comes with `-o ndjson`, or take fewer with `--limit`.";
            self.halt = Some(Failure::new(Exit::Partial, what).help(next));
            return None;
        }
        if page.items.is_empty() || self.count >= self.wanted.limit {
            return None;
        }
        if self.pages >= MOST {
            let what = format!("there are more than {MOST} pages");
            let next = "Give larger pages, or take fewer items with `--limit`.";
            self.halt = Some(Failure::new(Exit::Partial, what).help(next));
            return None;
        }
        let length = page.items.len() as u64;
        let is_short = match self.size {
            Some(size) if self.pages == 1 => {
                self.is_capped = length < size;
                self.size = Some(length.min(size));
                false
            }
            size => size.is_none_or(|size| length < size),
        };
        match paging.by {
            By::PageInfo => Info::of(&page).and_then(Info::next),
            _ if is_short => None,
            // A server that counts from 1 sends its first page again.
            By::Number if !is_new && self.pages == 2 => Some(Value::from(2)),
            By::Number if is_new => {
                Some(Value::from(cursor.and_then(Value::as_u64).unwrap_or_default() + 1))
            }
            By::Id if is_new => page.items.last().and_then(|item| id(item)),
            // A server that knows no pages has sent all there is.
            _ if self.is_capped => None,
            By::Number | By::Id => cursor.cloned(),
        }
    }

    /// Adds the items that are new, and says whether there are any.
    fn add(&mut self, page: &Page<'_>, text: &str) -> bool {
        let is_new_page = self.paging.has_id || self.see(text);
        let mut is_new = is_new_page && !self.paging.has_id;
        for item in &page.items {
            let identity = id(item).filter(|_| self.paging.has_id);
            let is_known = match identity {
                Some(id) => !self.see(&id.to_string()),
                None => !is_new_page,
            };
            if is_known {
                continue;
            }
            is_new = true;
            if self.count < self.wanted.limit {
                let text = self.shown(item);
                self.count += 1;
                self.bytes += text.len() + size_of::<String>();
                self.items.push(text);
            }
        }
        is_new
    }

    /// Whether something was not seen before.
    fn see(&mut self, text: &str) -> bool {
        let mut hasher = DefaultHasher::new();
        text.hash(&mut hasher);
        self.seen.insert(hasher.finish())
    }

    /// An item without what was not asked for.
    fn shown(&self, item: &RawValue) -> String {
        let of = match self.paging.list {
            Some(list) => self.asked.iter().find(|(name, _)| *name == list).map(|(_, of)| of),
            None => Some(self.asked),
        };
        match (of, serde_json::from_str::<Value>(item.get())) {
            (Some(of), Ok(value)) if self.adds => of.of(&value).to_string(),
            _ => item.get().to_owned(),
        }
    }

    /// The answer, as one page would have it.
    fn whole(&self) -> Result<Box<RawValue>, Failure> {
        let items = format!("[{}]", self.items.join(","));
        let Some(list) = self.paging.list else { return json(RawValue::from_string(items)) };
        let fields = self.asked.iter().filter_map(|(name, _)| {
            let value = if name == list { &items } else { self.beside.get(name)? };
            Some(format!("{}:{value}", Value::from(name)))
        });
        json(RawValue::from_string(format!("{{{}}}", fields.collect::<Vec<_>>().join(","))))
    }
}

/// The id of an item.
fn id(item: &RawValue) -> Option<Value> {
    #[derive(Deserialize)]
    struct Identified {
        id: Option<Value>,
    }
    serde_json::from_str::<Identified>(item.get()).ok()?.id
}

/// What a connection says of its pages.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Info {
    end_cursor: Option<Value>,
    has_next_page: Option<bool>,
}

impl Info {
    fn of(page: &Page<'_>) -> Option<Info> {
        serde_json::from_str(page.beside.get("pageInfo")?.get()).ok()
    }

    fn next(self) -> Option<Value> {
        self.end_cursor.filter(|cursor| self.has_next_page == Some(true) && !cursor.is_null())
    }
}

impl Call<'_> {
    /// Asks for all pages, and returns them as one answer. If they are printed as they come, the answer has no items.
    ///
    /// # Errors
    ///
    /// Fails if the platform is not set, a signal arrives first, or a page does not come.
    pub(crate) fn send_pages(
        &self,
        paging: &Paging<'_>,
        wanted: Wanted,
        arguments: &Arguments,
        asked: &Selection,
    ) -> Result<Sent, Failure> {
        let selection = paging.selection(asked);
        let gathered = RefCell::new(Gathered {
            paging,
            wanted,
            asked,
            adds: selection != *asked,
            size: paging.size_of(arguments),
            is_capped: false,
            items: Vec::new(),
            bytes: 0,
            count: 0,
            pages: 0,
            beside: BTreeMap::new(),
            counted: None,
            seen: HashSet::new(),
            halt: None,
        });
        let sent = self
            .sending(&Attempt::default(), self.gather(paging, arguments, &selection, &gathered))?;
        let gathered = gathered.into_inner();
        match sent {
            Sent::Failed { failure, .. } if gathered.count > 0 => {
                let what = match wanted.streams {
                    true => format!("{} items were printed before.", gathered.count),
                    false => format!("{} items came before, and are not printed.", gathered.count),
                };
                Err(failure.detail(what))
            }
            Sent::Failed { failure, .. } => Err(failure),
            Sent::Answered { .. } => {
                let missing = gathered
                    .counted
                    .filter(|all| *all > gathered.count && gathered.count < wanted.limit);
                if let Some(all) = missing {
                    output::note(format_args!(
                        "note: the server counts {all}, and {} came",
                        gathered.count
                    ));
                }
                let text = gathered.whole()?;
                Ok(Sent::Answered { text, body: String::new(), failure: None })
            }
        }
    }

    async fn gather(
        &self,
        paging: &Paging<'_>,
        arguments: &Arguments,
        selection: &Selection,
        gathered: &RefCell<Gathered<'_>>,
    ) -> Result<Sent, Failure> {
        let line = self.line()?;
        let at = RefCell::new(None);
        let request = |cursor: Option<Value>| {
            let mut arguments = arguments.clone();
            if let Some(cursor) = &cursor {
                let place = paging.place;
                arguments.set(place.name.clone(), place.ty.clone(), cursor.clone());
            }
            *at.borrow_mut() = cursor;
            let request = Request::untyped(self.schema, self.operation, &arguments, selection);
            self.tell_document(&line.signed_in, self.operation, &request);
            request
        };
        #[expect(clippy::borrowed_box, reason = "the client passes what the request returns")]
        let next =
            |page: &Box<RawValue>| gathered.borrow_mut().take(page.get(), at.borrow().as_ref());
        let watch = Watch::of(&self.target, self.options);
        let _told = watch.awaiting();
        let client = line.next();
        let mut pages = pin!(client.pages(request, next));
        while let Some(page) = pages.next().await {
            if let Err(error) = page {
                watch.page(&error);
                let error = Arc::new(error);
                let failure =
                    diagnose(self.schema, self.operation, &line.signed_in, Arc::clone(&error));
                return Ok(Sent::Failed { error, failure });
            }
            let mut gathered = gathered.borrow_mut();
            if gathered.wanted.streams && !gathered.items.is_empty() {
                let items: Vec<String> =
                    gathered.items.drain(..).map(|item| compact(&item)).collect();
                gathered.bytes = 0;
                if !output::streamed(items.join("\n"))? {
                    break;
                }
            }
            if let Some(halt) = gathered.halt.take() {
                return Err(halt);
            }
        }
        let text = json(RawValue::from_string("null".to_owned()))?;
        Ok(Sent::Answered { text, body: String::new(), failure: None })
    }
}
