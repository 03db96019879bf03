// Apollo Server 2.14.3 in Express 4.17.1, as Houston's generation has them, over Houston's schema: to be compared with
// the sandbox. It prints its port.
//
// Usage: node server.js SCHEMA
const fs = require("fs");
const express = require("express");
const { ApolloServer } = require("apollo-server-express");

const refuse = () => {
  throw new Error("Insufficient permissions.");
};

const server = new ApolloServer({
  typeDefs: fs.readFileSync(process.argv[2], "utf8"),
  resolvers: {
    Query: {
      appConfig: () => ({ version: "0.23.12", baseDomain: "sandbox.localhost" }),
      self: refuse,
      workspaces: refuse,
      workspace: refuse,
      users: refuse,
    },
    Mutation: { createWorkspace: refuse, deleteWorkspace: refuse },
  },
  introspection: true,
  playground: true,
});

const app = express();
server.applyMiddleware({ app, path: "/v1" });
const listener = app.listen(0, "127.0.0.1", () => console.log(listener.address().port));
// Whoever started it ends it by closing its standard input.
process.stdin.resume();
process.stdin.on("end", () => process.exit(0));
