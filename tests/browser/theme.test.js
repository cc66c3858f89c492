// The theme that the guide shows is one: its files, as they are written in docs/themes.md, change how the demonstration looks.
import assert from "node:assert/strict";
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, test } from "node:test";
import { CORPORA, axe, none, reader, repository, testBrowser, testSite } from "./harness.js";

const guide = await readFile(join(repository, "docs/themes.md"), "utf8");

/** The first block in a language that the guide has. */
const block = (language) => guide.split(`\`\`\`${language}\n`)[1].split("```")[0];

const LOOKS = { light: {}, dark: { colorScheme: "dark" } };
const browser = await testBrowser();
const plain = await testSite(CORPORA.demonstration);
const themed = await testSite(await corpus());

/** The demonstration with the theme of the guide. */
async function corpus() {
  const folder = await mkdtemp(join(tmpdir(), "crosscheck-themed-"));
  after(() => rm(folder, { recursive: true, force: true }));
  for (const part of ["content", "seeds"]) await cp(join(repository, part), join(folder, part), { recursive: true });
  const settings = await readFile(join(repository, "crosscheck.yaml"), "utf8");
  const files = {
    "crosscheck.yaml": settings.replace("theme: default", "theme: mine"),
    "themes/mine/theme.yaml": "contract: 1\n",
    "themes/mine/templates/base.html": block("html"),
    "themes/mine/static/mine.css": block("css"),
  };
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  return folder;
}

/** What a theme is to change, as the browser draws it. */
const drawn = (page) =>
  page.evaluate(() => {
    const of = (name) => getComputedStyle(document.querySelector(name));
    return {
      paper: of("body").backgroundColor,
      ink: of("body").color,
      text: of("body").fontFamily,
      labels: of(".masthead").fontFamily,
      heading: of("h1").fontSize,
      link: of("main a").color,
      space: of("main").paddingTop,
      chart: of(".chart .tick").fill,
    };
  });

for (const [look, options] of Object.entries(LOOKS)) {
  test(`ten lines change type, space and colour: ${look}`, { timeout: 120_000 }, async () => {
    const looks = [];
    for (const built of [plain, themed]) {
      const someone = await reader(browser, built, options);
      await someone.open("claims/aid-to-ukraine/");
      looks.push(await drawn(someone.page));
      await someone.close();
    }
    const [before, now] = looks;
    for (const [name, value] of Object.entries(now)) assert.notEqual(value, before[name], name);
  });

  test(`and everything can still be read: ${look}`, { timeout: 120_000 }, async () => {
    const someone = await reader(browser, themed, { ...options, bypassCSP: true });
    const found = [];
    for (const address of ["", "timeline/", "claims/aid-to-ukraine/", "articles/pragmatist-approach/"]) {
      await someone.open(address);
      found.push(...(await axe(someone.page)));
    }
    await someone.close();
    none(found);
  });
}

test("they are on every page", async () => {
  const without = [];
  for (const page of [...themed.pages, ...themed.moved]) {
    const html = await readFile(join(themed.folder, page.replace(/(^|\/)$/, "$1index.html")), "utf8");
    if (!/<link rel="stylesheet" href="[^"]*static\/mine\.\w+\.css">/.test(html)) without.push(page);
  }
  none(without);
});

test("they are ten lines", () => {
  assert.equal(block("css").trim().split("\n").length, 10);
});
