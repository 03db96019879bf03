// The current Apollo Server with graphql-js 16 over any schema, with an answer to everything. It prints its port.
//
// Usage: node mock.js SCHEMA [--no-introspection]
const fs = require("fs");
const { createServer } = require("http");
const { ApolloServer, HeaderMap } = require("@apollo/server");
const { buildSchema } = require("graphql");
const { fieldResolver, resolve } = require("../apollo/mocks");

const [file, flag] = process.argv.slice(2);
const server = new ApolloServer({
  schema: resolve(buildSchema(fs.readFileSync(file, "utf8"))),
  fieldResolver,
  introspection: flag !== "--no-introspection",
  includeStacktraceInErrorResponses: false,
});

async function answer(request, response) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers)) headers.set(name, String(value));
  const text = Buffer.concat(chunks).toString();
  const { status, headers: told, body } = await server.executeHTTPGraphQLRequest({
    httpGraphQLRequest: { method: request.method, headers, search: "", body: text && JSON.parse(text) },
    context: async () => ({}),
  });
  response.writeHead(status || 200, Object.fromEntries(told));
  response.end(body.string);
}

server.start().then(() => {
  const listener = createServer((request, response) => {
    answer(request, response).catch((error) => response.writeHead(500).end(String(error)));
  });
  listener.listen(0, "127.0.0.1", () => console.log(listener.address().port));
});
// Whoever started it ends it by closing its standard input.
process.stdin.resume();
process.stdin.on("end", () => process.exit(0));
