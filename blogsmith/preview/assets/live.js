// The page that an editor looks at: told when it is another, and brought up to date without losing the place.

import { become, parsed, remember, watch } from "./morph.js";
import { hideFaults, showFaults } from "./overlay.js";
import { openPanel, setPanel, setStatus } from "./panel.js";
import { TOOLS, ask, facts } from "./parts.js";

const SCROLL = "blogsmith-scroll";
watch();

let { mark } = facts;
let isBusy = false;
let isWanted = false;
let source = null;

function reload() {
  try {
    sessionStorage.setItem(SCROLL, JSON.stringify([location.pathname, scrollX, scrollY]));
  } catch {
    // Without storage the page begins at its top.
  }
  location.reload();
}

function restore() {
  try {
    const [path, x, y] = JSON.parse(sessionStorage.getItem(SCROLL) ?? "[]");
    sessionStorage.removeItem(SCROLL);
    if (path === location.pathname) scrollTo({ left: x, top: y, behavior: "instant" });
  } catch {
    // As above.
  }
}

async function update() {
  isWanted = true;
  if (isBusy) return;
  isBusy = true;
  try {
    while (isWanted) {
      isWanted = false;
      const answer = await fetch(location.href, { headers: { Accept: "text/html" }, cache: "no-cache" });
      const own = answer.headers.get("X-Blogsmith-Mark");
      if (answer.headers.get("X-Blogsmith-Faults") !== "0") {
        mark = own ?? mark;
        await refreshPanel();
        continue;
      }
      if (!(await become(parsed(await answer.text())))) return reload();
      mark = own ?? mark;
      document.documentElement.dataset.blogsmithMark = mark;
      await refreshPanel();
    }
  } catch (error) {
    // Mostly the server went away in between; the stream tells when it is back.
    console.warn(error);
  } finally {
    isBusy = false;
  }
}

async function refreshPanel() {
  const { faults, good_at: goodAt, panel, status } = await ask("page.json", { output: facts.output });
  if (faults.length) showFaults(faults, goodAt);
  else hideFaults();
  setStatus(status);
  if (panel) setPanel(panel);
}

function listen() {
  source?.close();
  const query = new URLSearchParams({ token: facts.token, output: facts.output, mark });
  source = new EventSource(`${TOOLS}events?${query}`);
  source.addEventListener("status", ({ data }) => setStatus(JSON.parse(data)));
  source.addEventListener("change", ({ data }) => {
    if (JSON.parse(data).mark !== mark) update();
  });
  source.addEventListener("surveyed", () => refreshPanel().catch(console.warn));
  source.onerror = () => {
    setStatus({ offline: true });
    if (source.readyState === EventSource.CLOSED) setTimeout(listen, 1500);
  };
}

// A hidden tab holds no connection: a browser opens only six to one place.
document.addEventListener("visibilitychange", () => {
  if (document.hidden) source?.close();
  else listen();
});

restore();
remember();
openPanel();
refreshPanel().catch(console.warn);
listen();
