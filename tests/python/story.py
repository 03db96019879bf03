"""The story of an automation, told with gql as people use it.

Usage: HOUSTON_TOKEN=… python story.py URL
"""

import json
import os
import sys

from gql import Client, gql
from gql.transport.exceptions import TransportQueryError
from gql.transport.requests import RequestsHTTPTransport


# What Houston's generation does not know is not asked for.
OLD = {"input_value_deprecation": False}


def client(token):
    transport = RequestsHTTPTransport(url=sys.argv[1], headers={"Authorization": token})
    # The schema is read from the server, and every document is checked against it.
    return Client(transport=transport, fetch_schema_from_transport=True, introspection_args=OLD)


def ask(session, text, **variables):
    document = gql(text)
    document.variable_values = variables
    return session.execute(document)


with client(os.environ["HOUSTON_TOKEN"]) as administrator:
    made = ask(
        administrator,
        'mutation { createSystemServiceAccount(label: "gql", role: SYSTEM_ADMIN) { apiKey } }',
    )
with client(made["createSystemServiceAccount"]["apiKey"]) as robot:
    made = ask(robot, 'mutation { createWorkspace(label: "gql") { id } }')
    workspace = made["createWorkspace"]["id"]
    create = """
        mutation ($workspaceUuid: Uuid!, $config: JSON) {
          createDeployment(workspaceUuid: $workspaceUuid, type: "airflow", label: "etl", config: $config) { id }
        }
    """
    config = {"executor": "LocalExecutor"}
    ask(robot, create, workspaceUuid=workspace, config=config)
    try:
        ask(robot, create, workspaceUuid=workspace, config=config)
        sys.exit("the label was given twice")
    except TransportQueryError as error:
        assert error.errors[0]["message"].startswith("Workspace already has a deployment named etl"), error
    found = ask(
        robot,
        "query ($w: Uuid!) { workspaceDeployments(workspaceUuid: $w) { label config } }",
        w=workspace,
    )
    print(json.dumps(found["workspaceDeployments"], separators=(",", ":")))
