// The editors' desk: what is left to do in the whole blog, kept up to date while it is open.

import { TOOLS, ask, facts, make, say, seal, square, took, withCode } from "./parts.js";

const SVG = "http://www.w3.org/2000/svg";
const languages = new Intl.DisplayNames([facts.language], { type: "language" });
let data = null;

const soon = new Intl.RelativeTimeFormat(facts.language, { numeric: "auto" });
const UNITS = [["day", 86_400_000], ["hour", 3_600_000], ["minute", 60_000], ["second", 1_000]];

// When something was, as people say it: 12 minutes ago, yesterday.
function ago(moment) {
  if (!moment) return make("span", { class: "quiet" }, say("unknown"));
  const [unit, length] = UNITS.find(([, size]) => Date.now() - moment >= size) ?? UNITS.at(-1);
  const date = new Date(moment);
  return make("time", { datetime: date.toISOString(), title: date.toLocaleString(facts.language) }, soon.format(-Math.floor((Date.now() - moment) / length), unit));
}

// A category's mark as the blog draws it.
function letter({ mark, dye }) {
  const drawing = document.createElementNS(SVG, "svg");
  const path = document.createElementNS(SVG, "path");
  for (const [key, value] of Object.entries({ class: `letter d-${dye}`, viewBox: "0 0 50 50", "aria-hidden": "true" })) drawing.setAttribute(key, value);
  path.setAttribute("d", mark);
  drawing.append(path);
  return drawing;
}

const titled = (post) => make("a", { class: "title", href: post.url }, letter(post), make("span", {}, post.title));
const state = (kind, words) => make("span", { class: "state" }, square(kind), words);

function list(title, about, ...children) {
  return make("section", { class: "list" }, make("header", {}, make("h2", {}, title), about && make("p", { class: "quiet" }, about)), ...children);
}

const rows = (lines, kind = "") => make("ul", { class: `rows ${kind}` }, lines);
const none = () => make("p", { class: "none" }, say("none"));
const more = ({ lines, count }) => count > lines.length && make("p", { class: "none" }, say("and_more", { count: count - lines.length }));

function voiceOf({ evidence, needed }) {
  if (evidence === null) return make("span", { class: "quiet" }, say("unknown"));
  const cells = Array.from({ length: Math.max(evidence, needed) }, (_, index) => make("i", { class: index < evidence ? "" : "missing" }));
  return make("span", { class: "cells", role: "img", "aria-label": say("cells", { count: evidence, needed }) }, cells.slice(0, 12));
}

function stateOf({ errors, warnings }) {
  if (errors) return state("bad", say("state_errors", { count: errors }));
  return warnings ? state("warn", say("state_warnings", { count: warnings })) : state("good", say("state_ready"));
}

function draftsList({ lines, count }) {
  if (!count) return list(say("drafts"), "", none());
  const head = ["column_post", "column_writer", "column_voice", "column_state", "column_edited"];
  const body = lines.map((post) => make("tr", {},
    make("td", {}, titled(post), make("p", { class: "narrow quiet" }, `${post.authors.map(({ name }) => name).join(", ")} · `, ago(post.edited))),
    make("td", { class: "wide" }, make("span", { class: "who" }, post.authors.map((author) => [seal(author), author.name]).flat())),
    make("td", { class: "wide" }, voiceOf(post)),
    make("td", {}, stateOf(post)),
    make("td", { class: "wide edited" }, ago(post.edited))));
  return list(say("drafts"), `${say("by_writer")} · ${count}`,
    make("table", {},
      make("thead", {}, make("tr", {}, head.map((key, index) => make("th", { scope: "col", class: index === 0 || index === 3 ? false : "wide" }, say(key))))),
      make("tbody", {}, body)),
    more({ lines, count }));
}

function gapsList({ lines, count }) {
  const items = lines.map((post) => make("li", {}, titled(post), make("span", { class: "quiet" },
    ...post.missing.map((code) => state("warn", say("gap_missing", { language: languages.of(code) }))),
    ...Object.entries(post.behind).map(([code, days]) => state("warn", say("gap_behind", { language: languages.of(code), count: days }))))));
  return list(say("gaps"), String(count), count ? rows(items) : none(), more({ lines, count }));
}

function faultsList(title, { lines, count }) {
  const items = lines.map((fault) => make("li", {},
    make("p", {}, withCode(fault.message)),
    make("p", { class: "quiet" }, square(fault.severity === "error" ? "bad" : "warn"), " ",
      fault.open ? make("a", { href: fault.open }, make("code", {}, fault.spot)) : make("code", {}, fault.spot))));
  return list(title, String(count), count ? rows(items, "finding") : none(), more({ lines, count }));
}

