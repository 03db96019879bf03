// Compares introspection's JSON as we write it with that of graphql-js, for the same definitions; and what graphql-js
// prints from either.
//
// usage: node json.js SCHEMA.graphql OURS.json

const assert = require('assert');
const fs = require('fs');
const { buildClientSchema, buildSchema, introspectionFromSchema } = require('graphql');
const { parseValue, print, printSchema, visit } = require('graphql');

const [definitions, answer] = process.argv.slice(2).map((path) => fs.readFileSync(path, 'utf8'));
const ours = JSON.parse(answer);
const schema = buildSchema(definitions);
const theirs = introspectionFromSchema(schema, {
  descriptions: true,
  specifiedByUrl: true,
  directiveIsRepeatable: true,
  schemaDescription: true,
  inputValueDeprecation: true,
  oneOf: true,
});

// Order carries no meaning between types and between directives; what the specification builds in is described by
// nobody but graphql-js, and its own types are in no schema.
const builtIn = ['Boolean', 'Float', 'ID', 'Int', 'String', 'deprecated', 'include', 'oneOf', 'skip', 'specifiedBy'];
const byName = (a, b) => (a.name < b.name ? -1 : 1);
const comparable = ({ __schema: schema }) => ({
  ...schema,
  // graphql-js 16 tells the kind of root types, too.
  queryType: schema.queryType?.name,
  mutationType: schema.mutationType?.name,
  subscriptionType: schema.subscriptionType?.name,
  types: schema.types.filter(({ name }) => !name.startsWith('__') && !builtIn.includes(name)).sort(byName),
  // Directives can be deprecated in a draft of the specification alone.
  directives: schema.directives
    .filter(({ name }) => !builtIn.includes(name))
    .map(({ isDeprecated, deprecationReason, ...directive }) => directive)
    .sort(byName),
});
// `isOneOf` is false where there can be none, and what is null may be left out.
const plain = (value) => {
  if (Array.isArray(value)) return value.map(plain);
  if (!value || typeof value !== 'object') return value;
  const present = Object.entries(value).filter(([key, item]) => (item ?? null) !== null && !(key === 'isOneOf' && !item));
  return Object.fromEntries(present.map(([key, item]) => [key, plain(item)]));
};
// graphql-js writes defaults out again, with the fields of an object in the order of its type.
const sorted = ({ fields, ...object }) => ({
  ...object,
  fields: [...fields].sort((a, b) => (a.name.value < b.name.value ? -1 : 1)),
});
const same = (a, b, key) => {
  if (a === b || key !== 'defaultValue' || !a || !b) return a === b;
  const [one, other] = [a, b].map((text) => print(visit(parseValue(text), { ObjectValue: { leave: sorted } })));
  return one === other;
};
const difference = (a, b, path) => {
  if (!a || !b || typeof a !== 'object' || typeof b !== 'object') {
    return same(a, b, path.split('.').pop()) ? null : `${path}: ${JSON.stringify(a)} | ${JSON.stringify(b)}`;
  }
  for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) {
    const found = difference(a[key], b[key], `${path}.${a[key]?.name ?? key}`);
    if (found) return found;
  }
  return null;
};
assert.strictEqual(difference(plain(comparable(ours)), plain(comparable(theirs)), 'schema'), null);
assert.strictEqual(printSchema(buildClientSchema(ours)), printSchema(buildClientSchema(theirs)));
