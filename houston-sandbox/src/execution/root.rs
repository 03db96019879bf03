//! The root of an operation: one transaction for each field of a mutation, one snapshot for a query, and one event
//! for a subscription.

use std::cell::OnceCell;
use std::rc::Rc;

use apollo_compiler::executable::OperationType;
use apollo_compiler::resolvers::{FieldError, ObjectValue, ResolveInfo, ResolvedValue};
use jiff::Timestamp;
use serde_json::Value;

use crate::Error;
use crate::accounts::caller::Caller;
use crate::error::refusal::Refusal;
use crate::execution::budget::Budget;
use crate::execution::object::{Context, arguments, complete};
use crate::platform::fault::{Effect, Fate};
use crate::platform::ledger::Executed;
use crate::platform::{Administrator, Platform};
use crate::resolvers::call::{Call, Read};
use crate::resolvers::operations;
use crate::resolvers::operations::Operation;
use crate::resolvers::output::{Answer, Output};
use crate::store::{Changes, Deployment, Health, RoleBinding, Rows};

/// The value of a subscription's field with these arguments, or null.
pub(crate) type Event<'e> = dyn Fn(&str, &Value) -> Answer + 'e;

/// The initial value of an execution.
pub(crate) struct Root<'s> {
    platform: &'s Platform,
    token: Option<&'s str>,
    operation_type: OperationType,
    fate: &'s Fate,
    budget: &'s Budget,
    event: Option<&'s Event<'s>>,
    /// Shared by all fields of a query, and created by the first.
    context: OnceCell<Rc<Context<'s>>>,
}

impl<'s> Root<'s> {
    pub(crate) fn new(
        platform: &'s Platform,
        token: Option<&'s str>,
        operation_type: OperationType,
        fate: &'s Fate,
        budget: &'s Budget,
        event: Option<&'s Event<'s>>,
    ) -> Self {
        Root { platform, token, operation_type, fate, budget, event, context: OnceCell::new() }
    }

