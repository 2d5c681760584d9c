// What a page gains from a script: light or dark, copying, sharing, the place in the contents, videos on a click.
// Without it everything can be read; nothing is fetched from elsewhere until a reader asks for it.

const root = document.documentElement;
const words = document.body.dataset;

const status = document.createElement("p");
status.className = "unseen";
status.setAttribute("role", "status");
document.body.append(status);

const say = (text) => {
  status.textContent = text;
};

function prepareThemeSwitch(button) {
  const system = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (root.dataset.theme ? root.dataset.theme === "dark" : system.matches);
  const show = () => button.setAttribute("aria-pressed", String(isDark()));
  button.addEventListener("click", () => {
    const chosen = isDark() ? "light" : "dark";
    const followsSystem = (chosen === "dark") === system.matches;
    if (followsSystem) delete root.dataset.theme;
    else root.dataset.theme = chosen;
    try {
      if (followsSystem) localStorage.removeItem("theme");
      else localStorage.setItem("theme", chosen);
    } catch {
      // Storage may be forbidden; the choice then holds for this page.
    }
    show();
  });
  system.addEventListener("change", show);
  show();
}

async function copy(text, button) {
  const before = button.textContent;
  let outcome = words.copied;
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    outcome = words.failed;
  }
  button.textContent = outcome;
  say(outcome);
  setTimeout(() => {
    button.textContent = before;
    say("");
  }, 2000);
}

function prepareCode(figure) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "copy";
  button.textContent = words.copy;
  button.addEventListener("click", () => copy(figure.querySelector("pre").textContent, button));
  figure.append(button);
}

function prepareShare(line) {
  const { share: url, title } = line.dataset;
  const [copyButton, sendButton] = line.querySelectorAll("button");
  if (navigator.clipboard) {
    copyButton.hidden = false;
    copyButton.addEventListener("click", () => copy(url, copyButton));
  }
  if (navigator.share) {
    sendButton.hidden = false;
    sendButton.addEventListener("click", () => navigator.share({ title, url }).catch(() => {}));
  }
}

// The heading that was passed last is the current one; those before it are done.
function prepareContents(contents) {
  const links = [...contents.querySelectorAll("a")];
  const headings = links.map((link) => document.getElementById(decodeURIComponent(link.hash.slice(1))));
  const wide = matchMedia("(min-width: 821px)");
  const details = contents.querySelector("details");
  const unfold = () => {
    details.open = wide.matches;
  };
  wide.addEventListener("change", unfold);
  unfold();
  let waiting = false;
  const mark = () => {
    waiting = false;
    const line = innerHeight * 0.3;
    const last = headings.findLastIndex((heading) => heading && heading.getBoundingClientRect().top < line);
    links.forEach((link, place) => {
      link.classList.toggle("done", place < last);
      if (place === last) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    });
  };
  const later = () => {
    if (!waiting) requestAnimationFrame(mark);
    waiting = true;
  };
  addEventListener("scroll", later, { passive: true });
  addEventListener("resize", later);
  mark();
}

// The link to the video is there without a script; with one, a click puts the player in its place.
const players = {
  youtube: (id) => `https://www.youtube-nocookie.com/embed/${id}?autoplay=1`,
  vimeo: (id) => `https://player.vimeo.com/video/${id}?dnt=1&autoplay=1`,
};

function prepareVideo(figure) {
  const link = figure.querySelector("a.video-link");
  const address = players[figure.dataset.provider];
  link.addEventListener("click", (event) => {
    if (!address || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const player = document.createElement("iframe");
    player.src = address(figure.dataset.id);
    player.title = link.textContent;
    player.allow = "autoplay; encrypted-media; fullscreen; picture-in-picture";
    player.referrerPolicy = "strict-origin-when-cross-origin";
    link.replaceWith(player);
    player.focus();
  });
}

const prepare = {
  "[data-theme-switch]": prepareThemeSwitch,
  "figure.code": prepareCode,
  "[data-share]": prepareShare,
  "[data-toc]": prepareContents,
  "figure.video": prepareVideo,
};
for (const [selector, start] of Object.entries(prepare)) {
  document.querySelectorAll(selector).forEach(start);
}
