// The editor's panel beside a page, its pill, and the ribbon over what is not published.

import { clear, mark, show, tagOf } from "./marks.js";
import { TOOLS, facts, make, say, shadowed, square, took, withCode } from "./parts.js";
import { cardOf, profileOf, resultOf, scheduleOf, tile } from "./tabs.js";

const OPEN = "blogsmith-panel";
const TABS = ["findings", "voice", "profile", "share", "schedule"];
const wide = matchMedia("(min-width: 1100px)");

let view = null;
let panel = null;
let status = {};
let tab = "findings";
let ribbon = null;

const stored = () => {
  try {
    return localStorage.getItem(OPEN);
  } catch {
    return null;
  }
};

function isOpen() {
  return view !== null && !view.aside.hidden;
}

export function openPanel() {
  const { host, root } = shadowed("blogsmith-panel", "panel");
  const pill = make("button", { type: "button", class: "pill", "aria-expanded": "false", onclick: () => toggle(!isOpen()) });
  const aside = make("aside", { class: "panel", "aria-label": say("panel"), hidden: true, lang: facts.language });
  root.append(pill, aside);
  document.documentElement.append(host);
  view = { host, root, pill, aside };
  host.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && isOpen()) {
      toggle(false);
      pill.focus();
    }
  });
  addEventListener("keydown", (event) => {
    if (event.altKey && event.code === "KeyP" && !event.ctrlKey && !event.metaKey) toggle(!isOpen(), true);
  });
  wide.addEventListener("change", room);
  drawPill();
}

function toggle(open, moves = false) {
  view.aside.hidden = !open;
  view.pill.setAttribute("aria-expanded", String(open));
  try {
    localStorage.setItem(OPEN, open ? "open" : "closed");
  } catch {
    // Then it holds for this page.
  }
  room();
  marked();
  if (open && moves) view.aside.querySelector('[role="tab"][aria-selected="true"]')?.focus();
}

function room() {
  document.documentElement.classList.toggle("blogsmith-beside", isOpen() && wide.matches);
}

export function setStatus(next) {
  status = next.offline ? { ...status, offline: true } : { ...next, offline: false };
  drawPill();
}

function state() {
  if (status.offline) return ["quiet", say("offline")];
  if (status.stopped) return ["bad", say("stopped")];
  if (status.generation === undefined) return ["quiet", say("building")];
  return status.surveyed ? ["good", say("ready")] : ["warn", say("checking")];
}

const lamp = () => {
  const [kind, words] = state();
  const time = kind === "good" && status.took_ms ? ` · ${took(status)}` : "";
  return [square(kind), make("span", { role: "status" }, words + time)];
};

function drawPill() {
  if (!view) return;
  const [kind, words] = state();
  const count = panel ? panel.findings.length : 0;
  view.pill.replaceChildren(
    square(kind),
    make("span", {}, words),
    make("span", {}, count ? say("finding_count", { count }) : say("no_findings")),
    make("span", { class: "quiet" }, say("with_drafts")),
  );
  view.aside.querySelector(".lamp")?.replaceChildren(...lamp());
}

export function setPanel(next) {
  const first = panel === null;
  panel = next;
  if (first && (stored() === "open" || (stored() === null && wide.matches && panel.voice))) toggle(true);
  draw();
  marked();
  drawRibbon();
  drawPill();
}

function draw() {
  const focused = view.root.activeElement?.id;
  const scrolled = view.aside.querySelector(".content")?.scrollTop ?? 0;
  const tabs = panel.voice ? TABS : ["findings", "share"];
  if (!tabs.includes(tab)) tab = "findings";
  const { findings, path, open } = panel;
  const name = path.split("/").pop();
  view.aside.replaceChildren(
    make("header", {},
      make("a", { class: "brand", href: TOOLS }, "blogsmith"),
      open ? make("a", { class: "file", href: open, title: say("open") }, name) : make("code", { class: "file" }, name),
      make("p", { class: "lamp" }, ...lamp()),
      make("button", { type: "button", class: "close", "aria-label": say("close_panel"), onclick: () => toggle(false) }, "×")),
    make("div", { role: "tablist", "aria-label": say("panel") }, tabs.map((key) =>
      make("button", {
        type: "button", role: "tab", id: `tab-${key}`, "aria-selected": String(key === tab), "aria-controls": "content",
        tabindex: key === tab ? "0" : "-1", onclick: () => choose(key), onkeydown: (event) => step(event, tabs),
      }, key === "findings" && findings.length ? `${say(key)} ${findings.length}` : say(key)))),
    make("div", { class: "content", id: "content", role: "tabpanel", tabindex: "0", "aria-labelledby": `tab-${tab}` }, ...CONTENTS[tab]()),
  );
  view.aside.querySelector(".content").scrollTop = scrolled;
  if (focused) view.root.getElementById(focused)?.focus({ preventScroll: true });
}

function choose(key) {
  tab = key;
  draw();
  view.aside.querySelector(".content").scrollTop = 0;
  view.root.getElementById(`tab-${key}`).focus();
}

