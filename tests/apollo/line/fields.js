// The value of every field: what the operations do, what the rows hold, and for everything else a value by its type.
const mocks = require("../mocks");
const deployments = require("./deployments");
const habits = require("./habits");
const people = require("./people");
const { refuse } = require("./platform");
const { Row } = require("./rows");

const operations = { ...deployments, ...people };

const PUBLIC = ["appConfig", "authConfig", "confirmEmail", "createToken", "createUser"];
PUBLIC.push("forgotPassword", "resendConfirmation", "resetPassword");
// Lists of the whole platform need a role of it.
const SYSTEM = ["deployments", "invites", "paginatedDeployments", "sysWorkspaces", "users"];

function root(args, context, info) {
  const { platform, caller } = context;
  const name = info.fieldName;
  const isAllowed = PUBLIC.includes(name) || (caller && (caller.isSystem || !SYSTEM.includes(name)));
  if (!isAllowed) refuse(...platform.refusal);
  const run = operations[name];
  return run ? run(args, platform, caller) : mocks.fieldResolver({}, args, context, info);
}

function field(source, args, context, info) {
  const value = source[info.fieldName];
  if (typeof value === "function") return source[info.fieldName](args);
  if (value !== undefined) return value;
  const isNonNull = info.returnType.constructor.name === "GraphQLNonNull";
  return source instanceof Row && !isNonNull ? null : mocks.fieldResolver(source, args, context, info);
}

const roots = ["Query", "Mutation", "Subscription"];

function fieldResolver(source, args, context, info) {
  const isRoot = roots.includes(info.parentType.name);
  const value = () => (isRoot ? root(args, context, info) : field(source, args, context, info));
  return context.platform.habits ? habits.of(value, source, context, info) : value();
}

module.exports = { fieldResolver };
