// Kinds of rows, with the fields that are computed of others. What no row has is null, or a value by its type.

class Row {
  constructor(platform) {
    Object.defineProperty(this, "platform", { value: platform });
  }
}

class User extends Row {
  emails() {
    return [{ address: this.username, primary: true, verified: true }];
  }
  roleBindings() {
    return this.platform.bindings_of({ user: this });
  }
}

class Team extends Row {
  users() {
    return this.members;
  }
  roleBindings() {
    return this.platform.bindings_of({ team: this });
  }
}

class Workspace extends Row {
  users() {
    const users = this.platform.bindings_of({ workspace: this }).map((one) => one.user);
    return [...new Set(users.filter(Boolean))];
  }
  teams() {
    return this.platform.bindings_of({ workspace: this }).map((one) => one.team).filter(Boolean);
  }
  roleBindings() {
    return this.platform.bindings_of({ workspace: this });
  }
  deployments() {
    return this.platform.alive().filter((one) => one.workspace === this);
  }
  serviceAccounts() {
    return this.platform.accounts.filter((one) => one.workspace === this && !one.deployment);
  }
  invites() {
    return [];
  }
}

class Deployment extends Row {
  // The work that a change begins is done when the third one looks.
  begin() {
    this.looks = 2;
    this.updatedAt = new Date().toISOString();
    return this;
  }
  deploymentStatus() {
    const status = this.looks > 0 ? "DEPLOYING" : "HEALTHY";
    this.looks -= 1;
    return { status, result: { status } };
  }
  environmentVariables() {
    return this.variables.map((one) => ({ ...one, value: one.isSecret ? "" : one.value }));
  }
  upsertedEnvironmentVariables() {
    return this.environmentVariables();
  }
  urls() {
    return [{ type: "airflow", url: `https://deployments.houston.example.com/${this.releaseName}/airflow` }];
  }
  roleBindings() {
    return this.platform.bindings_of({ deployment: this });
  }
  users() {
    return this.platform.bindings_of({ deployment: this }).map((one) => one.user).filter(Boolean);
  }
  serviceAccounts() {
    return this.platform.accounts.filter((one) => one.deployment === this);
  }
  clusterId() {
    return this.cluster && this.cluster.id;
  }
  alertEmails() {
    return this.properties.alert_emails || [];
  }
}

class Account extends Row {
  roleBindings() {
    return this.platform.bindings_of({ account: this });
  }
  roleBinding() {
    return this.roleBindings()[0];
  }
  entityType() {
    if (this.deployment) return "DEPLOYMENT";
    return this.workspace ? "WORKSPACE" : "SYSTEM";
  }
  entityUuid() {
    const entity = this.deployment || this.workspace;
    return entity ? entity.id : null;
  }
}

class Binding extends Row {
  serviceAccount() {
    return this.account || null;
  }
}

class Cluster extends Row {}

module.exports = { Account, Binding, Cluster, Deployment, Row, Team, User, Workspace };
