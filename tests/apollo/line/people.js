// Users, teams, roles and keys.
const { refuse } = require("./platform");
const { Team, User } = require("./rows");

// The first user that all given search terms fit.
const fits = (user, { email, username, fullName, userId, userUuid } = {}) =>
  [email || username, userId || userUuid].every((term, at) => !term || term === [user.username, user.id][at]) &&
  (!fullName || user.fullName === fullName);

const by_email = (platform, email) => platform.users.find((one) => one.username === email);
const team_of = (platform, { teamUuid }) => platform.find("teams", teamUuid);
const workspace_of = (platform, { workspaceUuid }) => platform.find("workspaces", workspaceUuid);
const deployment_of = (platform, { deploymentId, deploymentUuid }) => platform.find("deployments", deploymentId || deploymentUuid);

function user_of(platform, { email, userId, userUuid }) {
  return platform.find("users", (one) => one.id === (userId || userUuid) || one.username === email);
}

// Sets the role of a user or a team in a workspace or a Deployment.
function set(platform, role, ends) {
  const [binding] = platform.bindings_of(ends);
  if (!binding) refuse("The requested resource was not found", "RESOURCE_NOT_FOUND");
  return Object.assign(binding, { role });
}

function add(platform, role, ends) {
  if (platform.bindings_of(ends).some((one) => one.role === role)) refuse("A duplicate role binding already exists", "BAD_USER_INPUT");
  return platform.bind(role, ends);
}

// A key is shown for ten minutes, and with six characters from then on.
function remove_account(platform, { serviceAccountUuid }) {
  return platform.remove("accounts", platform.find("accounts", serviceAccountUuid));
}

const account_of = (platform, { serviceAccountUuid }) => platform.find("accounts", serviceAccountUuid);

function update_account(platform, args) {
  const account = account_of(platform, args);
  const { label = account.label, category = account.category, role } = args.payload;
  if (role) account.roleBindings().forEach((binding) => Object.assign(binding, { role }));
  return Object.assign(account, { label, category });
}

const signed_in = (platform, user) => ({ user, isAdmin: false, permissions: {}, token: () => platform.token(user) });

