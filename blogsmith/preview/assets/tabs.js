// The panel's tabs on profiles, on what others see of a link, and on when a post goes out.

import { make, say, seal, withCode } from "./parts.js";

export const tile = (kind, count, words, more) =>
  make("div", {}, make("dt", {}, words, more ? make("span", { class: "quiet" }, ` ${more}`) : ""), make("dd", { class: kind }, String(count)));

const heading = (words, more) => make("h2", {}, words, more ? make("span", { class: "quiet" }, more) : "");

const meta = (name) =>
  document.querySelector(`meta[property="${name}"], meta[name="${name}"]`)?.getAttribute("content") ?? "";

// What services make of the page's own head.
export function cardOf() {
  const [image, title, description] = ["og:image", "og:title", "og:description"].map(meta);
  if (!title) return [];
  const address = image && URL.canParse(image) ? new URL(image).pathname : image;
  const size = meta("og:image:width") ? `${meta("og:image:width")} × ${meta("og:image:height")}` : "";
  return [
    heading(say("card"), size),
    make("figure", { class: "card" },
      address ? make("img", { src: address, alt: meta("og:image:alt") }) : make("p", { class: "quiet" }, say("no_picture")),
      make("figcaption", {}, make("b", {}, title), make("span", {}, description), make("span", { class: "quiet" }, host()))),
  ];
}

const canonical = () => document.querySelector('link[rel="canonical"]')?.getAttribute("href") ?? location.href;
const host = () => new URL(canonical(), location.href).host;

export function resultOf() {
  const url = new URL(canonical(), location.href);
  const description = meta("description");
  const path = decodeURI(url.pathname).split("/").filter(Boolean);
  const isKorean = document.documentElement.lang.startsWith("ko");
  return [
    heading(say("search_result")),
    make("div", { class: "result", lang: document.documentElement.lang },
      make("p", { class: "where" }, [url.host, ...path].join(" › ")),
      make("p", { class: "title" }, document.title),
      make("p", {}, description)),
    document.title.length > (isKorean ? 30 : 60) && make("p", { class: "quiet" }, say("search_wide", { count: document.title.length })),
    description.length > (isKorean ? 80 : 160) && make("p", { class: "quiet" }, say("search_long", { count: description.length })),
  ].filter(Boolean);
}

export function profileOf({ writers, disclosure }, finding) {
  return [
    heading(say("writers"), String(writers.length)),
    ...writers.map((writer) =>
      make("section", { class: "writer" },
        make("div", { class: "sign" }, seal(writer.seal),
          make("div", {}, make("h3", {}, writer.name), make("p", { class: "quiet" },
            [say(`kind_${writer.kind}`), writer.role, writer.organisation, writer.status !== "active" && say(`status_${writer.status}`)].filter(Boolean).join(" · ")))),
        make("dl", { class: "rows" }, ...rows([
          ["bio", say(writer.bio ? "bio_there" : "bio_missing")], ["training", writer.training], ["agreement", writer.agreement], ["consent", writer.consent],
        ])),
        writer.findings.length > 0 && make("ol", { class: "findings" }, writer.findings.map(finding)),
        writer.open && make("div", { class: "buttons" }, make("a", { class: "button", href: writer.open }, say("open_profile"))))),
    heading(say("disclosure")),
    make("p", { class: disclosure.state === "missing" ? "bad" : "" }, say(`disclosure_${disclosure.state}`)),
    disclosure.text && make("blockquote", {}, disclosure.text),
  ].filter(Boolean);
}

const rows = (pairs) => pairs.filter(([, value]) => value).flatMap(([key, value]) => [make("dt", {}, say(key)), make("dd", {}, value)]);

export function scheduleOf({ schedule, standing }) {
  return [
    make("p", { class: "verdict" }, make("b", {}, say(`standing_${standing}`)), " ", ...withCode(say(`when_${standing}`, schedule)), "."),
    schedule.blocking > 0 && make("p", { class: "bad" }, `${say("blocking", { count: schedule.blocking })}.`),
    make("dl", { class: "rows" }, ...rows([["expires", standing === "expired" ? "" : schedule.expires], ["review", schedule.review]])),
    heading(say("next"), say("zone", { zone: schedule.zone })),
    schedule.next.length
      ? make("ol", { class: "next" }, schedule.next.map((post) =>
          make("li", {}, make("time", {}, post.date), make("a", { href: post.url }, post.title), make("span", { class: "quiet" }, [post.category, ...post.authors.map(({ name }) => name)].join(" · ")))))
      : make("p", { class: "quiet" }, say("nothing_next")),
  ].filter(Boolean);
}
