// The timeline for TimelineJS 3, read by TimelineJS 3: every event with a date is a slide, and nothing goes wrong.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { reader, testBrowser, testSites } from "./harness.js";

const library = join(dirname(createRequire(import.meta.url).resolve("@knight-lab/timelinejs/package.json")), "dist");
const FILE = "data/timelinejs.json";
const browser = await testBrowser();
const sites = await testSites({ headers: false });

for (const [name, built] of Object.entries(sites)) {
  test(`TimelineJS shows the events of the ${name}`, { timeout: 120_000 }, async () => {
    const someone = await reader(browser, built);
    try {
      const given = JSON.parse(await readFile(join(built.folder, FILE), "utf8"));
      const page = await embed(someone, built);
      const shown = await page.evaluate(() => ({
        errors: timeline.config.messages.errors,
        ids: timeline.config.events.map((event) => event.unique_id),
        markers: document.querySelectorAll(".tl-timemarker").length,
        headlines: [...document.querySelectorAll(".tl-slide .tl-headline")].map((headline) => headline.textContent.trim()),
        dates: [...document.querySelectorAll(".tl-slide .tl-headline-date")].map((date) => date.textContent.trim()),
        groups: [...document.querySelectorAll(".tl-timegroup-message")].map((group) => group.textContent.trim()),
      }));
      assert.deepEqual(shown.errors, []);
      assert.ok(given.events.length > 20);
      assert.deepEqual([...shown.ids].sort(), given.events.map((event) => event.unique_id).sort());
      assert.equal(shown.markers, given.events.length);
      // Slides far from the first are empty until one comes near: the first few are there.
      assert.equal(shown.headlines[0], plain(given.title.text.headline));
      const [first] = given.events;
      assert.ok(shown.headlines.includes(plain(first.text.headline)), shown.headlines.join());
      assert.ok(shown.dates.includes(plain(first.display_date)), shown.dates.join());
      const groups = new Set(given.events.map((event) => event.group).filter(Boolean).map(plain));
      for (const group of groups) assert.ok(shown.groups.includes(group), `${group} in ${shown.groups}`);
    } finally {
      await someone.close();
    }
  });
}

/** A page beside the site with TimelineJS in it, all of it from here. */
async function embed(someone, built) {
  const { page } = someone;
  const own = (path) => new URL(`timelinejs/${path}`, built.url).href;
  await page.route(`${own("")}**`, async (route) => {
    const path = new URL(route.request().url()).pathname.split("/timelinejs/")[1];
    if (path === "") {
      const body = `<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,">
        <link rel="stylesheet" href="css/timeline.css"><div id="timeline" style="height: 600px"></div>
        <script src="js/timeline.js"></script>
        <script>window.timeline = new TL.Timeline("timeline", "../${FILE}", { font: null, hash_bookmark: false });</script>`;
      return route.fulfill({ contentType: "text/html", body });
    }
    return route.fulfill({ path: join(library, path) });
  });
  await page.goto(own(""));
  await page.waitForFunction(() => document.querySelectorAll(".tl-timemarker").length > 0 && document.querySelector(".tl-slide .tl-headline"), null, { timeout: 60_000 });
  return page;
}

/** Escaped text as a reader sees it. */
const plain = (text) => text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&amp;", "&");
