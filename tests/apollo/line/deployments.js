// Workspaces, Deployments, variables, images, and what the platform says of itself.
const { refuse } = require("./platform");
const { Deployment, Workspace } = require("./rows");

const RELEASES = [
  { version: "12.1.1", airflowVersion: "2.10.5", channel: "stable", airflowDatabaseMigrations: true },
  { version: "13.0.0", airflowVersion: "2.11.0", channel: "stable", airflowDatabaseMigrations: true },
];

// Arguments that become fields of a Deployment under their own names.
const FIELDS = ["label", "description", "executor", "runtimeVersion", "airflowVersion", "mode", "type"];
FIELDS.push("dagDeployment", "scheduler", "webserver", "workers", "triggerer", "image", "namespace", "version");

const given = (args, names) => Object.fromEntries(names.filter((name) => args[name] !== undefined).map((name) => [name, args[name]]));

function changed(deployment, args, platform) {
  Object.assign(deployment, given(args, FIELDS));
  if (args.properties) deployment.properties = args.properties;
  if (args.config) deployment.config = { ...deployment.config, ...args.config };
  if (args.executor) deployment.config = { ...deployment.config, executor: args.executor };
  if (args.environmentVariables) replace(deployment, args.environmentVariables);
  const release = RELEASES.find((one) => one.version === deployment.runtimeVersion);
  if (release) deployment.runtimeAirflowVersion = release.airflowVersion;
  if (args.clusterId) deployment.cluster = platform.find("clusters", args.clusterId);
  return deployment.begin();
}

// An empty secret keeps its stored value.
function replace(deployment, variables) {
  const stored = (key) => deployment.variables.find((one) => one.key === key && one.isSecret);
  deployment.variables = variables.map(({ key, value, isSecret = false }) => {
    const old = isSecret && !value ? stored(key) : undefined;
    return { key, value: old ? old.value : value, isSecret };
  });
}

function create(args, platform, caller) {
  const workspace = platform.find("workspaces", args.workspaceUuid);
  if (workspace.deployments().some((one) => one.label === args.label)) {
    refuse(`Workspace already has a deployment named ${args.label}`, "BAD_USER_INPUT");
  }
  const count = platform.deployments.length + 1;
  const values = { workspace, releaseName: `quiet-comet-${1000 + count}`, variables: [], properties: {}, type: "airflow" };
  values.config = { executor: "CeleryExecutor" };
  values.runtimeVersion = platform.isFrom("0.29") ? RELEASES[0].version : undefined;
  values.cluster = platform.isFrom("1.0") ? platform.clusters[0] : undefined;
  const deployment = platform.add("deployments", Deployment, values);
  if (caller.user) platform.bind("DEPLOYMENT_ADMIN", { deployment, user: caller.user });
  return changed(deployment, args, platform);
}

const one = (platform, args) => platform.find("deployments", args.deploymentUuid);

// What a list is narrowed to.
const named = (list, name) => (name ? list.filter((one) => one.releaseName === name) : list);

function override(id, value, platform) {
  const row = platform.overrides.get(id) || { id: platform.id(), config: {} };
  const config = { ...row.config, ...value };
  Object.keys(config).forEach((key) => config[key] === "DELETE_KEY" && delete config[key]);
  platform.overrides.set(id, { ...row, config });
  return platform.overrides.get(id);
}

function forget(id, platform) {
  const row = platform.overrides.get(id) || refuse("The requested resource was not found", "RESOURCE_NOT_FOUND");
  platform.overrides.delete(id);
  return { ...row, deletedAt: new Date().toISOString() };
}

