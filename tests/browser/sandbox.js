// Uses the pages of a sandbox as people do. Usage: HOUSTON_TOKEN=… node sandbox.js URL

import assert from "node:assert/strict";
import { createServer } from "node:http";

import { browse, looks, picture, shows_focus } from "./browser.js";

const [url] = process.argv.slice(2);
const origin = new URL(url).origin;
const answer = async (page, state = "Done") => {
  const shown = page.locator("#state", { hasText: state });
  await shown.waitFor({ timeout: 20_000 }).catch(async () => {
    const said = [await page.locator("#state").textContent(), await page.locator("#answer").textContent()];
    assert.fail(`${page.url()}: ${said.join(": ")}`);
  });
  return page.locator("#answer").textContent();
};
/** Goes to an operation by the search, with the keyboard. */
const open = async (page, name) => {
  await page.locator("h1").click();
  await page.keyboard.press("/");
  await page.keyboard.type(name);
  await page.keyboard.press("Enter");
  await page.locator("h1", { hasText: name }).waitFor();
};

await browse([`${origin}/`, origin.replace("http", "ws")], async (page) => {
  // From an account with a key to a Deployment with a release name.
  await page.goto(url);
  await open(page, "createSystemServiceAccount");
  await page.locator("#token").focus();
  await page.keyboard.type(process.env.HOUSTON_TOKEN);
  await page.locator("button.run").click();
  assert.equal(await page.locator("#state").textContent(), "Nothing was sent");
  assert.equal(await page.locator(".wrong:visible").count(), 2, "label and role are required");
  await page.locator("#given-label").click();
  await page.keyboard.type("browser");
  await page.keyboard.press("Tab");
  await shows_focus(page);
  await page.keyboard.type("SYSTEM_ADMIN");
  assert.equal(await page.locator("#given-role").inputValue(), "SYSTEM_ADMIN");
  await page.locator("button.run").click();
  const account = JSON.parse(await answer(page)).data.createSystemServiceAccount;
  assert.match(account.apiKey, /^[0-9a-f]{32}$/);

  await open(page, "createWorkspace");
  assert.equal(await page.locator("#token").inputValue(), process.env.HOUSTON_TOKEN, "the token stays in the tab");
  await page.locator("#token").fill(account.apiKey);
  await page.locator("#given-label").fill("Of a browser");
  await page.locator("#given-label").press("Enter");
  const workspace = JSON.parse(await answer(page)).data.createWorkspace.id;

  await open(page, "createDeployment");
  for (const [name, value] of [["label", "from a browser"], ["type", "airflow"], ["workspaceUuid", workspace]]) {
    await page.locator(`#given-${name}`).fill(value);
  }
  await page.locator("summary", { hasText: "Optional arguments" }).click();
  await page.locator("#given-config").fill("{ executor: LocalExecutor }");
  await page.locator("button.run").click();
  assert.match(await page.locator("#wrong-config").textContent(), /^Write JSON/);
  await page.locator("#given-config").fill('{ "executor": "LocalExecutor" }');
  await page.locator("summary", { hasText: "Fields to return" }).click();
  await page.locator(".choices input[value='workspace.label']").check();
  for (const width of [390, 1280]) {
    for (const scheme of ["light", "dark"]) await looks(page, "form", width, scheme);
  }
  await page.locator("#given-label").press("Enter");
  const made = JSON.parse(await answer(page)).data.createDeployment;
  assert.match(made.releaseName, /^[a-z]+-[a-z]+-\d{4}$/);
  assert.equal(made.workspace.label, "Of a browser");
  assert.equal(made.config.executor, "LocalExecutor");
  await page.locator("#answer").scrollIntoViewIfNeeded();
  await picture(page, "created");
  await page.locator("button.run").click();
  assert.match(await answer(page, "Failed"), /already has a deployment named from a browser/);

  // A subscription brings events until it is stopped.
  await open(page, "deploymentStatus");
  await page.locator("#given-releaseName").fill(made.releaseName);
  await page.locator("button.run").click();
  await page.locator("#state", { hasText: "events" }).waitFor();
  await page.locator("#answer", { hasText: "deploymentStatus" }).waitFor();
  await page.locator("button.stop").click();
  await page.locator("#state", { hasText: "Ended" }).waitFor();

  // A document of one's own: what is wrong with it stands where it is.
  await page.goto(`${url}/documents.html`);
  await page.locator("#document").fill("query ($w: Uuid!) {\n  workspaceDeployments(workspaceUuid: $w) {\n    labell\n  }\n}");
  await page.locator("#problems li").first().waitFor();
  assert.match(await page.locator("#problems li").first().textContent(), /^Line 3, column 5 Cannot query field "labell"/);
  assert.match(await page.locator("#problems pre").first().textContent(), /\n {4}\^{6}$/);
  await page.locator("#problems button").first().click();
  await shows_focus(page);
  for (const width of [390, 1280]) {
    for (const scheme of ["light", "dark"]) await looks(page, "documents", width, scheme);
  }
  await page.locator("#problems button").first().click();
  await page.keyboard.type("label");
  await page.locator("#problems li").first().waitFor({ state: "detached" });
  await page.locator("#variables").fill(JSON.stringify({ w: workspace }));
  await page.keyboard.press("Control+Enter");
  const listed = JSON.parse(await answer(page)).data.workspaceDeployments;
  assert.deepEqual(listed, [{ label: "from a browser" }]);
  await page.locator("#document").fill("subscription ($name: String) {\n  deploymentStatus(releaseName: $name) { status }\n}");
  await page.locator("#variables").fill(JSON.stringify({ name: made.releaseName }));
  await page.locator("button.run").click();
  await page.locator("#answer", { hasText: "status" }).waitFor();
  await page.locator("button.stop").click();
  // Checking runs nothing.
  await page.locator("#document").fill(`mutation { createWorkspace(label: "never") { id } }`);
  await page.waitForTimeout(1500);
  console.log(made.releaseName);
});

// No page of others can use it: one whose name leads here, one that sends a request, and one that shows it in a frame.
const evil = createServer((_, response) => {
  response.setHeader("Content-Type", "text/html");
  response.end(`<iframe src="${url}"></iframe><title>evil</title>`);
});
await new Promise((resolve) => evil.listen(0, "127.0.0.1", resolve));
const port = evil.address().port;
await browse(["http"], async (page, _, wrong) => {
  const there = await page.goto(`http://evil.example:${new URL(url).port}/v1`);
  assert.equal(there.status(), 403);
  await page.goto(`http://evil.example:${port}/`);
  const said = await page.evaluate(async (url) => {
    const body = JSON.stringify({ query: "{ workspaces { id } }" });
    try {
      const sent = await fetch(url, { method: "POST", body, headers: { "Content-Type": "application/json" } });
      return sent.status;
    } catch (error) {
      return String(error);
    }
  }, url);
  assert.match(String(said), /Failed to fetch/);
  const shown = await page.frames()[1]?.evaluate(() => document.body?.innerText ?? "").catch(() => "");
  assert.ok(!shown?.includes("Operations"), shown);
  assert.ok(wrong.length > 0);
  wrong.length = 0;
}, ["--host-resolver-rules=MAP evil.example 127.0.0.1"]);
evil.close();