function step(event, tabs) {
  const moves = { ArrowRight: 1, ArrowLeft: -1, Home: -tabs.length, End: tabs.length };
  if (!(event.key in moves)) return;
  event.preventDefault();
  const at = tabs.indexOf(tab) + moves[event.key];
  choose(tabs[Math.abs(moves[event.key]) > 1 ? Math.max(0, Math.min(tabs.length - 1, at)) : (at + tabs.length) % tabs.length]);
}

const kindOf = ({ severity }) => (severity === "error" ? "bad" : severity === "warning" ? "warn" : "quiet");

function finding(item, index) {
  const place = item.line && item.path === panel.path ? `${item.line}:${item.column ?? 1}` : item.spot;
  const words = item.quote && make("button", { type: "button", class: "plain", onclick: () => show(item.quote) }, withCode(item.message));
  return make("li", {},
    make("span", { class: `number ${kindOf(item)}` }, String(index + 1)),
    make("div", {},
      make("h3", {}, words || withCode(item.message)),
      item.help && make("p", {}, withCode(item.help)),
      ...item.notes.map((line) => make("p", { class: "quiet" }, withCode(line))),
      make("p", { class: "quiet" }, make("code", {}, item.rule), ` · ${place} · ${say(item.severity)}`),
      make("div", { class: "buttons" },
        item.open && make("a", { class: "button", href: item.open }, say("open")),
        item.why && make("details", {}, make("summary", { class: "button" }, say("explain")),
          make("p", {}, withCode(item.why)),
          item.but && make("p", {}, make("b", {}, say("but")), " ", ...withCode(item.but))))));
}

function sentence(item, number) {
  return make("li", {},
    make("span", { class: `number ${item.counts ? "good" : item.against ? "bad" : "quiet"}` }, item.counts ? String(number) : "–"),
    make("p", {},
      make("button", { type: "button", class: "plain", onclick: () => show(item.text) }, item.text.length > 90 ? `${item.text.slice(0, 90)}…` : item.text),
      make("span", { class: "reason" }, ...withCode(item.because), " ",
        item.open ? make("a", { class: "quiet", href: item.open }, `${item.line}:${item.column}`) : make("span", { class: "quiet" }, `${item.line}:${item.column}`))));
}

const CONTENTS = {
  findings: () => {
    const { findings, voice } = panel;
    const uncounted = voice ? voice.sentences.filter((item) => !item.counts && !item.against) : [];
    return [
      voice && make("dl", { class: "tiles" },
        tile("good", voice.evidence, say("counted"), say("needed", { count: voice.needed })),
        tile("", uncounted.length, say("not_counted")),
        tile(findings.length ? "bad" : "", findings.length, say("findings_tile", { count: findings.length }))),
      findings.length ? make("ol", { class: "findings" }, findings.map(finding)) : make("p", { class: "calm" }, say(voice ? "nothing_found" : "nothing_found_page")),
      uncounted.length > 0 && heading(say("not_counted_title"), uncounted.length),
      uncounted.length > 0 && make("ul", { class: "findings" }, uncounted.map((item) => sentence(item))),
      ...cardOf(panel), ...resultOf(panel),
    ].filter(Boolean);
  },
  voice: () => {
    const { voice, reading } = panel;
    let number = 0;
    return [
      make("p", { class: "verdict" }, withCode(voice.words)),
      heading(say("all_sentences"), voice.sentences.length),
      make("ul", { class: "findings" }, voice.sentences.map((item) => sentence(item, item.counts ? (number += 1) : 0))),
      heading(say("reading")),
      make("dl", { class: "rows" }, ["minutes", "words", "syllables", "sheets", "sentences", "headings", "links", "images"].flatMap((key) =>
        [make("dt", {}, say(key === "words" ? "words_count" : key)), make("dd", {}, String(reading[key]))])),
    ];
  },
  profile: () => profileOf(panel, finding),
  share: () => [...cardOf(panel), ...resultOf(panel)],
  schedule: () => scheduleOf(panel),
};

export const heading = (words, count) => make("h2", {}, words, count === undefined ? "" : make("span", { class: "quiet" }, String(count)));

function marked() {
  if (!isOpen() || !panel?.voice) return clear();
  let number = 0;
  const voice = panel.voice.sentences.filter((item) => !item.against).map((item) => ({
    kind: item.counts ? "counted" : "uncounted", words: item.text, tag: tagOf(item, item.counts ? (number += 1) : 0),
  }));
  const faults = panel.findings.flatMap((item, index) =>
    item.quote ? [{ kind: item.severity === "error" ? "fault" : "asked", words: item.quote, tag: String(index + 1) }] : []);
  mark([...voice, ...faults]);
}

function drawRibbon() {
  ribbon?.host.remove();
  ribbon = null;
  const { standing, schedule } = panel;
  if (!standing || standing === "published") return;
  ribbon = shadowed("blogsmith-ribbon", "panel");
  const blocking = schedule.blocking ? ` ${say("blocking", { count: schedule.blocking })}.` : "";
  const words = `${say(`standing_${standing}`)} · ${say(`when_${standing}`, schedule)}.${blocking}`;
  ribbon.root.append(make("section", { class: "ribbon", lang: facts.language, "aria-label": say(`standing_${standing}`) }, make("p", {}, withCode(words))));
  const main = document.querySelector("main");
  if (main) main.before(ribbon.host);
  else document.body.prepend(ribbon.host);
}