module.exports = {
  appConfig: (_, platform) => ({
    version: platform.version,
    baseDomain: "houston.example.com",
    smtpConfigured: false,
    manualReleaseNames: false,
    featureFlags: { astroRuntimeEnabled: true, upsertDeploymentEnabled: platform.isFrom("1.0") },
  }),

  workspaces: ({ label }, platform) => platform.workspaces.filter((one) => !label || one.label === label),
  sysWorkspaces: (_, platform) => platform.workspaces,
  paginatedWorkspaces: ({ take = 20, pageNumber = 1 }, platform) => platform.workspaces.slice((pageNumber - 1) * take, pageNumber * take),
  workspace: ({ workspaceUuid }, platform) => platform.find("workspaces", workspaceUuid),
  createWorkspace({ label, description = null }, platform, { user }) {
    if (platform.isFrom("2.0") && platform.workspaces.some((one) => one.label === label)) {
      refuse("There is already another workspace with this label");
    }
    const workspace = platform.add("workspaces", Workspace, { label, description });
    if (user) platform.bind("WORKSPACE_ADMIN", { workspace, user });
    return workspace;
  },
  updateWorkspace: ({ workspaceUuid, payload }, platform) =>
    Object.assign(platform.find("workspaces", workspaceUuid), given(payload, ["label", "description"])),
  deleteWorkspace: ({ workspaceUuid }, platform) => platform.remove("workspaces", platform.find("workspaces", workspaceUuid)),

  deployments: ({ releaseName }, platform) => named(platform.alive(), releaseName),
  // `take: -1` is all of them.
  paginatedDeployments: ({ take = 20, pageNumber = 1 }, platform) =>
    take < 0 ? platform.alive() : platform.alive().slice((pageNumber - 1) * take, pageNumber * take),
  workspaceDeployments: ({ workspaceUuid, releaseName }, platform) =>
    named(platform.find("workspaces", workspaceUuid).deployments(), releaseName),
  // It shows deleted ones as well.
  workspaceDeployment: ({ workspaceUuid, releaseName }, platform) =>
    platform.find("deployments", (one) => one.workspace.id === workspaceUuid && one.releaseName === releaseName),
  deployment: ({ where: { id, releaseName } }, platform) =>
    platform.find("deployments", (one) => !one.deletedAt && (id ? one.id === id : one.releaseName === releaseName)),
  createDeployment: create,
  updateDeployment(args, platform) {
    const { payload = {}, ...rest } = args;
    const deployment = one(platform, args);
    // Without them, they are reset.
    deployment.properties = { ...deployment.properties, extra_au: undefined, ...payload.properties };
    return changed(deployment, { ...rest, ...given(payload, ["label", "description", "version"]) }, platform);
  },
  upsertDeployment(args, platform, caller) {
    if (args.deploymentUuid) return changed(one(platform, args), args, platform);
    if (args.workspaceUuid || !args.releaseName) return create(args, platform, caller);
    const found = platform.alive().find((deployment) => deployment.releaseName === args.releaseName);
    return changed(found || refuse(`No deployment exists with releaseName: ${args.releaseName}`), args, platform);
  },
  deleteDeployment: (args, platform) => Object.assign(one(platform, args), { deletedAt: new Date().toISOString() }),
  deploymentAlertsUpdate(args, platform) {
    const deployment = one(platform, args);
    deployment.properties = { ...deployment.properties, alert_emails: args.alertEmails };
    return deployment;
  },

  // 0.16 finds them by the release name.
  deploymentVariables: (args, platform) =>
    (args.deploymentUuid
      ? one(platform, args)
      : platform.find("deployments", (row) => row.releaseName === args.releaseName)
    ).environmentVariables(),
  updateDeploymentVariables(args, platform) {
    const deployment = one(platform, args).begin();
    const bad = args.environmentVariables.find(({ key }) => !/^(?=.*[A-Z0-9])[A-Z_][A-Z0-9_]*$/.test(key));
    if (bad) refuse(`Invalid Environment Variable Key: ${bad.key} (use alphanumeric and underscores)`);
    replace(deployment, args.environmentVariables);
    return deployment.environmentVariables();
  },

  runtimeReleases: ({ airflowVersion }) => RELEASES.filter((one) => !airflowVersion || one.airflowVersion === airflowVersion),
  updateDeploymentImage(args, platform) {
    const found = platform.alive().find((deployment) => deployment.releaseName === args.releaseName);
    const deployment = found || refuse("The requested resource was not found", "RESOURCE_NOT_FOUND");
    return changed(deployment, given(args, ["image", "runtimeVersion", "airflowVersion"]), platform);
  },
  updateDeploymentRuntime: (args, platform) => Object.assign(one(platform, args), given(args, ["desiredRuntimeVersion"])),
  updateDeploymentAirflow: (args, platform) => Object.assign(one(platform, args), given(args, ["desiredAirflowVersion"])),
  cancelRuntimeUpdate: (args, platform) => Object.assign(one(platform, args), { desiredRuntimeVersion: one(platform, args).runtimeVersion }),

  clusters: (_, platform) => platform.clusters,
  cluster: ({ id }, platform) => platform.find("clusters", id),
  paginatedClusters: (_, platform) => ({ clusters: platform.clusters }),
  updateCluster({ id, deploymentsConfigOverride, ...rest }, platform) {
    const cluster = platform.find("clusters", id);
    const isChange = rest.name !== undefined || deploymentsConfigOverride !== undefined;
    if (cluster.status === "INACTIVE" && isChange) refuse("This operation is not allowed as the cluster is not active");
    // The part `deployments` is replaced as a whole, and may be left out around it.
    const { deployments = deploymentsConfigOverride } = deploymentsConfigOverride || {};
    if (deploymentsConfigOverride !== undefined) cluster.configOverride = { deployments };
    return Object.assign(cluster, given(rest, ["name", "status", "statusReason"]));
  },
  updateDeploymentConfig: (args, platform) => override(one(platform, args).id, args.deploymentsConfigOverride, platform),
  deleteDeploymentConfig: (args, platform) => forget(one(platform, args).id, platform),
  updateWorkspaceDeploymentsConfig: (args, platform) =>
    override(platform.find("workspaces", args.workspaceUuid).id, args.deploymentsConfigOverride, platform),
  deleteWorkspaceDeploymentsConfig: (args, platform) => forget(platform.find("workspaces", args.workspaceUuid).id, platform),
};
