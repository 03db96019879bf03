// Made by `cargo xtask codegen`: run it again instead of editing.

//! What compile errors say of a required argument that is not set.
use crate::runtime as rt;
#[diagnostic::on_unimplemented(
    message = "required argument `billingEmail` is not set",
    label = "call `.billing_email(..)` first",
    note = "the schema declares it non-null without a default"
)]
pub trait billing_email {}
#[diagnostic::do_not_recommend]
impl billing_email for rt::Set {}
#[diagnostic::on_unimplemented(
    message = "required argument `deploymentId` is not set",
    label = "call `.deployment_id(..)` first",
    note = "the schema declares it non-null without a default"
)]
pub trait deployment_id {}
#[diagnostic::do_not_recommend]
impl deployment_id for rt::Set {}
#[diagnostic::on_unimplemented(
    message = "required argument `deploymentUuid` is not set",
    label = "call `.deployment_uuid(..)` first",
    note = "the schema declares it non-null without a default"
)]
pub trait deployment_uuid {}
#[diagnostic::do_not_recommend]
impl deployment_uuid for rt::Set {}
#[diagnostic::on_unimplemented(
    message = "required argument `desiredAirflowVersion` is not set",
    label = "call `.desired_airflow_version(..)` first",
    note = "the schema declares it non-null without a default"
)]
pub trait desired_airflow_version {}
#[diagnostic::do_not_recommend]
impl desired_airflow_version for rt::Set {}
#[diagnostic::on_unimplemented(
    message = "required argument `email` is not set",
    label = "call `.email(..)` first",
    note = "the schema declares it non-null without a default"
)]
pub trait email {}
#[diagnostic::do_not_recommend]
impl email for rt::Set {}
#[diagnostic::on_unimplemented(
    message = "required argument `entityType` is not set",
    label = "call `.entity_type(..)` first",
    note = "the schema declares it non-null without a default"
)]
pub trait entity_type {}
#[diagnostic::do_not_recommend]
impl entity_type for rt::Set {}
#[diagnostic::on_unimplemented(
    message = "required argument `entityUuid` is not set",
    label = "call `.entity_uuid(..)` first",
    note = "the server wants it, although the schema does not say so"
)]
pub trait entity_uuid {}
#[diagnostic::do_not_recommend]
impl entity_uuid for rt::Set {}
#[diagnostic::on_unimplemented(
    message = "required argument `environmentVariables` is not set",
    label = "call `.environment_variables(..)` first",
    note = "the schema declares it non-null without a default"
)]
pub trait environment_variables {}
#[diagnostic::do_not_recommend]
impl environment_variables for rt::Set {}
#[diagnostic::on_unimplemented(
    message = "required argument `extraDays` is not set",
    label = "call `.extra_days(..)` first",
    note = "the schema declares it non-null without a default"
)]
pub trait extra_days {}
#[diagnostic::do_not_recommend]
impl extra_days for rt::Set {}
#[diagnostic::on_unimplemented(
    message = "required argument `inviteUuid` is not set",
    label = "call `.invite_uuid(..)` first",
    note = "the server wants it, although the schema does not say so"
)]
pub trait invite_uuid {}
#[diagnostic::do_not_recommend]
impl invite_uuid for rt::Set {}
#[diagnostic::on_unimplemented(
    message = "required argument `isSuspended` is not set",
    label = "call `.is_suspended(..)` first",
    note = "the schema declares it non-null without a default"
)]
pub trait is_suspended {}
#[diagnostic::do_not_recommend]
impl is_suspended for rt::Set {}
#[diagnostic::on_unimplemented(
    message = "required argument `label` is not set",
    label = "call `.label(..)` first",
    note = "the schema declares it non-null without a default"
)]
pub trait label {}
#[diagnostic::do_not_recommend]
impl label for rt::Set {}
#[diagnostic::on_unimplemented(
    message = "required argument `metricType` is not set",
    label = "call `.metric_type(..)` first",
    note = "the server wants it, although the schema does not say so"
)]
pub trait metric_type {}
#[diagnostic::do_not_recommend]
impl metric_type for rt::Set {}
#[diagnostic::on_unimplemented(
    message = "required argument `password` is not set",
    label = "call `.password(..)` first",
    note = "the schema declares it non-null without a default"
)]
pub trait password {}
#[diagnostic::do_not_recommend]
impl password for rt::Set {}
#[diagnostic::on_unimplemented(
    message = "required argument `payload` is not set",
    label = "call `.payload(..)` first",
    note = "the schema declares it non-null without a default"
)]
pub trait payload {}
#[diagnostic::do_not_recommend]
impl payload for rt::Set {}
#[diagnostic::on_unimplemented(
    message = "required argument `releaseName` is not set",
    label = "call `.release_name(..)` first",
    note = "the schema declares it non-null without a default"
)]
pub trait release_name {}
#[diagnostic::do_not_recommend]
impl release_name for rt::Set {}
#[diagnostic::on_unimplemented(
    message = "required argument `releaseName` is not set",
    label = "call `.release_name(..)` first",
    note = "the server wants it, although the schema does not say so"
)]
pub trait release_name_2 {}
#[diagnostic::do_not_recommend]
impl release_name_2 for rt::Set {}
#[diagnostic::on_unimplemented(
    message = "required argument `role` is not set",
    label = "call `.role(..)` first",
    note = "the schema declares it non-null without a default"
)]
pub trait role {}
#[diagnostic::do_not_recommend]
impl role for rt::Set {}
#[diagnostic::on_unimplemented(
    message = "required argument `serviceAccountUuid` is not set",
    label = "call `.service_account_uuid(..)` first",
    note = "the schema declares it non-null without a default"
)]
pub trait service_account_uuid {}
#[diagnostic::do_not_recommend]
impl service_account_uuid for rt::Set {}
#[diagnostic::on_unimplemented(
    message = "required argument `state` is not set",
    label = "call `.state(..)` first",
    note = "the schema declares it non-null without a default"
)]
pub trait state {}
#[diagnostic::do_not_recommend]
impl state for rt::Set {}
#[diagnostic::on_unimplemented(
    message = "required argument `stripeCustomerId` is not set",
    label = "call `.stripe_customer_id(..)` first",
    note = "the schema declares it non-null without a default"
)]
pub trait stripe_customer_id {}
#[diagnostic::do_not_recommend]
impl stripe_customer_id for rt::Set {}
#[diagnostic::on_unimplemented(
    message = "required argument `token` is not set",
    label = "call `.token(..)` first",
    note = "the schema declares it non-null without a default"
)]
pub trait token {}
#[diagnostic::do_not_recommend]
impl token for rt::Set {}
#[diagnostic::on_unimplemented(
    message = "required argument `type` is not set",
    label = "call `.r#type(..)` first",
    note = "the schema declares it non-null without a default"
)]
pub trait r#type {}
#[diagnostic::do_not_recommend]
impl r#type for rt::Set {}
#[diagnostic::on_unimplemented(
    message = "required argument `user` is not set",
    label = "call `.user(..)` first",
    note = "the schema declares it non-null without a default"
)]
pub trait user {}
#[diagnostic::do_not_recommend]
impl user for rt::Set {}
#[diagnostic::on_unimplemented(
    message = "required argument `userId` is not set",
    label = "call `.user_id(..)` first",
    note = "the schema declares it non-null without a default"
)]
pub trait user_id {}
#[diagnostic::do_not_recommend]
impl user_id for rt::Set {}
#[diagnostic::on_unimplemented(
    message = "required argument `userUuid` is not set",
    label = "call `.user_uuid(..)` first",
    note = "the schema declares it non-null without a default"
)]
pub trait user_uuid {}
#[diagnostic::do_not_recommend]
impl user_uuid for rt::Set {}
#[diagnostic::on_unimplemented(
    message = "required argument `where` is not set",
    label = "call `.r#where(..)` first",
    note = "the schema declares it non-null without a default"
)]
pub trait r#where {}
#[diagnostic::do_not_recommend]
impl r#where for rt::Set {}
#[diagnostic::on_unimplemented(
    message = "required argument `workspaceUuid` is not set",
    label = "call `.workspace_uuid(..)` first",
    note = "the schema declares it non-null without a default"
)]
pub trait workspace_uuid {}
#[diagnostic::do_not_recommend]
impl workspace_uuid for rt::Set {}
