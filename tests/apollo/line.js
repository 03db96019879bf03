// A Houston of one line that keeps state, so that a story can be told: its schema is one of tests/schemas/lines, and
// lines.json has what else differs. It prints its port. Sign in as admin@example.com with the password `houston`.
//
// Usage: node line.js LINE [--introspection on|off|token]
const fs = require("fs");
const path = require("path");
const lines = require("./lines.json");
const { fieldResolver } = require("./line/fields");
const { Platform } = require("./line/platform");
const { serve } = require("./serve");

const [line, , introspection = "on"] = process.argv.slice(2);
const platform = new Platform(line, lines[line]);
const caller = (headers) => platform.caller((headers.authorization || "").replace(/^Bearer /, ""));
const schema = path.join(__dirname, "../schemas/lines", `${line}.graphql`);
serve(path.join(__dirname, "..", lines[line].folder), fs.readFileSync(schema, "utf8"), {
  fieldResolver,
  allows: (headers) => introspection === "on" || (introspection === "token" && Boolean(caller(headers))),
  context: (headers) => ({ platform, caller: caller(headers) }),
});
