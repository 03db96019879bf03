// Reads every page of hostile schemas: nothing that they say becomes part of a page. Usage: node hostile.js DIR...

import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { pathToFileURL } from "node:url";

import { browse } from "./browser.js";

for (const folder of process.argv.slice(2)) {
  const at = (path) => `${pathToFileURL(folder)}/${path}`;
  await browse([at("")], async (page) => {
    const files = readdirSync(folder, { recursive: true }).map(String).filter((file) => file.endsWith(".html"));
    assert.ok(files.length > 5, `${files}`);
    for (const file of files) {
      await page.goto(at(file));
      await page.locator("#search").fill("evil");
      const odd = await page.evaluate(() => [
        globalThis.hacked, document.querySelectorAll("img, iframe, svg, object, script:not([src]), [onerror], [onclick]").length,
        document.scripts.length, [...document.links].map((link) => link.protocol).filter((one) => one !== "file:"),
      ]);
      assert.deepEqual(odd, [undefined, 0, 2, []], file);
    }
    // The policy stops what would be markup after all.
    await page.evaluate(() => {
      globalThis.held = [];
      document.addEventListener("securitypolicyviolation", (event) => held.push(event.effectiveDirective));
      const script = document.createElement("script");
      script.textContent = "globalThis.hacked = true";
      document.body.append(script);
    });
    assert.equal(await page.evaluate(() => globalThis.hacked), undefined);
  }).catch((error) => {
    // The last step makes the browser complain: that is what it is for.
    const only = error.actual?.every?.((line) => line.includes("Content Security Policy"));
    if (!only) throw error;
  });
}
