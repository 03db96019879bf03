// Reads a server's introspection with graphql-js 14.6 and 16, and compares it with the schema's text.
//
// Usage: node introspection.js URL SCHEMA
const fs = require("fs");

const [url, file] = process.argv.slice(2);
const text = fs.readFileSync(file, "utf8");

async function ask(query) {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query }),
  });
  const { data, errors } = await response.json();
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}

// Each library's own words for a schema, in order: what is unreachable is left out of neither.
function print(library, schema) {
  return library.printSchema(library.lexicographicSortSchema(schema));
}

(async () => {
  for (const name of ["graphql", "graphql-16"]) {
    const library = require(name);
    const read = library.buildClientSchema(await ask(library.getIntrospectionQuery()));
    const [found, meant] = [read, library.buildSchema(text)].map((schema) => print(library, schema));
    if (found !== meant) {
      const [a, b] = [found, meant].map((one) => one.split("\n"));
      const at = a.findIndex((line, index) => line !== b[index]);
      throw new Error(`${name}: line ${at + 1}: ${a[at]} | ${b[at]}`);
    }
    console.log(`${name} ${require(`${name}/package.json`).version}: ${Object.keys(read.getTypeMap()).length} types`);
  }
})().catch((error) => {
  console.error(error);
  process.exit(1);
});
