// Follows the log of a deployment with subscriptions-transport-ws' own client, and prints the first three records.
//
// Usage: HOUSTON_TOKEN=… node follow.js URL DEPLOYMENT
const { SubscriptionClient } = require("subscriptions-transport-ws");
const WebSocket = require("ws");

const [url, deployment] = process.argv.slice(2);
const connectionParams = { authorization: process.env.HOUSTON_TOKEN };
const client = new SubscriptionClient(url, { connectionParams }, WebSocket);

const fail = (why) => {
  console.error(why);
  process.exit(1);
};
const query = `
  subscription ($deployment: Uuid!) {
    log(deploymentUuid: $deployment) { component message }
  }
`;
let seen = 0;
const { unsubscribe } = client.request({ query, variables: { deployment } }).subscribe({
  next({ data, errors }) {
    if (errors) fail(JSON.stringify(errors));
    console.log(`${data.log.component}: ${data.log.message}`);
    seen += 1;
    if (seen === 3) {
      unsubscribe();
      client.close();
    }
  },
  error: fail,
  complete: () => fail("the log ended"),
});
client.onError((error) => fail(error.message));
