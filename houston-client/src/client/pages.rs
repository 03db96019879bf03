//! Answers page by page.

use futures_util::Stream;

use super::Client;
use crate::error::Error;
use crate::request::Operation;

impl Client {
    /// Sends one operation for each page, and returns the answers as a stream. It ends after the page for which `next`
    /// finds no cursor, or after an error. A page is requested when it is asked for.
    ///
    /// `operation` creates the request of a page from the cursor: `None` for the first one. `next` reads the cursor of
    /// the next page from an answer. A cursor is whatever the server pages by:
    ///
    /// - Houston from 0.30 on: `take` and `cursor`, the id of the last item, or `pageNumber`. Its last page is empty or
    ///   short.
    /// - Relay connections: `first` and `after`, with `pageInfo.endCursor` as long as `pageInfo.hasNextPage` is true.
    ///
    /// ```
    /// # use futures_util::TryStreamExt as _;
    /// # use houston_client::{Client, Error, request::Operation};
    /// # struct User { id: String }
    /// # async fn all<O: Operation<Output = Vec<User>>>(
    /// #     client: &Client,
    /// #     users: impl Fn(Option<String>) -> O,
    /// # ) -> Result<Vec<User>, Error> {
    /// // users: `|cursor| query::paginated_users().take(100).cursor(cursor)`
    /// let pages = client.pages(users, |page| Some(page.last()?.id.clone()));
    /// let users: Vec<Vec<User>> = pages.try_collect().await?;
    /// # Ok(users.into_iter().flatten().collect())
    /// # }
    /// ```
    ///
    /// # Errors
    ///
    /// An item fails like [`send`](Self::send), and if a page has the same cursor as the page before it: a server that
    /// ignores the cursor would send its first page for ever.
    pub fn pages<O, K, F, N>(
        &self,
        operation: F,
        next: N,
    ) -> impl Stream<Item = Result<O::Output, Error>> + use<O, K, F, N>
    where
        O: Operation,
        K: PartialEq + Clone,
        F: FnMut(Option<K>) -> O,
        N: FnMut(&O::Output) -> Option<K>,
    {
        let first = Some((self.clone(), operation, next, None));
        futures_util::stream::try_unfold(first, async |pages| {
            let Some((client, mut operation, mut next, cursor)) = pages else { return Ok(None) };
            let page = client.send(operation(cursor.clone())).await?;
            let following = match next(&page) {
                Some(same) if cursor.as_ref() == Some(&same) => return Err(Error::endless()),
                Some(following) => Some((client, operation, next, Some(following))),
                None => None,
            };
            Ok(Some((page, following)))
        })
    }
}

#[cfg(test)]
mod tests;
