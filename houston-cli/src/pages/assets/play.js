// Runs operations and documents in the sandbox that serves the pages. Only its pages load this module.

const api = document.body.dataset.root.replace(/\/$/, "");
const state = document.getElementById("state");
const answer = document.getElementById("answer");
const token = document.getElementById("token");
const stop = document.querySelector(".stop");
const TOKEN = "houston-token";
// How many events of a subscription stay on the page.
const EVENTS = 200;

// The token stays in this tab, and nowhere else.
if (token) {
  token.value = sessionStorage.getItem(TOKEN) ?? "";
  token.addEventListener("input", () => sessionStorage.setItem(TOKEN, token.value.trim()));
}

function show(text, is_wrong) {
  answer.hidden = false;
  answer.textContent = text;
  answer.classList.toggle("wrong", is_wrong);
}

/** Sends a document, and returns what the server answers. */
async function ask(body) {
  const headers = { "Content-Type": "application/json", Accept: "application/json" };
  if (token.value.trim()) headers.Authorization = token.value.trim();
  const response = await fetch(api, { method: "POST", headers, body: JSON.stringify(body) });
  return { status: response.status, said: await response.json() };
}

async function run(body, kind) {
  stop.click();
  if (kind === "subscription") return follow(body);
  state.textContent = "Running…";
  try {
    const { status, said } = await ask(body);
    const failed = said.errors?.length > 0;
    state.textContent = failed ? `Failed with status ${status}` : "Done";
    show(JSON.stringify(said, null, 2), failed);
  } catch (error) {
    state.textContent = "No answer";
    show(String(error), true);
  }
}

let socket;

/** Shows the events of a subscription until it ends or is stopped. */
function follow(body) {
  const own = new WebSocket(`${location.origin.replace(/^http/, "ws")}/ws`, "graphql-ws");
  socket = own;
  const send = (message) => own.send(JSON.stringify(message));
  const events = [];
  let is_wrong = false;
  state.textContent = "Connecting…";
  stop.hidden = false;
  own.onopen = () => {
    send({ type: "connection_init", payload: { authorization: token.value.trim() } });
    send({ id: "1", type: "start", payload: body });
    state.textContent = "Waiting for events";
  };
  own.onmessage = ({ data }) => {
    const { type, payload } = JSON.parse(data);
    if (type === "complete") own.close();
    if (!["data", "error", "connection_error"].includes(type)) return;
    is_wrong = type !== "data" || payload.errors?.length > 0;
    events.push(JSON.stringify(payload, null, 2));
    if (events.length > EVENTS) events.shift();
    show(events.join("\n"), is_wrong);
    state.textContent = is_wrong ? "Failed" : `${events.length} events`;
    if (type !== "data") own.close();
  };
  own.onclose = () => {
    if (socket !== own) return;
    socket = undefined;
    stop.hidden = true;
    state.textContent = is_wrong ? "Failed" : `Ended after ${events.length} events`;
  };
}

stop?.addEventListener("click", () => {
  const own = socket;
  own?.close();
});

/** Reads a field: its value, none if it is empty. */
function read(field) {
  const text = field.value;
  const wrong = document.getElementById(`wrong-${field.name || field.id}`);
  const refuse = (why) => {
    wrong.hidden = false;
    wrong.textContent = why;
    field.setAttribute("aria-invalid", "true");
    field.setAttribute("aria-describedby", wrong.id);
    throw field;
  };
  wrong.hidden = true;
  field.removeAttribute("aria-invalid");
  if (text.trim() === "") return field.required ? refuse("It is required.") : undefined;
  switch (field.dataset.reads) {
    case "number": {
      const number = Number(text);
      return Number.isFinite(number) ? number : refuse("Write a number.");
    }
    case "json":
      try {
        return JSON.parse(text);
      } catch (error) {
        return refuse(`Write JSON. ${error.message}`);
      }
    default:
      return text;
  }
}

/** The selection of paths such as `id` and `workspace.label`. */
function selection(paths) {
  const tree = new Map();
  for (const path of paths) {
    path.split(".").reduce((at, name) => {
      if (!at.has(name)) at.set(name, new Map());
      return at.get(name);
    }, tree);
  }
  const write = (at, indent) => [...at].map(([name, below]) => {
    const inner = below.size === 0 ? "" : ` {\n${write(below, `${indent}  `)}\n${indent}}`;
    return `${indent}${name}${inner}`;
  }).join("\n");
  return tree.size === 0 ? "" : ` {\n${write(tree, "    ")}\n  }`;
}

