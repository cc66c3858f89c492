// axe-core on a page of every kind, as it looks to different people. It finds what a machine can find; reader.test.js goes
// through the site with the keyboard.
import { test } from "node:test";
import { axe, kinds, none, reader, testBrowser, testSites } from "./harness.js";

const LOOKS = {
  light: { colorScheme: "light" },
  dark: { colorScheme: "dark" },
  phone: { viewport: { width: 320, height: 640 } },
  "forced colours": { forcedColors: "active" },
};
const browser = await testBrowser();
const sites = await testSites();

for (const [name, built] of Object.entries(sites)) {
  test(`axe finds nothing in ${name}`, { timeout: 600_000 }, async (t) => {
    const pages = await kinds(built);
    for (const [look, options] of Object.entries(LOOKS)) {
      await t.test(look, async () => {
        const someone = await reader(browser, built, { ...options, bypassCSP: true, reducedMotion: "reduce" });
        someone.expect(/404\.html/);
        const found = [];
        for (const page of pages) {
          await someone.open(page);
          await someone.page.evaluate(() => document.querySelectorAll("details").forEach((one) => { one.open = true; }));
          found.push(...(await axe(someone.page)));
        }
        await someone.close();
        none(found);
      });
    }
  });
}
