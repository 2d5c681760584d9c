// The conversation under a post. Nothing of the provider's is fetched before a reader asks for it, or is near it where
// the blog runs it itself. What to do stands in `data-widget`.

const root = document.documentElement;
const system = matchMedia("(prefers-color-scheme: dark)");
const scheme = () => root.dataset.theme ?? (system.matches ? "dark" : "light");
const patience = 12_000;
const step = 150;

const filled = (value) => {
  if (value === "{dark}") return scheme() === "dark";
  if (typeof value === "string") return value.replaceAll("{scheme}", scheme());
  if (Array.isArray(value)) return value.map(filled);
  if (value && typeof value === "object") return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, filled(part)]));
  return value;
};

const call = (path, argument) => {
  const names = path.split(".");
  const last = names.pop();
  return names.reduce((owner, name) => owner?.[name], window)?.[last]?.(filled(argument));
};

const configure = (settings) =>
  function assign() {
    for (const [path, value] of Object.entries(settings)) {
      const names = path.split(".");
      const last = names.pop();
      names.reduce((owner, name) => (owner[name] ??= {}), this)[last] = filled(value);
    }
  };

const add = (parent, name, attributes) => {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  parent.append(element);
  return element;
};

function prepare(box) {
  const plan = JSON.parse(box.dataset.widget);
  const mount = box.querySelector("[data-mount]");
  const empty = [...mount.childNodes].map((node) => node.cloneNode(true));
  let instance;
  let timer;

  const become = (state) => {
    box.dataset.state = state;
    box.querySelector("[data-failed]").hidden = state !== "failed";
    box.querySelector("[data-kept]").hidden = state === "ready";
  };

  const fail = () => {
    clearInterval(timer);
    become("failed");
  };

  const retheme = () => {
    const { frame, origin, message, element, attribute, value, method, call: path, with: argument } = plan.theme ?? {};
    if (frame) document.querySelector(frame)?.contentWindow.postMessage(filled(message), origin);
    else if (element) document.querySelector(element)?.setAttribute(attribute, filled(value));
    else if (method) instance?.[method]?.(filled(argument));
    else if (path) call(path, argument);
  };

  const watch = () => {
    const until = performance.now() + patience;
    timer = setInterval(() => {
      if (document.querySelector(plan.ready)) {
        clearInterval(timer);
        for (const [selector, attributes] of Object.entries(plan.amend ?? {}))
          for (const element of mount.querySelectorAll(selector))
            for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
        become("ready");
      } else if (performance.now() > until) fail();
    }, step);
  };

  const load = () => {
    if (["loading", "ready"].includes(box.dataset.state)) return;
    become("loading");
    box.style.minHeight = `${box.offsetHeight}px`; // what comes stands where the reader already saw its place
    mount.replaceChildren(...empty.map((node) => node.cloneNode(true)));
    if (plan.theme?.element) retheme();
    for (const [name, value] of Object.entries(plan.values ?? {})) window[name] = filled(value);
    for (const [name, settings] of Object.entries(plan.configure ?? {})) window[name] = configure(settings);
    for (const [name, content] of Object.entries(plan.meta ?? {})) add(document.head, "meta", { name, content });
    if (plan.style) add(document.head, "link", { rel: "stylesheet", href: plan.style });
    const script = document.createElement("script");
    if (plan.module) script.type = "module";
    for (const [name, value] of Object.entries(plan.attributes ?? {})) script.setAttribute(name, filled(value));
    script.addEventListener("error", fail);
    script.addEventListener("load", () => {
      if (plan.call) instance = call(...plan.call);
    });
    script.src = plan.script;
    mount.append(script);
    watch();
  };

  const changed = () => {
    if (box.dataset.state === "ready") retheme();
  };
  new MutationObserver(changed).observe(root, { attributeFilter: ["data-theme"] });
  system.addEventListener("change", changed);
  box.querySelector("[data-open]").addEventListener("click", load);
  box.querySelector("[data-retry]").addEventListener("click", load);
  become("idle");
  if (box.dataset.load !== "visible") return;
  if (location.hash.startsWith(`#${box.dataset.provider}-`)) load();
  const near = new IntersectionObserver(
    (entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      near.disconnect();
      load();
    },
    { rootMargin: "400px" },
  );
  near.observe(box);
}

document.querySelectorAll("[data-widget]").forEach(prepare);
