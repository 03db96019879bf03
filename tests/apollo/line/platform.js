// What a platform holds: rows of a few kinds, and how they are found.
const { randomBytes } = require("crypto");
const { Account, Binding, Cluster, Deployment, Team, User, Workspace } = require("./rows");

// A refusal, as Houston words it.
function refuse(message, code = "INTERNAL_SERVER_ERROR") {
  throw Object.assign(new Error(message), { extensions: { code } });
}

class Platform {
  constructor(line, { version, habits, refusal }) {
    Object.assign(this, { line, version, habits, refusal, count: 0, tokens: new Map(), overrides: new Map() });
    for (const kind of ["users", "workspaces", "deployments", "accounts", "teams", "clusters", "bindings"]) this[kind] = [];
    const admin = this.add("users", User, { username: "admin@example.com", fullName: "Ada", password: "houston", status: "active" });
    this.bind("SYSTEM_ADMIN", { user: admin });
    this.add("clusters", Cluster, { name: "main", status: "ACTIVE", k8sVersion: "1.31", cloudProvider: "aws", config: {}, configOverride: {} });
    this.add("teams", Team, { name: "engineers", provider: "okta", members: [admin] });
  }

  // Whether it is of this version or a later one.
  isFrom(version) {
    const [a, b] = [this.version, version].map((text) => text.split(".").map(Number));
    return a[0] !== b[0] ? a[0] > b[0] : a[1] >= b[1];
  }

  id() {
    this.count += 1;
    return `ck0${this.line.replace(".", "x")}peer`.padEnd(25 - 4, "0") + String(this.count).padStart(4, "0");
  }

  add(kind, Row, values) {
    const now = new Date().toISOString();
    const row = Object.assign(new Row(this), { id: this.id(), createdAt: now, updatedAt: now }, values);
    this[kind].push(row);
    return row;
  }

  bind(role, ends) {
    return this.add("bindings", Binding, { role, ...ends });
  }

  bindings_of(ends) {
    return this.bindings.filter((one) => Object.entries(ends).every(([end, row]) => one[end] === row));
  }

  unbind(ends) {
    const found = this.bindings_of(ends);
    this.bindings = this.bindings.filter((one) => !found.includes(one));
    return found[0] || refuse("The role binding does not exist for this user", "BAD_USER_INPUT");
  }

  // The row with this id, or of another condition.
  find(kind, condition) {
    const matches = typeof condition === "function" ? condition : (row) => row.id === condition;
    return this[kind].find(matches) || refuse("The requested resource was not found", "RESOURCE_NOT_FOUND");
  }

  remove(kind, row) {
    this[kind] = this[kind].filter((one) => one !== row);
    this.bindings = this.bindings.filter((one) => !Object.values(one).includes(row));
    return row;
  }

  alive() {
    return this.deployments.filter((one) => !one.deletedAt);
  }

  // A token of a user, as Houston writes them, but for the signature.
  token(user) {
    const part = (value) => Buffer.from(typeof value === "string" ? value : JSON.stringify(value)).toString("base64url");
    const iat = Math.floor(Date.now() / 1000);
    const payload = { uuid: user.id, iat, exp: iat + 24 * 3600 };
    const value = [{ alg: "RS256", typ: "JWT" }, payload, randomBytes(8).toString("hex")].map(part).join(".");
    this.tokens.set(value, { user });
    return { value, payload };
  }

  account(role, ends, { label, category }) {
    const apiKey = randomBytes(16).toString("hex");
    const account = this.add("accounts", Account, { label, category: category || null, apiKey, active: true, ...ends });
    this.tokens.set(apiKey, { account });
    this.bind(role, { account, ...ends });
    return account;
  }

  caller(token) {
    const caller = this.tokens.get(token);
    if (!caller || (caller.account && !this.accounts.includes(caller.account))) return undefined;
    const ends = caller.user ? { user: caller.user } : { account: caller.account };
    return { ...caller, isSystem: this.bindings_of(ends).some((one) => one.role.startsWith("SYSTEM_")) };
  }
}

module.exports = { Platform, refuse };
