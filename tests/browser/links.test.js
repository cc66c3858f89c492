// Every link of every page leads to a file of the site, and every anchor to a place on that page, in a folder of a host and
// at its top. Links to other sites are not followed. And the other way round: every page can be reached from the home page.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { CORPORA, PLACES, none, site, testBrowser } from "./harness.js";

const browser = await testBrowser();

/** In the browser, which knows HTML: what a page links to, and what can be linked to in it. */
const read = (page, html, address) =>
  page.evaluate(([html, address]) => {
    const dom = new DOMParser().parseFromString(html, "text/html");
    // What JavaScript puts into the page links, too.
    const roots = [dom, ...[...dom.querySelectorAll("template")].map((one) => one.content)];
    const all = (what) => roots.flatMap((root) => [...root.querySelectorAll(what)]);
    const links = all("[href], [src], [action], [data], [poster]").map((one) => ["href", "src", "action", "data", "poster"].map((name) => one.getAttribute(name)).find((value) => value !== null));
    for (const one of all("meta[http-equiv=refresh]")) links.push(one.content.replace(/^[^=]*=/, ""));
    for (const one of all("[srcset]")) links.push(...one.getAttribute("srcset").split(",").map((part) => part.trim().split(/\s/)[0]));
    const ids = all("[id]").map((one) => one.id);
    const repeated = ids.filter((id, at) => ids.indexOf(id) !== at);
    return { links: links.map((link) => [link, URL.canParse(link, address) ? new URL(link, address).href : null]), ids, repeated };
  }, [html, address]);

for (const [name, corpus] of Object.entries(CORPORA)) {
  for (const under of PLACES) {
    test(`no link of ${name} is broken at ${under}`, { timeout: 120_000 }, async (t) => {
      const built = await site(corpus, { under });
      t.after(() => built.close());
      const page = await browser.newPage();
      t.after(() => page.close());
      const files = new Map(built.files.map((file) => [new URL(file.replace(/(^|\/)index\.html$/, "$1").split("/").map(encodeURIComponent).join("/"), built.url).href, file]));
      const known = new Map();
      for (const address of [...built.pages, ...built.moved]) {
        const url = new URL(address, built.url).href;
        known.set(url, await read(page, await readFile(join(built.folder, files.get(url)), "utf8"), url));
      }

      const broken = [];
      const reached = new Set([built.url]);
      const queue = [built.url];
      for (const [url, { links, repeated }] of known) {
        if (repeated.length) broken.push(`${url}: ids twice: ${repeated}`);
        for (const [written, target] of links) {
          if (target === null) broken.push(`${url}: ${written} is no address`);
          else if (new URL(target).origin !== new URL(built.url).origin) continue;
          else {
            const [file, anchor] = target.split("#");
            const [bare] = file.split("?");
            if (!files.has(bare)) broken.push(`${url}: ${written} leads to nothing`);
            else if (anchor && !known.get(bare)?.ids.includes(decodeURIComponent(anchor))) broken.push(`${url}: ${written} leads to no place on its page`);
          }
        }
      }
      none(broken);

      while (queue.length) {
        for (const [, target] of known.get(queue.pop()).links) {
          const bare = target.split(/[?#]/)[0];
          if (known.has(bare) && !reached.has(bare)) reached.add(bare), queue.push(bare);
        }
      }
      const lost = built.pages.filter((address) => !reached.has(new URL(address, built.url).href) && address !== "404.html");
      none(lost);
    });
  }
}
