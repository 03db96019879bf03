//! What the compiler says when a caller is wrong. The texts are of the pinned compiler.

#[test]
fn compile_errors_say_what_to_do() {
    trybuild::TestCases::new().compile_fail("ui/*.rs");
}
