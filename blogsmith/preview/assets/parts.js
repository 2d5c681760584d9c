// What panel, overlay and dashboard are built of: elements, words, and the server's own answers.

export const script = document.querySelector("script[data-blogsmith]");
export const facts = JSON.parse(script?.dataset.facts ?? "{}");
export const TOOLS = "/__blogsmith/";

// The words of a key, its {placeholders} filled; `key@one` where the count is 1.
export function say(key, values = {}) {
  const { words } = facts;
  const text = (values.count === 1 && words[`${key}@one`]) || words[key] || key;
  return text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
}

// An element with attributes and children; what is undefined, null or false is left out. Text is never markup.
export function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...children.flat().filter((child) => child !== undefined && child !== null && child !== false));
  return element;
}

// `code` in backticks becomes an element.
export function withCode(text) {
  return text.split("`").map((part, index) => (index % 2 ? make("code", {}, part) : part));
}

export async function ask(name, values = {}) {
  const query = new URLSearchParams(values);
  const answer = await fetch(`${TOOLS}${name}?${query}`, { headers: { "X-Blogsmith-Token": facts.token } });
  if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
  return answer.json();
}

// A host whose inside no style sheet of the site reaches, with a style sheet of our own.
export function shadowed(name, sheet) {
  const host = document.createElement(name);
  host.dataset.blogsmith = "";
  const root = host.attachShadow({ mode: "open" });
  root.append(make("link", { rel: "stylesheet", href: `${TOOLS}assets/${sheet}.css` }));
  return { host, root };
}

export const took = ({ took_ms: ms }) => (ms < 1000 ? say("took", { ms }) : say("took_seconds", { count: (ms / 1000).toFixed(1) }));

export const square = (kind) => make("span", { class: `square ${kind}`, "aria-hidden": "true" });

export function seal({ text, shape, seal: own, dye }) {
  return make("span", { class: `seal ${shape} d-${dye}`, "aria-hidden": "true" }, text ?? own);
}