module.exports = {
  authConfig: () => ({ localEnabled: true, publicSignup: false, initialSignup: false, providers: [] }),
  self: (_, platform, { user }) => (user ? signed_in(platform, user) : { user: null, isAdmin: false, permissions: {} }),
  createToken({ identity, password }, platform) {
    const user = by_email(platform, identity) || refuse("The requested resource was not found", "RESOURCE_NOT_FOUND");
    if (user.password !== password) refuse("Invalid password and username combination");
    return signed_in(platform, user);
  },
  createUser({ email, password, username }, platform, caller) {
    if (!caller) refuse("Public sign ups are disabled, a valid inviteToken is required", "PUBLIC_SIGNUPS_DISABLED");
    if (by_email(platform, email)) refuse("Email address in use", "DUPLICATE_EMAIL");
    const user = platform.add("users", User, { username: email, fullName: username || "", password, status: "pending" });
    return { ...signed_in(platform, user), token: null };
  },
  verifyEmail: ({ email }, platform) => Boolean(Object.assign(user_of(platform, { email }), { status: "active" })),
  users: ({ user }, platform) => platform.users.filter((one) => fits(one, user || {})),
  removeUser: (args, platform) => platform.remove("users", user_of(platform, args)),
  createSystemRoleBinding: (args, platform) => add(platform, args.role, { user: user_of(platform, args) }),
  deleteSystemRoleBinding: ({ role, ...args }, platform) => platform.unbind({ role, user: user_of(platform, args) }),

  workspaceUsers: ({ user, ...args }, platform) => workspace_of(platform, args).users().filter((one) => fits(one, user || {})),
  paginatedWorkspaceUsers: (args, platform) => workspace_of(platform, args).users(),
  workspaceUser: ({ user, ...args }, platform) => workspace_of(platform, args).users().find((one) => fits(one, user)) || null,
  workspaceAddUser({ email, role, ...args }, platform) {
    const workspace = workspace_of(platform, args);
    // An address that is not known gets an invitation, unless it is bypassed.
    let user = by_email(platform, email);
    if (!user && args.bypassInvite) user = platform.add("users", User, { username: email, fullName: "", status: "pending" });
    if (user) platform.bind(role, { workspace, user });
    return workspace;
  },
  workspaceUpdateUserRole: ({ role, ...args }, platform) =>
    set(platform, role, { workspace: workspace_of(platform, args), user: user_of(platform, args) }).role,
  workspaceUpsertUserRole({ role, ...args }, platform) {
    const ends = { workspace: workspace_of(platform, args), user: user_of(platform, args) };
    const known = platform.bindings_of(ends);
    known.length ? Object.assign(known[0], { role }) : platform.bind(role, ends);
    // With more than one binding, it is set and not told.
    return known.length > 1 ? null : role;
  },
  workspaceRemoveUser(args, platform) {
    const workspace = workspace_of(platform, args);
    platform.unbind({ workspace, user: user_of(platform, args) });
    return workspace;
  },
  deploymentUsers: ({ user, ...args }, platform) => deployment_of(platform, args).users().filter((one) => fits(one, user || {})),
  deploymentAddUserRole: ({ role, ...args }, platform) =>
    add(platform, role, { deployment: deployment_of(platform, args), user: user_of(platform, args) }),
  deploymentUpdateUserRole: ({ role, ...args }, platform) =>
    set(platform, role, { deployment: deployment_of(platform, args), user: user_of(platform, args) }),
  deploymentRemoveUserRole: (args, platform) =>
    platform.unbind({ deployment: deployment_of(platform, args), user: user_of(platform, args) }),

  createSystemServiceAccount: (args, platform) => platform.account(args.role, {}, args),
  createWorkspaceServiceAccount: (args, platform) => platform.account(args.role, { workspace: workspace_of(platform, args) }, args),
  createDeploymentServiceAccount: (args, platform) => platform.account(args.role, { deployment: deployment_of(platform, args) }, args),
  workspaceServiceAccounts: (args, platform) => workspace_of(platform, args).serviceAccounts(),
  deploymentServiceAccounts: (args, platform) => deployment_of(platform, args).serviceAccounts(),
  workspaceServiceAccount: (args, platform) => account_of(platform, args),
  deploymentServiceAccount: (args, platform) => account_of(platform, args),
  updateWorkspaceServiceAccount: (args, platform) => update_account(platform, args),
  updateDeploymentServiceAccount: (args, platform) => update_account(platform, args),
  deleteSystemServiceAccount: (args, platform) => remove_account(platform, args),
  deleteWorkspaceServiceAccount: (args, platform) => remove_account(platform, args),
  deleteDeploymentServiceAccount: (args, platform) => remove_account(platform, args),

  team: (args, platform) => team_of(platform, args),
  teamUsers: (args, platform) => team_of(platform, args).users(),
  paginatedTeams: (_, platform) => ({ count: platform.teams.length, teams: platform.teams }),
  createTeam({ name, description, provider = "local", userIds = [] }, platform) {
    const members = userIds.map((id) => platform.find("users", id));
    return { team: platform.add("teams", Team, { name, description, provider, members }), message: "created" };
  },
  updateTeam({ id, name, newName, description, ...args }, platform) {
    const team = platform.find("teams", (one) => one.id === id || (!id && one.name === name));
    const users = (ids) => (ids || []).map((user) => platform.find("users", user));
    const members = args.teamUserIds ? users(args.teamUserIds) : [...team.members, ...users(args.addUserIds)];
    const gone = users(args.removeUserIds);
    Object.assign(team, { members: members.filter((one) => !gone.includes(one)), name: newName || team.name });
    return { team: Object.assign(team, description === undefined ? {} : { description }), message: "updated" };
  },
  removeTeam: ({ teamUuid, name }, platform) =>
    platform.remove("teams", platform.find("teams", (one) => (teamUuid ? one.id === teamUuid : one.name === name))),
  createTeamSystemRoleBinding: (args, platform) => add(platform, args.role, { team: team_of(platform, args) }),
  deleteTeamSystemRoleBinding: (args, platform) => platform.unbind({ role: args.role, team: team_of(platform, args) }),
  workspaceTeams: (args, platform) => workspace_of(platform, args).teams(),
  workspaceAddTeam(args, platform) {
    const workspace = workspace_of(platform, args);
    add(platform, args.role, { workspace, team: team_of(platform, args) });
    return workspace;
  },
  workspaceUpdateTeamRole: (args, platform) =>
    set(platform, args.role, { workspace: workspace_of(platform, args), team: team_of(platform, args) }).role,
  workspaceRemoveTeam(args, platform) {
    const workspace = workspace_of(platform, args);
    platform.unbind({ workspace, team: team_of(platform, args) });
    return workspace;
  },
  // A Deployment that is not known has none.
  deploymentTeams: ({ deploymentUuid }, platform) =>
    platform.bindings.filter((one) => one.team && one.deployment && one.deployment.id === deploymentUuid).map((one) => one.team),
  deploymentAddTeamRole: (args, platform) =>
    add(platform, args.role, { deployment: deployment_of(platform, args), team: team_of(platform, args) }),
  deploymentUpdateTeamRole: (args, platform) =>
    set(platform, args.role, { deployment: deployment_of(platform, args), team: team_of(platform, args) }),
  deploymentRemoveTeamRole: (args, platform) =>
    platform.unbind({ deployment: deployment_of(platform, args), team: team_of(platform, args) }),
};