    /// Reads outside of an execution, without checking a permission.
    pub(crate) fn read<T>(
        platform: &'s Platform,
        token: Option<&'s str>,
        arguments: &Value,
        run: impl FnOnce(&Read<'_>) -> Result<T, Refusal>,
    ) -> Result<T, Refusal> {
        let (fate, budget) = (Fate::default(), Budget::new());
        let root = Root::new(platform, token, OperationType::Query, &fate, &budget, None);
        run(&root.new_context(platform.clock.now())?.call(arguments))
    }

    /// Runs an operation, unless a fault stops it. Returns its value and the context for the fields of the value.
    fn run(&self, name: &str, arguments: &Value) -> Result<(Output, Rc<Context<'s>>), Refusal> {
        if self.operation_type == OperationType::Subscription {
            // Its events are not calls.
            return self.execute(name, arguments, &[], &mut None);
        }
        let effects = self.platform.faults.strike(name);
        if !self.fate.before(&effects) {
            return Err(Refusal::internal("a fault stopped this field"));
        }
        if effects.contains(&Effect::NoBindings) {
            return Err(Refusal::internal("Cannot read property 'roleBindings' of undefined"));
        }
        let mut account = None;
        let result = self.execute(name, arguments, &effects, &mut account);
        self.platform.ledger.add(Executed {
            operation: name.to_owned(),
            arguments: arguments.clone(),
            account,
            refusal: result.as_ref().err().map(|refusal| refusal.message().to_owned()),
        });
        self.fate.after(&effects);
        match result {
            Ok(_) if effects.contains(&Effect::ErrorAfter) => Err(Refusal::fault()),
            Ok((_, context)) if effects.contains(&Effect::Null) => {
                Ok((Output::Json(Value::Null), context))
            }
            result => result,
        }
    }

    /// `account` becomes the caller's id.
    fn execute(
        &self,
        name: &str,
        arguments: &Value,
        effects: &[Effect],
        account: &mut Option<String>,
    ) -> Result<(Output, Rc<Context<'s>>), Refusal> {
        match operations::find(name).ok_or_else(Refusal::not_found)? {
            Operation::Read(run) => {
                let context = match self.context.get() {
                    Some(context) => context,
                    None => {
                        let new = self.new_context(self.platform.clock.now())?;
                        self.context.get_or_init(|| new)
                    }
                };
                *account = context.caller.id();
                context.caller.check(&context.rows, name, arguments)?;
                let value = run(&context.call(arguments))?;
                Ok((value, Rc::clone(context)))
            }
            Operation::Write(run) => {
                // An error drops it, and with it everything that was written.
                let changes = self.platform.store.changes()?;
                let now = self.platform.clock.now();
                let caller = self.identify(&changes, now)?;
                *account = caller.id();
                caller.check(&changes, name, arguments)?;
                let value = run(&Call { now, rows: &changes, caller: &caller, arguments })?;
                for effect in effects {
                    match effect {
                        Effect::RepointBinding => repoint(&changes, &caller, value.id())?,
                        Effect::Becomes(status) => {
                            let named = arguments["deploymentUuid"].as_str().map(str::to_owned);
                            turn(&changes, value.id().or(named), *status)?;
                        }
                        _ => {}
                    }
                }
                changes.commit()?;
                Ok((value, self.new_context(now)?))
            }
            Operation::Stream(_) => {
                // Over HTTP the server answers a subscription with null and no error.
                let value = match self.event {
                    Some(event) => event(name, arguments)?,
                    None => Output::Json(Value::Null),
                };
                let context = self.new_context(self.platform.clock.now())?;
                if !value.is_null() {
                    context.caller.check(&context.rows, name, arguments)?;
                }
                Ok((value, context))
            }
        }
    }

    fn new_context(&self, now: Timestamp) -> Result<Rc<Context<'s>>, Error> {
        let store = &self.platform.store;
        let rows = store.snapshot()?;
        let caller = self.identify(&rows, now)?;
        let fate = self.event.is_none().then_some(self.fate);
        Ok(Rc::new(Context { store, now, rows, caller, fate, budget: self.budget }))
    }

    fn identify(&self, rows: &impl Rows, now: Timestamp) -> Result<Caller, Error> {
        let Administrator { id, token } = &self.platform.administrator;
        Caller::identify(rows, self.token, (id, token), now)
    }
}

/// Removes the roles of a service account, except in the object that it just created: older servers kept only one.
fn repoint(changes: &Changes, caller: &Caller, entity: Option<String>) -> Result<(), Error> {
    if !matches!(caller, Caller::ServiceAccount(_)) {
        return Ok(());
    }
    for binding in caller.bindings(changes)? {
        if binding.workspace_id != entity && binding.deployment_id != entity {
            changes.remove::<RoleBinding>(&binding.id)?;
        }
    }
    Ok(())
}

/// Sets what a deployment becomes. Another object does not change.
fn turn(changes: &Changes, id: Option<String>, status: Health) -> Result<(), Error> {
    if let Some(mut row) = id.map(|id| changes.get::<Deployment>(&id)).transpose()?.flatten() {
        row.becomes = status;
        changes.put(&row)?;
    }
    Ok(())
}

impl ObjectValue for Root<'_> {
    fn type_name(&self) -> &str {
        match self.operation_type {
            OperationType::Query => "Query",
            OperationType::Mutation => "Mutation",
            OperationType::Subscription => "Subscription",
        }
    }

    fn resolve_field<'a>(
        &'a self,
        info: &'a ResolveInfo<'a>,
    ) -> Result<ResolvedValue<'a>, FieldError> {
        if self.budget.is_spent() {
            // A later field of a mutation does not run, and the answer is replaced.
            return Err(Refusal::not_found().into());
        }
        let run = self.run(info.field_name(), &arguments(info));
        let (value, context) = run.map_err(|refusal| self.budget.error(refusal))?;
        self.budget.field(info);
        Ok(complete(&context, 1, info.schema(), &info.field_definition().ty, value))
    }
}
