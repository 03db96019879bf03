use houston_tests::fixture::{mutation, object::deployment};

fn main() {
    let _ = mutation::create_deployment().r#type("airflow").workspace_uuid("ck0").select(deployment::id);
}
