// The story of an automation, told with graphql-request as people use it.
//
// Usage: HOUSTON_TOKEN=… node story.js URL
const { GraphQLClient, gql } = require("graphql-request");

const url = process.argv[2];
const as = (token) => new GraphQLClient(url, { headers: { authorization: token } });

(async () => {
  const administrator = as(process.env.HOUSTON_TOKEN);
  const { createSystemServiceAccount: account } = await administrator.request(gql`
    mutation {
      createSystemServiceAccount(label: "graphql-request", role: SYSTEM_ADMIN) { apiKey }
    }
  `);
  const robot = as(account.apiKey);
  const { createWorkspace: workspace } = await robot.request(
    gql`
      mutation ($label: String!) {
        createWorkspace(label: $label) { id }
      }
    `,
    { label: "graphql-request" },
  );
  const create = gql`
    mutation ($workspaceUuid: Uuid!, $label: String!, $config: JSON) {
      createDeployment(workspaceUuid: $workspaceUuid, type: "airflow", label: $label, config: $config) { id label }
    }
  `;
  const variables = { workspaceUuid: workspace.id, label: "etl", config: { executor: "LocalExecutor" } };
  await robot.request(create, variables);
  // The label is taken: an error that the client shows.
  const again = await robot.request(create, variables).catch((error) => error);
  const said = again.response.errors[0];
  if (again.response.status !== 200 || !said.message.startsWith("Workspace already has a deployment named etl")) {
    throw new Error(JSON.stringify(again.response));
  }
  const { workspaceDeployments: found } = await robot.request(
    gql`
      query ($workspaceUuid: Uuid!) {
        workspaceDeployments(workspaceUuid: $workspaceUuid) { label config }
      }
    `,
    { workspaceUuid: workspace.id },
  );
  console.log(JSON.stringify(found));
})().catch((error) => {
  console.error(error);
  process.exit(1);
});
