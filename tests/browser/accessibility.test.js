// axe-core on a page of every kind, as it looks to different people. It finds what a machine can find; reader.test.js goes
// through the site with the keyboard.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import { CORPORA, kinds, launch, none, reader, site } from "./harness.js";

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const LOOKS = {
  light: { colorScheme: "light" },
  dark: { colorScheme: "dark" },
  phone: { viewport: { width: 320, height: 640 } },
  "forced colours": { forcedColors: "active" },
};
let browser;

before(async () => {
  browser = await launch();
});
after(() => browser?.close());

for (const [name, corpus] of Object.entries(CORPORA)) {
  test(`axe finds nothing in ${name}`, { timeout: 600_000 }, async (t) => {
    const built = await site(corpus);
    t.after(() => built.close());
    const pages = await kinds(built);
    for (const [look, options] of Object.entries(LOOKS)) {
      await t.test(look, async () => {
        // axe is put into the page, which the page's own policy would rightly refuse.
        const someone = await reader(browser, built, { ...options, bypassCSP: true, reducedMotion: "reduce" });
        someone.expect(/404\.html/);
        const found = [];
        for (const page of pages) {
          await someone.open(page);
          await someone.page.evaluate(() => document.querySelectorAll("details").forEach((one) => { one.open = true; }));
          await someone.page.evaluate(axe);
          const { violations } = await someone.page.evaluate(() => axe.run({ resultTypes: ["violations"] }));
          for (const { id, help, nodes } of violations) found.push(`${page}: ${id}: ${help}: ${nodes.slice(0, 3).map((node) => `${node.html} ${node.failureSummary}`).join("\n")}`);
        }
        await someone.close();
        none(found);
      });
    }
  });
}
