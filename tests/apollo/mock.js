// Apollo Server over any schema, with an answer to everything. It prints its port.
//
// Usage: node mock.js FOLDER SCHEMA [--no-introspection]
const fs = require("fs");
const { fieldResolver, resolve } = require("./mocks");
const { serve } = require("./serve");

const [folder, file, flag] = process.argv.slice(2);
const allows = () => flag !== "--no-introspection";
serve(folder, fs.readFileSync(file, "utf8"), { fieldResolver, resolved: resolve, allows });
