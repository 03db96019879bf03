// A Chromium that loads nothing from elsewhere, and tells everything that goes wrong on a page.

import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { chromium } from "playwright-core";

const FLAGS = [
  "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync",
];

/** Runs a story with a new browser, whose addresses must begin with one of `allowed`. */
export async function browse(allowed, story, flags = []) {
  const home = mkdtempSync(join(tmpdir(), "houston-browser-"));
  const browser = await chromium.launchPersistentContext(home, {
    executablePath: process.env.CHROMIUM, headless: true, args: [...FLAGS, ...flags], viewport: { width: 1280, height: 900 },
  });
  const wrong = [];
  const watch = (page) => {
    page.on("console", (line) => {
      // The sandbox answers a document that is not valid with this status, as the server does.
      const refused = line.text().includes("the server responded with a status of 400");
      if (["error", "warning"].includes(line.type()) && !refused) wrong.push(`console: ${line.text()}`);
    });
    page.on("pageerror", (error) => wrong.push(`script: ${error}`));
    page.on("dialog", (dialog) => {
      wrong.push(`dialog: ${dialog.message()}`);
      dialog.dismiss();
    });
    page.on("request", (request) => {
      if (!allowed.some((begin) => request.url().startsWith(begin))) wrong.push(`asked for ${request.url()}`);
    });
    page.on("requestfailed", (request) => wrong.push(`failed: ${request.url()}`));
  };
  browser.on("page", watch);
  browser.pages().forEach(watch);
  try {
    await story(browser.pages()[0], browser, wrong);
    assert.deepEqual(wrong, []);
  } finally {
    await browser.close();
    rmSync(home, { recursive: true, force: true });
  }
}

const PICTURES = process.env.PICTURES;

/** Keeps a picture, if a folder for pictures is set. */
export async function picture(page, name) {
  if (PICTURES) await page.screenshot({ path: join(PICTURES, `${name}.png`) });
}

/** Checks how a page looks at this width in these colours. */
export async function looks(page, name, width, scheme) {
  await page.emulateMedia({ colorScheme: scheme });
  await page.setViewportSize({ width, height: 900 });
  const where = `${name} at ${width} in ${scheme}`;
  const found = await page.evaluate(measure);
  assert.ok(found.wide <= width, `${where}: ${found.wide} pixels wide`);
  assert.equal(found.dark, scheme === "dark", `${where}: the colour of the paper`);
  assert.deepEqual(found.faint, [], `${where}: contrast`);
  await picture(page, `${name.replaceAll("/", "-")}-${width}-${scheme}`);
}

/** Runs on the page: its width, and the texts whose contrast is below that of WCAG AA. */
function measure() {
  const rgb = (text) => (text.match(/[\d.]+/g) ?? [0, 0, 0, 0]).map(Number);
  const light = ([red, green, blue]) => {
    const part = (value) => {
      const share = value / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    };
    return 0.2126 * part(red) + 0.7152 * part(green) + 0.0722 * part(blue);
  };
  const paper = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const colour = rgb(getComputedStyle(at).backgroundColor);
      if (colour.length === 3 || colour[3] === 1) return colour;
    }
    return [255, 255, 255];
  };
  const faint = new Set();
  for (const element of document.querySelectorAll("body *")) {
    const own = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
    const style = getComputedStyle(element);
    if (!own || !element.checkVisibility() || style.visibility === "hidden") continue;
    const [one, two] = [light(rgb(style.color)), light(paper(element))];
    const ratio = (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05);
    const large = parseFloat(style.fontSize) >= 24;
    if (ratio < (large ? 3 : 4.5)) {
      faint.add(`${element.tagName}.${element.className}: ${element.textContent.trim().slice(0, 30)}: ${ratio.toFixed(2)}`);
    }
  }
  return {
    wide: document.documentElement.scrollWidth,
    dark: light(paper(document.body)) < 0.2,
    faint: [...faint].slice(0, 5),
  };
}

/** Fails unless the element with the focus shows it. */
export async function shows_focus(page) {
  const outline = await page.evaluate(() => {
    const one = document.activeElement;
    const beside = one.matches(".tabs > input") ? one.nextElementSibling : one;
    const { outlineStyle, outlineWidth } = getComputedStyle(beside);
    return [one.tagName, outlineStyle, parseFloat(outlineWidth)];
  });
  assert.ok(outline[1] !== "none" && outline[2] >= 1, `the focus is not visible: ${outline}`);
}
