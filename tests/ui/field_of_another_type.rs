use houston_client::selection;
use houston_tests::fixture::object::{self, workspace};

selection! {
    struct Card on object::Workspace {
        id: String = workspace::id,
        label: String = workspace::label,
    }
}

fn main() {
    let _ = Card::select();
}
