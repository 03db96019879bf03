//! Files that are damaged: the store's library panics over some of them.

use std::{
    any::Any,
    cell::Cell,
    panic::{self, AssertUnwindSafe},
    sync::Once,
};

thread_local! {
    /// Whether a panic of this thread is about to be caught, so that nobody needs to read it.
    static IS_EXPECTED: Cell<bool> = const { Cell::new(false) };
}

/// Runs something that may panic over what it reads, and gives the panic's text in that case. Nothing is printed.
pub(crate) fn caught<T>(work: impl FnOnce() -> T) -> Result<T, String> {
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        let print = panic::take_hook();
        panic::set_hook(Box::new(move |panic| {
            if !IS_EXPECTED.get() {
                print(panic);
            }
        }));
    });
    IS_EXPECTED.set(true);
    // What was half done is dropped with the database.
    let done = panic::catch_unwind(AssertUnwindSafe(work));
    IS_EXPECTED.set(false);
    done.map_err(|panic| text(&*panic).to_owned())
}

fn text(panic: &(dyn Any + Send)) -> &str {
    let text = panic.downcast_ref::<String>().map(String::as_str);
    text.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or("it cannot be read")
}
