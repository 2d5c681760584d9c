// Why the page is not what its files say: the terminal's own words over the last good page, gone by itself once mended.

import { make, say, shadowed, withCode } from "./parts.js";

const PATIENCE = 250;
let shown = null;
let timer = 0;

export function hideFaults() {
  clearTimeout(timer);
  timer = 0;
  shown?.host.remove();
  shown?.before?.focus?.({ preventScroll: true });
  shown = null;
}

// A save in two steps is broken for a moment: nobody wants to see that.
export function showFaults(faults, goodAt) {
  clearTimeout(timer);
  timer = setTimeout(draw, shown || !goodAt ? 0 : PATIENCE, faults, goodAt);
}

function draw(faults, goodAt) {
  const before = shown?.before ?? document.activeElement;
  shown?.host.remove();
  const { host, root } = shadowed("blogsmith-faults", "panel");
  const [first] = faults;
  const rest = faults.slice(1);
  const dialog = make(
    "div",
    { class: "faults", role: "alertdialog", "aria-modal": "false", "aria-labelledby": "title", "aria-describedby": "spot" },
    make("div", {},
      make("p", { class: "kicker" }, make("span", { class: "square bad", "aria-hidden": "true" }), say("stopped"), make("code", {}, first.rule)),
      make("h1", { id: "title" }, withCode(first.message)),
      make("p", { class: "spot", id: "spot" }, first.spot)),
    first.excerpt.length > 0 && frame(first),
    make("dl", {}, ...advice(first)),
    rest.length > 0 && make("details", {}, make("summary", {}, say("more_faults", { count: rest.length })),
      make("ul", {}, rest.map((fault) => make("li", {}, make("p", {}, withCode(fault.message)), make("p", { class: "spot" }, opener(fault, "link") ?? fault.spot))))),
    make("div", { class: "foot" }, opener(first, "button main"),
      make("button", { type: "button", class: "button", onclick: hideFaults }, say("close")),
      make("p", {}, goodAt ? say("last_good", { time: goodAt }) : say("no_good"))),
  );
  root.append(dialog);
  document.documentElement.append(host);
  shown = { host, before };
  host.addEventListener("keydown", (event) => event.key === "Escape" && hideFaults());
  dialog.querySelector(".main, .button")?.focus({ preventScroll: true });
}

function opener(fault, kind) {
  return fault.open ? make("a", { class: kind, href: fault.open }, kind === "link" ? fault.spot : say("open")) : null;
}

function frame({ excerpt }) {
  const rows = excerpt.flatMap(({ number, text, mark, at }) => [
    make("span", { class: at ? "row at" : "row" }, make("span", { class: "number" }, String(number)), make("span", {}, text)),
    mark && make("span", { class: "row mark" }, make("span", { class: "number" }), make("span", {}, mark)),
  ]);
  return make("pre", { tabindex: "0" }, rows.filter(Boolean));
}

function* advice({ help, notes }) {
  if (help) yield* [make("dt", {}, say("fix")), make("dd", {}, withCode(help))];
  for (const line of notes) yield* [make("dt", {}, say("note")), make("dd", {}, withCode(line))];
  yield* [make("dt", {}), make("dd", { class: "quiet" }, say("again"))];
}
