//! `RoleBinding`: whose role it is, and in what.

use super::{Derived, referred};
use crate::{
    call::Read,
    store::{Kind, Row},
};

pub(super) fn derive(field: &str, row: &Row, call: &Read<'_>) -> Derived {
    match field {
        "user" => referred(call, Kind::Users, &row["userId"]),
        "serviceAccount" => referred(call, Kind::ServiceAccounts, &row["serviceAccountId"]),
        "workspace" => referred(call, Kind::Workspaces, &row["workspaceId"]),
        "deployment" => referred(call, Kind::Deployments, &row["deploymentId"]),
        _ => Ok(None),
    }
}
