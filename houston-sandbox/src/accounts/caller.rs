//! The account that sends a request, and its permissions.

use houston_schema::{Rule, Word};
use jiff::Timestamp;
use serde_json::Value;

use crate::Error;
use crate::accounts::jwt;
use crate::accounts::permission::Permissions;
use crate::error::refusal::Refusal;
use crate::store::{
    Account, Deployment, Entity, Index, RoleBinding, Row, Rows, ServiceAccount, User,
};

/// The account that sends a request: the owner of its token.
pub(crate) enum Caller {
    /// No token, or an invalid one.
    Anonymous,
    User(Row<User>),
    ServiceAccount(Row<ServiceAccount>),
}

/// The roles of an account in one entity.
pub(crate) struct Roles(Vec<String>);

impl Roles {
    pub(crate) fn hold(&self, role: &str) -> bool {
        self.0.iter().any(|one| one == role)
    }

    pub(crate) fn may(&self, permission: &str) -> bool {
        self.0.iter().any(|role| Permissions::get().grants(role, permission))
    }
}

impl Caller {
    /// The account that the roles belong to.
    pub(crate) fn account(&self) -> Option<Account<'_>> {
        match self {
            Caller::Anonymous => None,
            Caller::User(user) => Some(Account::User(&user.id)),
            Caller::ServiceAccount(account) => Some(Account::ServiceAccount(&account.id)),
        }
    }

    /// The id of the account.
    pub(crate) fn id(&self) -> Option<String> {
        self.account().map(|account| account.id().to_owned())
    }

    /// Finds the account of a token: the administrator with this id and token, a service account with this key, or the
    /// user of a valid JWT.
    pub(crate) fn identify(
        rows: &impl Rows,
        token: Option<&str>,
        administrator: (&str, &str),
        now: Timestamp,
    ) -> Result<Caller, Error> {
        let caller = match token {
            Some(token) if token == administrator.1 => rows.get(administrator.0)?.map(Caller::User),
            Some(token) if token.len() == 32 && !token.contains('.') => {
                rows.find(ServiceAccount::API_KEY, token)?.pop().map(Caller::ServiceAccount)
            }
            Some(token) => match jwt::user(rows, token, now)? {
                Some(id) => rows.get(&id)?.map(Caller::User),
                None => None,
            },
            None => None,
        };
        Ok(caller.unwrap_or(Caller::Anonymous))
    }

    pub(crate) fn is_signed_in(&self) -> bool {
        !matches!(self, Caller::Anonymous)
    }

    /// All role bindings of the account. A creator has one for each workspace and deployment, which can be many.
    pub(crate) fn bindings(&self, rows: &impl Rows) -> Result<Vec<Row<RoleBinding>>, Error> {
        match self.account() {
            Some(Account::User(id)) => rows.find(RoleBinding::USER, id),
            Some(Account::ServiceAccount(id)) => rows.find(RoleBinding::SERVICE_ACCOUNT, id),
            None => Ok(Vec::new()),
        }
    }

    /// Returns the roles that apply in an entity.
    ///
    /// A role in a workspace gives the role of the same level in each of its deployments. Until 0.22 the server derived
    /// deployment bindings in this way; since then it stores them. The sandbox still derives them.
    pub(crate) fn roles(&self, rows: &impl Rows, entity: Entity<'_>) -> Result<Roles, Error> {
        let Some(account) = self.account() else {
            return Ok(Roles(Vec::new()));
        };
        let held = |index: Index<RoleBinding>, entity: &str| {
            let mut bindings = rows.find(index, entity)?;
            bindings.retain(|binding| binding.is_of(account));
            let roles = bindings.into_iter().map(|binding| binding.fields.role);
            Ok::<Vec<String>, Error>(roles.collect())
        };
        let mut roles = Vec::new();
        match entity {
            Entity::System => {
                roles.extend(held(RoleBinding::SYSTEM, account.id())?);
                roles.push("USER".to_owned());
            }
            Entity::Workspace(id) => roles.extend(held(RoleBinding::WORKSPACE, id)?),
            Entity::Deployment(id) => {
                roles.extend(held(RoleBinding::DEPLOYMENT, id)?);
                let deployment: Row<Deployment> = rows.get(id)?.unwrap_or_default();
                for role in held(RoleBinding::WORKSPACE, &deployment.workspace_id)? {
                    roles.push(role.replace("WORKSPACE_", "DEPLOYMENT_"));
                    roles.push(role);
                }
            }
        }
        Ok(Roles(roles))
    }

    /// Refuses unless the caller is allowed to run the operation on the objects in its arguments.
    pub(crate) fn check(
        &self,
        rows: &impl Rows,
        operation: &str,
        arguments: &Value,
    ) -> Result<(), Refusal> {
        let allowed = match Permissions::get().rule(operation) {
            Rule::Word(Word::Public) => true,
            Rule::Word(Word::SignedIn) => self.is_signed_in(),
            Rule::AnyOf(permissions) => {
                let named = |argument: &str| arguments[argument].as_str();
                let deployment = named("deploymentUuid").or(named("deploymentId"));
                let workspace = named("workspaceUuid").map(Entity::Workspace);
                let entity = workspace.or(deployment.map(Entity::Deployment));
                let system = self.roles(rows, Entity::System)?;
                let local = entity.map(|entity| self.roles(rows, entity)).transpose()?;
                permissions.iter().any(|permission| {
                    let is_system = permission.starts_with("system.");
                    let roles = if is_system { Some(&system) } else { local.as_ref() };
                    roles.is_some_and(|roles| roles.may(permission))
                })
            }
        };
        if allowed { Ok(()) } else { Err(Refusal::not_allowed()) }
    }
}
