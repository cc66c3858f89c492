// The same question asked of somebody else: linkinator follows the links of a site as it is served, and finds none broken. What
// links.test.js sees that it does not: anchors, links that scripts put in, pages that nothing leads to.
import { test } from "node:test";
import { LinkChecker, LinkState } from "linkinator";
import { CORPORA, none, site } from "./harness.js";

for (const [name, corpus] of Object.entries(CORPORA)) {
  test(`linkinator finds no broken link in ${name}`, { timeout: 240_000 }, async (t) => {
    const built = await site(corpus, { under: "/a/b/" });
    t.after(() => built.close());
    const elsewhere = async (link) => !link.startsWith(built.url);
    const { links } = await new LinkChecker().check({ path: built.url, recurse: true, concurrency: 8, linksToSkip: elsewhere });
    const broken = links.filter(({ state }) => state === LinkState.BROKEN);
    none(broken.map(({ url, parent, status }) => `${parent}: ${url} (${status})`));
    const followed = new Set(links.filter(({ state }) => state === LinkState.OK).map(({ url }) => url.replace(/#.*/, "")));
    none(built.pages.map((page) => new URL(page, built.url).href).filter((url) => !followed.has(url) && !url.endsWith("/404.html")));
  });
}
