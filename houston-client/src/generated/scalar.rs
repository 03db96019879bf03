// Made by `cargo xtask codegen`: run it again instead of editing.

//! Scalars: each a type of its own, so that one kind of id is not taken for another.
use crate::runtime as rt;
rt::date_time_scalar! {
    #[doc =
    " A time in ISO 8601, UTC, with milliseconds: `2021-04-02T12:15:36.929Z`. The server does not check it."]
    DateTime
}
rt::opaque_scalar! {
    #[doc = " An identifier: opaque text."] ID
}
rt::opaque_scalar! {
    #[doc =
    " An identifier: the same values as Uuid and ID, under a third name. Opaque text."]
    Id
}
rt::opaque_scalar! {
    #[doc =
    " An identifier of 25 characters such as `ck35y9uf44y8l0a19cmwd1x8x`, seldom a real UUID. Opaque text."]
    Uuid
}
