// Sentences found in the page and marked by the CSS Custom Highlight API: no element and no attribute of the page changes.
// Small tags stand at their ends, in a layer of the preview's own.

import { make, say, shadowed } from "./parts.js";

const KINDS = ["counted", "uncounted", "fault", "asked"];
const registry = globalThis.CSS?.highlights;
let layer = null;
let placed = [];

const SKIPPED = new Set(["\u2060", "\u00ad", "\u200b"]);
const isSpace = (character) => /\s/.test(character);

// The text of an element with white space made single, and where each of its characters stands.
function textOf(element) {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let text = "";
  const places = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.parentElement.closest(".copy, .unseen, [data-blogsmith]")) continue;
    for (let offset = 0; offset < node.data.length; offset += 1) {
      const character = node.data[offset];
      if (SKIPPED.has(character) || (isSpace(character) && (!text || text.endsWith(" ")))) continue;
      text += isSpace(character) ? " " : character;
      places.push([node, offset]);
    }
  }
  return { text, places };
}

const plain = (words) => [...words.normalize("NFC").replace(/\s+/g, " ").trim()].filter((character) => !SKIPPED.has(character)).join("");

function rangeOf({ text, places }, words, from) {
  const wanted = plain(words);
  if (!wanted) return null;
  let at = text.indexOf(wanted, from);
  if (at < 0) at = text.indexOf(wanted);
  if (at < 0) return null;
  const [first, begin] = places[at];
  const [last, end] = places[at + wanted.length - 1];
  const range = document.createRange();
  range.setStart(first, begin);
  range.setEnd(last, end + 1);
  return { range, at, end: at + wanted.length };
}

// `marks`: { kind, words, tag, go } in the order of the page.
export function mark(marks) {
  clear();
  const body = document.querySelector("article .text") ?? document.querySelector("main");
  if (!body || !registry) return;
  const found = textOf(body);
  const ranges = Object.fromEntries(KINDS.map((kind) => [kind, []]));
  let from = 0;
  for (const { kind, words, tag, go } of marks) {
    const place = rangeOf(found, words, kind === "fault" || kind === "asked" ? 0 : from);
    if (!place) continue;
    if (kind === "counted" || kind === "uncounted") from = place.end;
    ranges[kind].push(place.range);
    if (tag) placed.push({ range: place.range, kind, tag, go });
  }
  for (const kind of KINDS) {
    if (!ranges[kind].length) continue;
    const highlight = new Highlight(...ranges[kind]);
    highlight.priority = KINDS.indexOf(kind);
    registry.set(`blogsmith-${kind}`, highlight);
  }
  place();
}

export function clear() {
  for (const kind of KINDS) registry?.delete(`blogsmith-${kind}`);
  placed = [];
  layer?.root.querySelector(".tags")?.replaceChildren();
}

export function show(words) {
  const body = document.querySelector("article .text") ?? document.querySelector("main");
  const found = body && rangeOf(textOf(body), words, 0);
  if (!found) return;
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const { top, height } = found.range.getBoundingClientRect();
  scrollTo({ top: scrollY + top - Math.max(90, (innerHeight - height) / 3), behavior: calm ? "instant" : "smooth" });
}

function place() {
  if (!layer) {
    layer = shadowed("blogsmith-tags", "panel");
    layer.root.append(make("div", { class: "tags", "aria-hidden": "true" }));
    document.documentElement.append(layer.host);
    new ResizeObserver(place).observe(document.body);
    document.fonts?.ready.then(place);
  }
  const taken = [];
  const tags = placed.flatMap(({ range, kind, tag }) => {
    const rects = range.getClientRects();
    const last = rects[rects.length - 1];
    if (!last) return [];
    const element = make("span", { class: `tag ${kind}` }, tag);
    const top = last.top + scrollY - 13;
    let left = last.right + scrollX - 4;
    for (const other of taken) if (Math.abs(other.top - top) < 8 && left < other.right && left > other.right - 120) left = other.right + 3;
    taken.push({ top, right: left + 10 + tag.length * 8 });
    element.style.top = `${top}px`;
    element.style.left = `${left}px`;
    return [element];
  });
  layer.root.querySelector(".tags").replaceChildren(...tags);
}

export const tagOf = (sentence, number) =>
  say(sentence.counts ? "counted_tag" : `tag_${sentence.kind}`, { number });
