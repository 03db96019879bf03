// A server of subscriptions with a library of others. It prints its port, and then every message that it sends.
//
// Usage: node socket.js FOLDER subscriptions-transport-ws|graphql-ws
const { createServer } = require("http");
const { createRequire } = require("module");
const { resolve } = require("path");

const [folder, library] = process.argv.slice(2);
const load = createRequire(resolve(folder) + "/");
const { buildSchema, execute, subscribe } = load("graphql");
const ws = load("ws");

const schema = buildSchema(`
  type Query { hello: String }
  type Tick { number: Int, text: String, share: Float, tags: [String] }
  type Subscription { ticks(to: Int!, failing: Int): Tick, endless: Int }
`);

const texts = ["", "plain", "\u00e4\u20ac\ud83d\ude80", 'quotes " and \\', "line\nfeed\u0000\u2028", "x".repeat(70000)];

function tick(number) {
  const tags = number % 2 ? null : ["a", null];
  return { number, text: texts[number % texts.length], share: number / 3, tags };
}

async function* ticks({ to, failing }) {
  for (let number = 0; number < to; number += 1) {
    yield { ticks: number === failing ? () => { throw new Error("tick failed"); } : tick(number) };
  }
}

async function* endless() {
  for (let number = 0; ; number += 1) {
    yield { endless: number };
    await new Promise((done) => setTimeout(done, 20));
  }
}

const fields = schema.getSubscriptionType().getFields();
fields.ticks.subscribe = (_, values) => ticks(values);
fields.endless.subscribe = () => endless();

const isAllowed = (params) => params && params.authorization === "let-me-in";
const http = createServer((_, response) => response.writeHead(404).end());
const server = new ws.Server({ noServer: true, handleProtocols: (all) => choose([...all]) });
const choose = (offered) => offered.find((name) => name === ours) || false;
let ours;

if (library === "graphql-ws") {
  ours = "graphql-transport-ws";
  const { useServer } = load("graphql-ws/use/ws");
  useServer({ schema, onConnect: ({ connectionParams }) => isAllowed(connectionParams) }, server, 100);
} else {
  ours = "graphql-ws";
  const { SubscriptionServer } = load("subscriptions-transport-ws");
  const options = { schema, execute, subscribe, onConnect: isAllowed, keepAlive: 100 };
  SubscriptionServer.create(options, server);
}

http.on("upgrade", (request, stream, head) => {
  if (request.url !== "/ws") return stream.end("HTTP/1.1 400 Bad Request\r\n\r\n");
  server.handleUpgrade(request, stream, head, (socket) => {
    const send = socket.send.bind(socket);
    socket.send = (text, ...rest) => {
      console.log(text);
      return send(text, ...rest);
    };
    socket.on("message", (text) => console.log(`> ${text}`));
    socket.on("close", (code) => console.log(`closed ${code}`));
    server.emit("connection", socket, request);
  });
});
http.listen(0, "127.0.0.1", () => console.log(http.address().port));
process.stdin.resume().on("end", () => process.exit());
