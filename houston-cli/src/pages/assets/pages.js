// The search, and the buttons that copy. Pages can be read without it.
"use strict";

const root = document.body.dataset.root;
const box = document.querySelector(".search");
const input = document.getElementById("search");
const list = document.getElementById("found");
const said = document.getElementById("said");
const SHOWN = 20;

const bare = (text) => text.toLowerCase().replace(/[-_\s]/g, "");
const rows = (globalThis.houstonIndex ?? []).map(([name, kind, path, about]) => ({
  name, kind, path, about, key: bare(name), text: about.toLowerCase(),
  // Where words begin: `create`, `Deployment`.
  starts: name.split(/(?=[A-Z][a-z])|_/).map((_, at, words) => bare(words.slice(at).join(""))),
}));

/** How well a row fits: the smaller, the better; none if it does not. */
function rank(row, key, words) {
  if (row.name === key.exact) return 0;
  if (row.key === key.bare) return 1;
  if (row.key.startsWith(key.bare)) return 2;
  if (row.starts.some((word) => word.startsWith(key.bare))) return 3;
  if (row.key.includes(key.bare)) return 4;
  if (words.every((word) => row.key.includes(word) || row.text.includes(word))) return 5;
  return undefined;
}

function find(text) {
  const exact = text.trim();
  const key = { exact, bare: bare(exact) };
  const words = exact.toLowerCase().split(/\s+/);
  if (key.bare === "") return [];
  const found = rows.map((row) => ({ row, rank: rank(row, key, words) }));
  const fits = found.filter((one) => one.rank !== undefined);
  fits.sort((one, two) => one.rank - two.rank || one.row.key.length - two.row.key.length);
  return fits.slice(0, SHOWN).map((one) => one.row);
}

function element(name, className, text) {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}

let chosen = -1;

function choose(at) {
  const items = list.querySelectorAll("[role=option]");
  if (items.length === 0) return;
  chosen = (at + items.length) % items.length;
  items.forEach((item, index) => item.setAttribute("aria-selected", String(index === chosen)));
  input.setAttribute("aria-activedescendant", items[chosen].id);
  items[chosen].scrollIntoView({ block: "nearest" });
}

function close() {
  list.hidden = true;
  chosen = -1;
  input.setAttribute("aria-expanded", "false");
  input.removeAttribute("aria-activedescendant");
}

function show() {
  const found = find(input.value);
  close();
  if (input.value.trim() === "") return;
  list.replaceChildren(...found.map((row, at) => {
    const item = element("li");
    item.id = `found-${at}`;
    item.setAttribute("role", "option");
    const link = element("a");
    link.href = root + row.path;
    link.tabIndex = -1;
    link.append(element("code", "", row.name), " ", element("span", "kind", row.kind));
    if (row.about) link.append(element("span", "about", row.about));
    item.append(link);
    return item;
  }));
  list.hidden = false;
  input.setAttribute("aria-expanded", "true");
  said.textContent = found.length === 0 ? "Nothing found" : `${found.length} found`;
  if (found.length === 0) list.append(element("p", "", "Nothing found"));
  else choose(0);
}

input.addEventListener("input", show);
input.addEventListener("focus", show);
input.addEventListener("keydown", (event) => {
  const steps = { ArrowDown: 1, ArrowUp: -1 };
  if (event.key in steps) {
    event.preventDefault();
    if (list.hidden) show();
    else choose(chosen + steps[event.key]);
  } else if (event.key === "Enter") {
    list.querySelector("[aria-selected=true] a")?.click();
  } else if (event.key === "Escape") {
    if (list.hidden) input.blur();
    close();
  }
});
document.addEventListener("click", (event) => {
  if (!box.contains(event.target)) close();
});
box.addEventListener("focusout", (event) => {
  if (!box.contains(event.relatedTarget)) setTimeout(close, 200);
});
document.addEventListener("keydown", (event) => {
  const writes = event.target.closest?.("input:not([type=radio]):not([type=checkbox]), textarea, select");
  if (event.key === "/" && !writes && !event.ctrlKey && !event.metaKey && !event.altKey) {
    event.preventDefault();
    input.focus();
    input.select();
  }
});
box.hidden = false;

/** Puts a text into the clipboard, also where pages may not use it. */
async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const area = element("textarea");
    area.value = text;
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
  }
}

for (const button of document.querySelectorAll(".copy")) {
  const words = button.firstChild;
  button.hidden = false;
  button.addEventListener("click", async () => {
    await copy(button.parentElement.querySelector("pre").textContent);
    words.data = "Copied";
    said.textContent = "Copied";
    setTimeout(() => { words.data = "Copy"; }, 1500);
    button.focus();
  });
}

// The language that was chosen last stays for other pages, where the browser allows pages to keep it.
const tabs = document.querySelectorAll("input[name=language]");
const KEY = "houston-language";
try {
  const last = localStorage.getItem(KEY);
  tabs.forEach((tab) => { if (tab.value === last) tab.checked = true; });
} catch {}
tabs.forEach((tab) => tab.addEventListener("change", () => {
  try { localStorage.setItem(KEY, tab.value); } catch {}
}));
