//! Which required arguments a builder still lacks, as types.

/// A required argument that has been set. In the type of a complete builder, every required argument is this.
#[derive(Debug)]
pub enum Set {}

/// Required arguments that are all set. Generated builders ask this of the tuple of their required arguments, so that
/// one error of the compiler names all that are missing.
pub trait AllSet {}

impl<A: Required<Before<()>: Nothing>> AllSet for A {}

/// What is missing, if nothing is.
#[diagnostic::on_unimplemented(
    message = "required, but not set: `{Self}`",
    label = "call the setter of each first: `{Self}`"
)]
pub trait Nothing {}

#[diagnostic::do_not_recommend]
impl Nothing for () {}

/// A required argument: [`Set`], or its own type as long as it is missing; or a tuple of these.
pub trait Required {
    /// This one, if it is missing, and then `Rest`.
    type Before<Rest: Missing>: Missing;
}

impl Required for Set {
    type Before<Rest: Missing> = Rest;
}

/// Missing arguments: none, the type of one, or a tuple of several.
pub trait Missing {
    /// `First`, and then these.
    type After<First: Missing>: Missing;
}

impl Missing for () {
    type After<First: Missing> = First;
}

macro_rules! tuples { ($($first:ident $($argument:ident)*;)+) => { $(
    impl<$first: Required, $($argument: Required),*> Required for ($first, $($argument,)*) {
        type Before<Rest: Missing> = tuples!(@before Rest $first $($argument)*);
    }
)+ };
    (@before $rest:ident) => { $rest };
    (@before $rest:ident $first:ident $($more:ident)*) => {
        <$first as Required>::Before<tuples!(@before $rest $($more)*)>
    };
    // The first ones are enough for a text.
    (@missing $first:ident: $($argument:ident)*;) => {
        impl<$($argument),*> Missing for ($($argument,)*) {
            type After<$first: Missing> = Self;
        }
    };
    (@missing $first:ident: $($argument:ident)*; $next:ident $($more:ident)*) => {
        impl<$($argument),*> Missing for ($($argument,)*) {
            type After<$first: Missing> = ($first, $($argument,)*);
        }
        tuples!(@missing $next: $first $($argument)*; $($more)*);
    };
}

tuples! {
    A;
    A B;
    A B C;
    A B C D;
    A B C D E;
    A B C D E F;
    A B C D E F G;
    A B C D E F G H;
    A B C D E F G H I;
    A B C D E F G H I J;
    A B C D E F G H I J K;
    A B C D E F G H I J K L;
}
tuples!(@missing C: A B; D E F G H I J K L);

/// The type of a required argument that is not set.
pub trait Unset {}

impl<A: Unset> Required for A {
    type Before<Rest: Missing> = Rest::After<A>;
}

impl<A: Unset> Missing for A {
    type After<First: Missing> = (First, A);
}

/// Defines the types of required arguments.
#[doc(hidden)]
#[macro_export]
macro_rules! required_arguments { ($($name:ident)*) => { $(
    #[doc = " A required argument of this name that is not set."]
    pub enum $name {}

    impl $crate::runtime::Unset for $name {}
)* } }
