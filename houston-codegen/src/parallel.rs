//! Work on as many threads as there are cores.

use std::num::NonZero;
use std::panic::resume_unwind;
use std::sync::{Mutex, PoisonError};
use std::thread;

/// Calls this function with every item, and returns what it returned, in the order of the items. Each thread takes the
/// next item that is left.
pub(crate) fn map<I, R>(items: I, work: impl Fn(I::Item) -> R + Sync) -> Vec<R>
where
    I: IntoIterator<IntoIter: Send>,
    R: Send,
{
    let left = Mutex::new(items.into_iter().enumerate());
    let next = || left.lock().unwrap_or_else(PoisonError::into_inner).next();
    let share = || -> Vec<(usize, R)> {
        std::iter::from_fn(next).map(|(index, item)| (index, work(item))).collect()
    };
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    let mut done = thread::scope(|scope| {
        let start = |_| thread::Builder::new().spawn_scoped(scope, share);
        // The system may give no more threads.
        let others: Vec<_> = (1..cores).map_while(|other| start(other).ok()).collect();
        let mut done = share();
        for other in others {
            done.extend(other.join().unwrap_or_else(|panic| resume_unwind(panic)));
        }
        done
    });
    done.sort_unstable_by_key(|(index, _)| *index);
    done.into_iter().map(|(_, result)| result).collect()
}

#[cfg(test)]
mod tests {
    #[test]
    fn results_have_the_order_of_the_items() {
        let mut items: Vec<usize> = (0..10_000).collect();
        let doubled = super::map(&mut items, |item| {
            *item += 1;
            *item * 2
        });
        assert_eq!(doubled, (1..=10_000).map(|item| item * 2).collect::<Vec<_>>());
        assert_eq!(items, (1..=10_000).collect::<Vec<_>>());
    }

    #[test]
    #[should_panic(expected = "the item 7")]
    fn a_panic_is_passed_on() {
        super::map(0..10, |item| assert_ne!(item, 7, "the item 7"));
    }
}
