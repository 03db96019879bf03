"""Creates the Deployments of a CSV file in shards, and joins their reports.

Each shard is a mapped task. A task that is retried goes on where it stopped, because its journal is in a folder that
outlives the task. The last task joins the reports of all shards, and fails if a row failed.

Variables of the environment:
  HOUSTON_URL, HOUSTON_TOKEN  the platform, and the token of a service account
  DEPLOYMENTS_CSV             the rows
  DEPLOYMENTS_RUN             a folder for journals and reports, which all workers share
"""

import os
import subprocess
from datetime import timedelta
from pathlib import Path

from airflow.sdk import dag, task

SHARDS = 4


def folder() -> Path:
    path = Path(os.environ["DEPLOYMENTS_RUN"])
    path.mkdir(parents=True, exist_ok=True)
    return path


@dag(schedule=None, catchup=False)
def deployments():
    @task
    def shards() -> list[int]:
        return list(range(1, SHARDS + 1))

    @task(retries=2, retry_delay=timedelta(seconds=30))
    def create(shard: int) -> None:
        report = folder() / f"{shard}.csv"
        with report.open("w") as rows:
            subprocess.run(
                [
                    "houston",
                    "createDeployment",
                    f"--rows={os.environ['DEPLOYMENTS_CSV']}",
                    "--workspace-uuid=@find:label={workspace}",
                    "--type=airflow",
                    "--if-exists=check",
                    f"--shard={shard}/{SHARDS}",
                    f"--journal={folder() / f'{shard}.journal'}",
                    "--output=csv",
                ],
                stdout=rows,
                check=True,
            )

    @task(trigger_rule="all_done")
    def merge() -> None:
        reports = [str(folder() / f"{shard}.csv") for shard in range(1, SHARDS + 1)]
        with (folder() / "report.csv").open("w") as merged:
            subprocess.run(["houston", "runs", "merge", *reports], stdout=merged, check=True)

    create.expand(shard=shards()) >> merge()


deployments()
