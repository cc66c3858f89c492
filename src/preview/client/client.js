/* The preview's half in the browser. The server sends one message after every build: how things stand for this page.
   This script brings the page to that state: reloads it where its own bytes changed, swaps style sheets, shows what is
   wrong. Texts are only ever set as text, never as HTML. Nothing of this is in the site that is published. */
(() => {
  "use strict";

  const shown = document.currentScript.dataset.page;
  const OWN = "/__crosscheck/";
  const LATER = 2000;

  // What outlives a reload, in this tab only. A browser may refuse to keep anything; then that is lost, and nothing else.
  const memory = {
    get(key) {
      try { return JSON.parse(sessionStorage.getItem("crosscheck:" + key)); } catch { return null; }
    },
    set(key, value) {
      try { sessionStorage.setItem("crosscheck:" + key, JSON.stringify(value)); } catch { /* nothing to do */ }
    },
    remove(key) {
      try { sessionStorage.removeItem("crosscheck:" + key); } catch { /* nothing to do */ }
    },
  };

  // ---- Reloading, with everything where it was ----

  /** Names for all <details>: the id, or else the summary's text and how often it occurred before. */
  function namedDetails() {
    const seen = new Map();
    return [...document.querySelectorAll("details")].map((details) => {
      const text = details.id ? "#" + details.id : (details.querySelector("summary")?.textContent ?? "").trim();
      const count = seen.get(text) ?? 0;
      seen.set(text, count + 1);
      return [`${text}|${count}`, details];
    });
  }

  /** The last element with an id that begins above the top of the window: text added before it moves it along. */
  function anchor() {
    let found = null;
    for (const element of document.querySelectorAll("main [id]")) {
      const top = element.getBoundingClientRect().top;
      if (top > 80) break;
      found = { id: element.id, top };
    }
    return found;
  }

  function reload(target) {
    memory.set("return", {
      path: location.pathname,
      target,
      x: scrollX,
      y: scrollY,
      anchor: anchor(),
      details: namedDetails().map(([name, details]) => [name, details.open]),
    });
    location.reload();
  }

  function restore() {
    const kept = memory.get("return");
    memory.remove("return");
    if (!kept || kept.path !== location.pathname) return null;
    const open = new Map(kept.details);
    for (const [name, details] of namedDetails()) {
      if (open.has(name)) details.open = open.get(name);
    }
    history.scrollRestoration = "manual";
    const scroll = () => {
      const element = kept.anchor && document.getElementById(kept.anchor.id);
      const y = element ? scrollY + element.getBoundingClientRect().top - kept.anchor.top : kept.y;
      scrollTo({ left: kept.x, top: y, behavior: "instant" });
    };
    scroll();
    addEventListener("load", () => {
      scroll();
      history.scrollRestoration = "auto";
    }, { once: true });
    return kept;
  }

  const returned = restore();

  // ---- Style sheets ----

  function swapStyles(styles) {
    for (const link of document.querySelectorAll('link[rel~="stylesheet"][href]')) {
      const url = new URL(link.href);
      // A style sheet has its hash in its name: static/style.1f2e3d4c5b.css.
      const [, name, hash] = /^\/(.+)\.([0-9a-f]{10})\.css$/.exec(decodeURIComponent(url.pathname)) ?? [];
      const version = url.origin === location.origin && name && styles[`${name}.css`];
      if (!version || hash === version || link.dataset.crosscheck === "going") continue;
      const next = link.cloneNode();
      next.href = url.href.replace(`.${hash}.css`, `.${version}.css`);
      // The old one stays until the new one is there, so that the page is never bare.
      link.dataset.crosscheck = "going";
      next.addEventListener("load", () => link.remove(), { once: true });
      next.addEventListener("error", () => link.remove(), { once: true });
      link.after(next);
    }
  }

  // ---- What an author sees ----

  function element(name, attributes, ...children) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
      if (value !== null && value !== undefined && value !== false) made.setAttribute(key, value === true ? "" : value);
    }
    made.append(...children.filter((child) => child !== null));
    return made;
  }

  function place(spot) {
    if (!spot) return null;
    const text = `${spot.path}:${spot.line}:${spot.column}`;
    return spot.open ? element("a", { href: spot.open, class: "place" }, text) : element("span", { class: "place" }, text);
  }

  function excerpt(lines) {
    if (!lines.length) return null;
    const rows = lines.map((line) => element("span", { class: line.marked ? "line marked" : "line" },
      element("span", { class: "number", "aria-hidden": "true" }, String(line.number)),
      element("span", { class: "text", dir: "auto" }, line.before, line.marked ? element("mark", {}, line.marked) : "", line.after),
      "\n"));
    return element("pre", { tabindex: "0" }, ...rows);
  }

  function problem(one) {
    return element("li", { class: one.severity },
      element("p", { class: "message" }, one.message),
      place(one.place),
      excerpt(one.excerpt),
      one.help && element("p", { class: "help" }, one.help));
  }

  function note(one) {
    const text = one.anchor ? element("a", { href: "#" + one.anchor }, one.text) : document.createTextNode(one.text);
    return element("li", { class: one.kind }, element("p", { class: "message" }, text), place(one.place));
  }

  const host = element("crosscheck-preview", { lang: "en", dir: "ltr" });
  const view = host.attachShadow({ mode: "open" });
  const overlay = element("section", { id: "overlay", role: "dialog", "aria-labelledby": "wrong", tabindex: "-1", hidden: true });
  const panel = element("section", { id: "panel", "aria-label": "Preview", hidden: true });
  const button = element("button", { id: "toggle", type: "button", "aria-expanded": "false", "aria-controls": "panel" });
  const status = element("p", { id: "status", role: "status" });
  // Hidden until its style is there: it must never be seen bare.
  const style = element("link", { rel: "stylesheet", href: OWN + "client.css" });
  const frame = element("div", { id: "frame", hidden: true }, overlay, panel, status, button);
  style.addEventListener("load", () => { frame.hidden = false; }, { once: true });
  view.append(style, frame);
  document.documentElement.append(host);

  const follow = element("input", { type: "checkbox", id: "follow" });
  follow.checked = memory.get("follow") === true;
  follow.addEventListener("change", () => memory.set("follow", follow.checked));

  button.addEventListener("click", () => {
    panel.hidden = !panel.hidden;
    button.setAttribute("aria-expanded", String(!panel.hidden));
    memory.set("panel", !panel.hidden);
  });
  panel.hidden = memory.get("panel") !== true;
  button.setAttribute("aria-expanded", String(!panel.hidden));

  let message = null;

  const plural = (count, one, many) => `${count} ${count === 1 ? one : many}`;

  function showOverlay() {
    const wrong = message ? message.problems : [];
    const signature = JSON.stringify(wrong);
    if (!wrong.length) {
      memory.remove("closed");
      overlay.hidden = true;
      overlay.replaceChildren();
      return;
    }
    if (overlay.dataset.signature === signature && overlay.childElementCount) return;
    overlay.dataset.signature = signature;
    const close = element("button", { type: "button", class: "close" }, "Close");
    close.addEventListener("click", closeOverlay);
    overlay.replaceChildren(
      element("header", {},
        element("h1", { id: "wrong" }, plural(wrong.length + message.more, "problem", "problems")),
        close),
      element("p", {}, message.stale
        ? "Below is the site as it last could be built. This goes away by itself once the files are mended."
        : "Below is what could be made of the files as they are. This goes away by itself once they are mended."),
      element("ol", {}, ...wrong.map(problem)),
      ...(message.more ? [element("p", {}, `… and ${message.more} more; the terminal lists all.`)] : []));
    overlay.hidden = memory.get("closed") === signature;
  }

  function closeOverlay() {
    memory.set("closed", overlay.dataset.signature);
    overlay.hidden = true;
    showButton();
  }

  addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !overlay.hidden) closeOverlay();
  });

  function showButton() {
    const wrong = message ? message.problems.length + message.more : 0;
    const notes = message ? message.notes.length : 0;
    button.textContent = wrong ? plural(wrong, "problem", "problems") : notes ? plural(notes, "note", "notes") : "Preview";
    button.className = wrong ? "error" : notes ? "noted" : "";
  }

  function showPanel() {
    const notes = message ? message.notes : [];
    const wrong = message && message.problems.length ? element("button", { type: "button" }, "Show the problems") : null;
    wrong?.addEventListener("click", () => {
      memory.remove("closed");
      overlay.hidden = false;
      overlay.focus();
    });
    panel.replaceChildren(...[
      element("h1", {}, "Preview"),
      wrong,
      notes.length
        ? element("ul", {}, ...notes.map(note))
        : element("p", {}, "Nothing to note about this page."),
      notes.length ? element("p", { class: "aside" }, "Readers do not see these notes.") : null,
      element("label", { for: "follow" }, follow, " Go to the page of the file that is saved"),
    ].filter((child) => child !== null));
  }

  // ---- The stream ----

  function update(next) {
    const last = memory.get("build");
    message = next;
    memory.set("build", next.build);
    if (follow.checked && next.saved && last !== null && next.build > last && next.saved !== location.pathname) {
      location.assign(next.saved);
      return;
    }
    // A page that differs from itself at every look would reload for ever.
    const tried = returned && returned.target === next.page;
    if (next.page !== null && next.page !== shown && !tried) {
      reload(next.page);
      return;
    }
    swapStyles(next.styles);
    showOverlay();
    showPanel();
    showButton();
  }

  let stream = null;

  function connect() {
    if (stream || document.visibilityState === "hidden") return;
    stream = new EventSource(OWN + "events" + location.pathname);
    stream.addEventListener("open", () => { status.textContent = ""; });
    stream.addEventListener("message", (event) => update(JSON.parse(event.data)));
    stream.addEventListener("error", () => {
      status.textContent = "The preview has stopped.";
      if (stream && stream.readyState === EventSource.CLOSED) {
        disconnect();
        setTimeout(connect, LATER);
      }
    });
  }

  function disconnect() {
    stream?.close();
    stream = null;
  }

  // A browser opens six connections to one server; tabs in the background must not use them up. They catch up later.
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") disconnect(); else connect();
  });
  addEventListener("pagehide", disconnect);
  addEventListener("pageshow", connect);

  showPanel();
  showButton();
  connect();
})();
