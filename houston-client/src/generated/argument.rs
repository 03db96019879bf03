// Made by `cargo xtask codegen`: run it again instead of editing.

//! Names of required arguments, for the types of builders.
use crate::runtime as rt;
#[derive(Clone, Debug)]
pub enum billing_email {}
#[derive(Clone, Debug)]
pub enum deployment_id {}
#[derive(Clone, Debug)]
pub enum deployment_uuid {}
#[derive(Clone, Debug)]
pub enum desired_airflow_version {}
#[derive(Clone, Debug)]
pub enum email {}
#[derive(Clone, Debug)]
pub enum entity_type {}
#[derive(Clone, Debug)]
pub enum entity_uuid {}
#[derive(Clone, Debug)]
pub enum environment_variables {}
#[derive(Clone, Debug)]
pub enum extra_days {}
#[derive(Clone, Debug)]
pub enum invite_uuid {}
#[derive(Clone, Debug)]
pub enum is_suspended {}
#[derive(Clone, Debug)]
pub enum label {}
#[derive(Clone, Debug)]
pub enum metric_type {}
#[derive(Clone, Debug)]
pub enum password {}
#[derive(Clone, Debug)]
pub enum payload {}
#[derive(Clone, Debug)]
pub enum release_name {}
#[derive(Clone, Debug)]
pub enum release_name_2 {}
#[derive(Clone, Debug)]
pub enum role {}
#[derive(Clone, Debug)]
pub enum service_account_uuid {}
#[derive(Clone, Debug)]
pub enum state {}
#[derive(Clone, Debug)]
pub enum stripe_customer_id {}
#[derive(Clone, Debug)]
pub enum token {}
#[derive(Clone, Debug)]
pub enum r#type {}
#[derive(Clone, Debug)]
pub enum user {}
#[derive(Clone, Debug)]
pub enum user_id {}
#[derive(Clone, Debug)]
pub enum user_uuid {}
#[derive(Clone, Debug)]
pub enum r#where {}
#[derive(Clone, Debug)]
pub enum workspace_uuid {}
