// A value for every field that no resolver gives, by its type alone: for graphql-js 14 and 16, without either.

const texts = {
  Boolean: true,
  DateTime: "2021-04-02T12:15:36.929Z",
  Float: 1.5,
  Int: 7,
  JSON: { executor: "LocalExecutor" },
};

function mock(type) {
  switch (type.constructor.name) {
    case "GraphQLNonNull":
      return mock(type.ofType);
    case "GraphQLList":
      return [mock(type.ofType)];
    case "GraphQLEnumType":
      return type.getValues()[0].value;
    case "GraphQLScalarType":
      return texts[type.name] === undefined ? "ck0mock0000000000000001" : texts[type.name];
    default:
      return {};
  }
}

const refuse = () => {
  throw new Error("Insufficient permissions.");
};

const resolvers = {
  AppConfig: { version: () => "0.23.12" },
  Mutation: { deleteWorkspace: refuse },
};

module.exports = {
  // Whatever is asked has an answer…
  fieldResolver: (source, args, context, info) => mock(info.returnType),
  // …but for what nobody may do, and for the version.
  resolve: (schema) => {
    for (const [type, fields] of Object.entries(resolvers)) {
      const known = schema.getType(type) ? schema.getType(type).getFields() : {};
      for (const [field, resolve] of Object.entries(fields)) {
        if (known[field]) known[field].resolve = resolve;
      }
    }
    return schema;
  },
};
