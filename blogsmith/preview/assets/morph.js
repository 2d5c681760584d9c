// One version of the page becomes the next one in place: style sheets are exchanged, the main part is morphed, and
// what the page or its reader changed since (open details, a pressed button, a copy button that a script added) stays.

import { Idiomorph } from "./idiomorph.js";

const foreign = new WeakSet();
const touched = new WeakMap();
let isOurs = false;

const observer = new MutationObserver(note);

function note(records) {
  if (isOurs) return;
  for (const { type, target, attributeName, addedNodes } of records) {
    if (type === "attributes") {
      if (!touched.has(target)) touched.set(target, new Set());
      touched.get(target).add(attributeName);
    } else for (const node of addedNodes) foreign.add(node);
  }
}

export function watch() {
  observer.observe(document.documentElement, { subtree: true, childList: true, attributes: true });
}

// What only tells machines of a page: it is exchanged without anybody noticing.
const METADATA = 'title, meta, link:not([rel~="stylesheet"]), script[type="application/ld+json"]';

const metadataOf = (page) => [...page.head.children].filter((node) => node.matches(METADATA) && !node.matches("[data-blogsmith]"));

// Everything else in a head but style sheets and what the preview added, as text to compare.
const headOf = (page) =>
  [...page.head.children]
    .filter((node) => !node.matches(`${METADATA}, link[rel~="stylesheet"], [data-blogsmith]`))
    .map((node) => node.outerHTML)
    .join("\n");

const sheetsOf = (page) =>
  [...page.querySelectorAll('link[rel~="stylesheet"]:not([data-blogsmith])')].map((link) => link.getAttribute("href"));

const scriptsOf = (page) =>
  [...page.querySelectorAll("script[src]:not([data-blogsmith])")].map((node) => node.getAttribute("src")).join("\n");

// What scripts of the page took hold of when it was loaded: where there are more or fewer, only loading it again helps.
const heldOf = (page) => page.querySelectorAll("main :is(pre, form, video, audio, iframe, [data-share], [data-toc])").length;

const aroundOf = (page) =>
  [...page.body.children]
    .filter((node) => node.localName !== "main" && node.localName !== "script")
    .map((node) => node.outerHTML)
    .join("\n");

let served = null;

export async function remember() {
  served ??= fetch(location.href, { headers: { Accept: "text/html" }, cache: "force-cache" })
    .then((answer) => answer.text())
    .then(parsed);
  return served;
}

export const parsed = (text) => new DOMParser().parseFromString(text, "text/html");

function exchange(before, after) {
  const gone = before.filter((href) => !after.includes(href));
  const fresh = after.filter((href) => !before.includes(href));
  const last = [...document.querySelectorAll('link[rel~="stylesheet"]:not([data-blogsmith])')];
  const loaded = fresh.map(
    (href, index) =>
      new Promise((done) => {
        const link = document.createElement("link");
        link.rel = "stylesheet";
        link.href = href;
        link.onload = link.onerror = done;
        const old = last.find((node) => node.getAttribute("href") === gone[index]);
        if (old) old.after(link);
        else document.head.append(link);
      }),
  );
  return Promise.all(loaded).then(() => {
    for (const node of last) if (gone.includes(node.getAttribute("href"))) node.remove();
  });
}

function tell(before, next) {
  const text = (page) => metadataOf(page).map((node) => node.outerHTML).join("\n");
  if (text(before) === text(next)) return;
  for (const node of metadataOf(document)) node.remove();
  document.head.append(...metadataOf(next).map((node) => document.importNode(node, true)));
}

// True where the page is now as `next`, a document; false where it has to be loaded again.
export async function become(next) {
  const before = await remember();
  const main = document.querySelector("main");
  const nextMain = next.querySelector("main");
  if (
    !main || !nextMain || headOf(before) !== headOf(next) || scriptsOf(before) !== scriptsOf(next) ||
    heldOf(before) !== heldOf(next) || aroundOf(before) !== aroundOf(next)
  ) return false;
  note(observer.takeRecords());
  isOurs = true;
  try {
    await exchange(sheetsOf(before), sheetsOf(next));
    tell(before, next);
    if (before.querySelector("main").outerHTML !== nextMain.outerHTML) {
      Idiomorph.morph(main, nextMain.outerHTML, {
        morphStyle: "outerHTML",
        restoreFocus: true,
        callbacks: {
          beforeNodeRemoved: (node) => !foreign.has(node),
          beforeAttributeUpdated: (name, node) => !touched.get(node)?.has(name),
        },
      });
    }
  } finally {
    observer.takeRecords();
    isOurs = false;
  }
  served = next;
  return true;
}
