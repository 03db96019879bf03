// Prints the schema that an introspection answer describes, as graphql-js writes it.
//
// usage: node print.js ANSWER.json

const fs = require('fs');
const { buildClientSchema, printSchema } = require('graphql');

const answer = JSON.parse(fs.readFileSync(process.argv[2], 'utf8'));
process.stdout.write(printSchema(buildClientSchema(answer.data || answer)) + '\n');