function scheduledList({ lines, count }) {
  const items = lines.map((post) => make("li", {},
    make("span", { class: "date" }, post.date),
    make("div", { class: "more" }, make("a", { class: "title", href: post.url }, post.title),
      make("p", { class: "quiet" }, [post.category, ...post.authors.map(({ name }) => name), post.errors && say("blocking", { count: post.errors })].filter(Boolean).join(" · ")))));
  return list(say("scheduled"), say("zone", { zone: data.zone }), count ? rows(items) : none(), more({ lines, count }));
}

function rulesList(rules) {
  const sum = (kind) => rules.reduce((total, rule) => total + rule[kind], 0);
  const items = rules.slice(0, 40).map((rule) => {
    const total = rule.error + rule.warning + rule.note;
    const marks = ["error", "warning", "note"].flatMap((kind) => Array.from({ length: rule[kind] }, () => make("i", { class: kind })));
    return make("li", {}, make("code", {}, rule.rule),
      total > 14 ? make("span", { class: "quiet" }, String(total))
        : make("span", { class: "counts", role: "img", "aria-label": `${say("error")} ${rule.error}, ${say("warning")} ${rule.warning}` }, marks));
  });
  return list(say("by_rule"), `${say("error")} ${sum("error")} · ${say("warning")} ${sum("warning")}`, rules.length ? rows(items) : none());
}

function waitingList({ lines, count }) {
  const left = (days) => (days === null ? say("due_never") : days < 0 ? say("due_past") : days ? say("due_in", { count: days }) : say("due_today"));
  const items = lines.map((comment) => make("li", {},
    make("span", { class: `date ${comment.days !== null && comment.days < 0 ? "bad" : ""}` }, left(comment.days)),
    make("div", { class: "more" }, make("a", { class: "title", href: comment.url }, comment.title),
      make("p", { class: "quiet" }, say("asked_by", { name: comment.author }), " · ", comment.responder || say("nobody_named")))));
  return list(say("waiting"), String(count), count ? rows(items) : none(), more({ lines, count }));
}

function unusedList({ lines, count }, bytes) {
  const size = (value) => (value < 1e6 ? `${Math.max(1, Math.round(value / 1024))} kB` : `${(value / 1048576).toFixed(1)} MB`);
  const items = lines.map(({ path, size: own }) => make("li", {}, make("code", {}, path.replace(/^content\//, "")), make("span", { class: "quiet date-small" }, size(own))));
  return list(say("unused"), count ? `${count} · ${size(bytes)}` : "0", count ? rows(items) : none(), more({ lines, count }));
}

function lampOf(status) {
  if (status.offline) return [square("quiet"), say("offline")];
  if (status.stopped) return [square("bad"), say("stopped")];
  return status.surveyed ? [square("good"), `${say("ready")} · ${took(status)}`] : [square("warn"), say("checking")];
}

function showStatus(status) {
  document.querySelector(".lamp").replaceChildren(...lampOf(status));
}

function draw() {
  const scroll = scrollY;
  const blocked = data.drafts.lines.filter(({ errors }) => errors).length;
  const count = data.drafts.count + data.scheduled.count;
  const parts = [
    make("h1", {}, count ? say("dashboard_title", { count }) : say("dashboard_calm")),
    make("p", {}, say("dashboard_lead", { blocked, coming: data.scheduled.count }), data.surveyed ? "" : ` ${say("surveying")}`),
    data.stops.length > 0 && make("div", { class: "stops", role: "alert" }, data.stops.map((fault) => make("p", {}, ...withCode(fault.message), " ", make("code", {}, fault.spot)))),
    make("div", { class: "lists" },
      make("div", {}, draftsList(data.drafts), data.refused.count > 0 && faultsList(say("refused_files"), data.refused), faultsList(say("broken_links"), data.links), gapsList(data.gaps)),
      make("div", {}, scheduledList(data.scheduled), rulesList(data.rules), waitingList(data.waiting), unusedList(data.unused, data.unused_bytes))),
  ];
  document.querySelector("main").replaceChildren(...parts.filter(Boolean));
  document.querySelector(".bar a").textContent = data.site;
  scrollTo({ top: scroll, behavior: "instant" });
}

async function refresh() {
  data = await ask("dashboard.json");
  if (!data.drafts) return;
  draw();
  showStatus(data.status);
}

function listen() {
  const source = new EventSource(`${TOOLS}events?${new URLSearchParams({ token: facts.token })}`);
  source.addEventListener("status", ({ data: text }) => {
    const status = JSON.parse(text);
    showStatus(status);
    if (data && status.generation !== data.status.generation) refresh();
  });
  source.addEventListener("surveyed", refresh);
  source.onerror = () => showStatus({ offline: true });
}

document.body.append(
  make("a", { class: "skip", href: "#main" }, say("skip")),
  make("header", { class: "bar" }, make("b", {}, "blogsmith"), make("nav", { "aria-label": "blogsmith" }, make("a", { href: "/" }, say("site"))), make("p", { class: "lamp", role: "status" })),
  make("main", { id: "main", tabindex: "-1" }),
);
document.title = `${say("desk")} · blogsmith`;
showStatus({});
refresh();
listen();
