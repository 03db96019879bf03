// Reads the pages of `houston docs` from the disk as people do. Usage: node reference.js DIR

import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

import { browse, looks, picture, shows_focus } from "./browser.js";

const [folder] = process.argv.slice(2);
const at = (path) => `${pathToFileURL(folder)}/${path}`;
const focused = (page) => page.evaluate(() => document.activeElement.id || document.activeElement.tagName);

await browse([at("")], async (page, browser) => {
  await browser.grantPermissions(["clipboard-read", "clipboard-write"]);

  // With the keyboard alone: the search finds an operation.
  await page.goto(at("index.html"));
  await page.keyboard.press("/");
  assert.equal(await focused(page), "search");
  await shows_focus(page);
  await page.keyboard.type("createDep");
  const found = await page.locator("#found [role=option] code").allTextContents();
  assert.equal(found[0], "createDeployment");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowUp");
  await picture(page, "search");
  await page.keyboard.press("Enter");
  await page.waitForURL(at("mutations/createDeployment.html"));
  assert.equal(await page.locator("h1").textContent(), "createDeployment");
  // By other words: in kebab-case, by the middle, by its description, and by nothing that is there.
  for (const [words, name] of [
    ["create-deployment", "createDeployment"], ["deployment variables", "deploymentVariables"],
    ["DeploymentV", "deploymentVariables"], ["appcfg", undefined], ["<b>", undefined],
  ]) {
    await page.locator("#search").fill(words);
    const found = await page.locator("#found [role=option] code").allTextContents();
    assert.equal(found[0], name, `${words}: ${found}`);
  }
  await page.keyboard.press("Escape");
  assert.ok(await page.locator("#found").isHidden());

  // The first key on a page skips to its content.
  await page.goto(at("mutations/createDeployment.html"));
  await page.keyboard.press("Tab");
  await shows_focus(page);
  assert.equal(await page.evaluate(() => document.activeElement.className), "skip");
  await page.keyboard.press("Enter");
  assert.equal(await focused(page), "main");

  // Arrows choose the language, and the button copies the call.
  await page.locator("#as-cli").focus();
  for (const [language, begins] of [
    ["rust", "use houston_client::"], ["curl", "curl "], ["javascript", "const url"], ["python", "import os"],
  ]) {
    await page.keyboard.press("ArrowRight");
    await shows_focus(page);
    assert.equal(await focused(page), `as-${language}`);
    assert.deepEqual(await page.locator(".panel:visible").count(), 1);
    await page.keyboard.press("Tab");
    await shows_focus(page);
    await page.keyboard.press("Enter");
    await page.locator(`.of-${language} .copy`, { hasText: "Copied" }).waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    assert.ok(copied.startsWith(begins) && !copied.includes("&"), copied);
    await page.keyboard.press("Shift+Tab");
  }
  // The choice stays on other pages.
  await page.goto(at("queries/workspaces.html"));
  assert.ok(await page.locator("#as-python").isChecked());
  await page.locator("label[for=as-cli]").click();

  // Every page that can be reached by keys shows where the focus is.
  await page.goto(at("queries/deployment.html"));
  for (let steps = 0; steps < 25; steps += 1) {
    await page.keyboard.press("Tab");
    if ((await focused(page)) === "BODY") break;
    await shows_focus(page);
  }

  for (const name of ["index.html", "types.html", "mutations/createDeployment.html", "types/Deployment-2.html",
    "types/Deployment.html", "subscriptions/log.html", "types/Role.html", "queries/updateAvailable.html",
    "mutations/updateDeploymentVariables.html"]) {
    const there = readdirSync(join(folder, name, "..")).includes(name.split("/").at(-1));
    if (!there) continue;
    await page.goto(at(name));
    for (const width of [390, 1280]) {
      for (const scheme of ["light", "dark"]) await looks(page, name, width, scheme);
    }
  }
});
console.log("everything is as it should be");
