// Serves a schema with Apollo Server and prints the port: that of Houston 0.16's generation, with graphql-js 14, or the
// current one with graphql-js 16, by the folder that has it installed.
const { createServer } = require("http");
const { createRequire } = require("module");
const { resolve } = require("path");

// Two servers that differ in introspection alone: `allows` decides which of them a request meets.
function serve(folder, text, { fieldResolver, resolved = (schema) => schema, allows, context = () => ({}) }) {
  const load = createRequire(resolve(folder) + "/");
  // As it is: to definitions, Apollo Server adds some of its own.
  const schema = resolved(load("graphql").buildSchema(text));
  const options = (introspection) => ({ schema, fieldResolver, introspection, context: ({ req }) => context(req.headers) });
  const isOld = folder.endsWith("apollo");
  const listener = isOld ? old(load, options, allows) : current(load, options, allows, context);
  listener.listen(0, "127.0.0.1", () => console.log(listener.address().port));
  // The process that started it ends it by closing its standard input.
  process.stdin.resume();
  process.stdin.on("end", () => process.exit(0));
}

function old(load, options, allows) {
  const { ApolloServer } = load("apollo-server-express");
  const app = load("express")();
  const [closed, open] = [false, true].map((introspection) =>
    new ApolloServer(options(introspection)).getMiddleware({ path: "/v1", bodyParserConfig: { limit: "10mb" } }),
  );
  app.use((request, response, next) => (allows(request.headers) ? open : closed)(request, response, next));
  return createServer(app);
}

function current(load, options, allows, context) {
  const { ApolloServer, HeaderMap } = load("@apollo/server");
  const started = [false, true].map((introspection) => {
    const server = new ApolloServer({ ...options(introspection), includeStacktraceInErrorResponses: false });
    return server.start().then(() => server);
  });
  const answer = async (request, response) => {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const headers = new HeaderMap();
    for (const [name, value] of Object.entries(request.headers)) headers.set(name, String(value));
    const text = Buffer.concat(chunks).toString();
    const server = await started[allows(request.headers) ? 1 : 0];
    const { status, headers: told, body } = await server.executeHTTPGraphQLRequest({
      httpGraphQLRequest: { method: request.method, headers, search: "", body: text && JSON.parse(text) },
      context: async () => context(request.headers),
    });
    response.writeHead(status || 200, Object.fromEntries(told));
    response.end(body.string);
  };
  return createServer((request, response) => {
    answer(request, response).catch((error) => response.writeHead(500).end(String(error)));
  });
}

module.exports = { serve };
