// Apollo Server 2.14.3 with graphql-js 14.6.0, as Houston 0.16 locks them, over any schema, with an answer to everything.
// It prints its port.
//
// Usage: node mock.js SCHEMA [--no-introspection]
const fs = require("fs");
const express = require("express");
const { ApolloServer } = require("apollo-server-express");
const { buildSchema } = require("graphql");
const { fieldResolver, resolve } = require("./mocks");

const [file, flag] = process.argv.slice(2);
const server = new ApolloServer({
  // As it is: to definitions, Apollo Server adds some of its own.
  schema: resolve(buildSchema(fs.readFileSync(file, "utf8"))),
  fieldResolver,
  introspection: flag !== "--no-introspection",
});

const app = express();
server.applyMiddleware({ app, path: "/v1", bodyParserConfig: { limit: "10mb" } });
const listener = app.listen(0, "127.0.0.1", () => console.log(listener.address().port));
// Whoever started it ends it by closing its standard input.
process.stdin.resume();
process.stdin.on("end", () => process.exit(0));