const form = document.querySelector("form[data-kind]");
form?.addEventListener("submit", (event) => {
  event.preventDefault();
  const { kind, name } = form.dataset;
  const given = [];
  const wrong = [];
  for (const field of form.querySelectorAll("[data-type]")) {
    try {
      const value = read(field);
      if (value !== undefined) given.push({ name: field.name, type: field.dataset.type, value });
    } catch (one) {
      if (!(one instanceof HTMLElement)) throw one;
      wrong.push(one);
    }
  }
  if (wrong.length > 0) {
    state.textContent = "Nothing was sent";
    wrong[0].closest("details")?.setAttribute("open", "");
    wrong[0].focus();
    return;
  }
  const chosen = [...form.querySelectorAll(".choices input")];
  const paths = chosen.filter((one) => one.checked).map((one) => one.value);
  const fields = chosen.length === 0 ? "" : selection(paths) || " {\n    __typename\n  }";
  const list = (write) => (given.length === 0 ? "" : `(${given.map(write).join(", ")})`);
  const declared = list((one) => `$${one.name}: ${one.type}`);
  const passed = list((one) => `${one.name}: $${one.name}`);
  const query = `${kind}${declared} {\n  ${name}${passed}${fields}\n}`;
  const variables = Object.fromEntries(given.map((one) => [one.name, one.value]));
  run({ query, variables }, kind);
});

const own = document.getElementById("own");
const text = document.getElementById("document");
const problems = document.getElementById("problems");
// An operation of this name is in no document: the server checks the document, and runs nothing.
const NOTHING = "__nothing";

/** Shows where a document is not valid. Returns whether it is. */
function tell(errors) {
  const lines = text.value.split("\n");
  problems.replaceChildren(...errors.map(({ message, locations }) => {
    const item = document.createElement("li");
    const place = locations?.[0];
    if (!place) {
      item.textContent = message;
      return item;
    }
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = `Line ${place.line}, column ${place.column}`;
    const start = lines.slice(0, place.line - 1).join("\n").length + (place.line > 1 ? 1 : 0) + place.column - 1;
    const word = text.value.slice(start).match(/^[$@]?\w+|^./)?.[0] ?? "";
    button.addEventListener("click", () => {
      text.focus();
      text.setSelectionRange(start, start + word.length);
    });
    const excerpt = document.createElement("pre");
    excerpt.textContent = `${lines[place.line - 1] ?? ""}\n${" ".repeat(Math.max(place.column - 1, 0))}${"^".repeat(Math.max(word.length, 1))}`;
    item.append(button, ` ${message}`, excerpt);
    return item;
  }));
  text.setAttribute("aria-invalid", String(errors.length > 0));
  return errors.length === 0;
}

let checks = 0;

/** Asks the server whether the document is valid. Returns whether it is; undefined if the text has changed meanwhile. */
async function check() {
  checks += 1;
  const number = checks;
  const { said } = await ask({ query: text.value, operationName: NOTHING });
  if (number !== checks) return undefined;
  return tell((said.errors ?? []).filter((error) => !error.message.includes(`"${NOTHING}"`)));
}

/** What kind of operation a document has, without its texts and comments. */
function kind_of(document) {
  const bare = document.replace(/"""[^]*?"""|"(?:\\.|[^"\\\n])*"|#.*/g, "");
  return /(?:^|\})\s*(query|mutation|subscription)\b/.exec(bare)?.[1] ?? "query";
}

let timer;
text?.addEventListener("input", () => {
  clearTimeout(timer);
  timer = setTimeout(() => check().catch(() => {}), 400);
});
own?.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) own.requestSubmit();
});
own?.addEventListener("submit", async (event) => {
  event.preventDefault();
  clearTimeout(timer);
  const field = document.getElementById("variables");
  field.dataset.reads = "json";
  let variables;
  try {
    variables = read(field) ?? {};
  } catch {
    state.textContent = "Nothing was sent";
    field.focus();
    return;
  }
  state.textContent = "Checking…";
  try {
    if ((await check()) === false) {
      state.textContent = "The document is not valid: nothing ran";
      return;
    }
  } catch (error) {
    state.textContent = "No answer";
    show(String(error), true);
    return;
  }
  run({ query: text.value, variables }, kind_of(text.value));
});
