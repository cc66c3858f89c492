// The preview in a real browser: save, and see it.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { cp, mkdir, mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { beforeEach, afterEach, test } from "node:test";
import { createInterface } from "node:readline";
import { program, repository, testBrowser } from "./harness.js";

const ARTICLE = "content/articles/pragmatist-approach.md";
const PAGE = "articles/pragmatist-approach/";
const patience = { timeout: 60_000 };

const browser = await testBrowser();
let context, page, root, server, url;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "crosscheck-preview-"));
  for (const part of ["content", "seeds", "crosscheck.yaml"]) await cp(join(repository, part), join(root, part), { recursive: true });
  await write("themes/mine/theme.yaml", "contract: 1\n");
  await write("themes/mine/static/style.css", "h1 { color: rgb(1, 2, 3) }\n");
  await edit("crosscheck.yaml", (text) => text.replace("theme: default", "theme: mine"));
  server = spawn(program, ["--root", root, "serve", "--port", "0"], { stdio: ["ignore", "pipe", "inherit"] });
  for await (const line of createInterface({ input: server.stdout })) {
    url = /http:\S+/.exec(line)[0];
    break;
  }
  context = await browser.newContext({ viewport: { width: 1000, height: 700 } });
  page = await context.newPage();
  // Every script of the preview runs under its own policy: a violation is a defect.
  page.on("console", (message) => {
    if (/Content Security Policy/i.test(message.text())) assert.fail(message.text());
  });
});

afterEach(async () => {
  await context?.close();
  server?.kill();
  await rm(root, { recursive: true, force: true });
});

async function write(name, text) {
  await mkdir(dirname(join(root, name)), { recursive: true });
  await writeFile(join(root, name), text);
}

async function edit(name, change) {
  const text = await readFile(join(root, name), "utf8");
  const changed = change(text);
  assert.notEqual(changed, text, `the edit of ${name} changes something`);
  // As many editors save: another file takes the place of the old one.
  await writeFile(join(root, name + ".new"), changed);
  await rename(join(root, name + ".new"), join(root, name));
}

/** A mark on the window that a reload wipes out. */
const mark = () => page.evaluate(() => { window.marked = true; });
const marked = () => page.evaluate(() => window.marked === true);
const overlay = () => page.locator("crosscheck-preview #overlay");

/** Waits until a page as it is served says this. */
async function served(address, text) {
  for (let tries = 0; tries < 600; tries += 1) {
    if ((await (await fetch(url + address)).text()).includes(text)) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  assert.fail(`${address} never said ${text}`);
}

/** Opens a page and waits until the stream has brought it its first message. */
async function open(address) {
  await page.goto(url + address);
  await page.waitForFunction(() => sessionStorage.getItem("crosscheck:build") !== null, null, patience);
}

test("an edit is seen without touching the page, and other pages stay", async () => {
  await open(PAGE);
  const other = await context.newPage();
  await other.goto(`${url}sources/`);
  await other.evaluate(() => { window.marked = true; });
  await edit(ARTICLE, (text) => text.replace(/^title: .*$/m, "title: Written a moment ago"));
  await page.locator("h1", { hasText: "Written a moment ago" }).first().waitFor(patience);
  assert.equal(await other.evaluate(() => window.marked), true);
});

test("scroll and open parts stay where they were", async () => {
  await edit(ARTICLE, (text) => text + "\n\nA paragraph.\n".repeat(120) + "\n\nLONG ENOUGH\n");
  await served(PAGE, "LONG ENOUGH");
  await open(PAGE);
  await page.evaluate(() => {
    for (const one of document.querySelectorAll("details")) one.open = !one.open;
    scrollTo(0, document.documentElement.scrollHeight / 2);
  });
  const state = () => page.evaluate(() => ({ y: scrollY, open: [...document.querySelectorAll("details")].map((one) => one.open) }));
  const kept = await state();
  assert.ok(kept.y > 0, "the page is long enough to scroll");
  await mark();
  await edit(ARTICLE, (text) => text + "\n\nThe last paragraph of all.\n");
  await page.waitForFunction(() => window.marked !== true, null, patience);
  await page.waitForLoadState("load");
  await page.waitForTimeout(300);
  const now = await state();
  assert.ok(Math.abs(now.y - kept.y) < 50, `scrolled to ${now.y}, was at ${kept.y}`);
  assert.deepEqual(now.open, kept.open);
});

test("a broken file is told over the last good page, and goes by itself when mended", async () => {
  await open(PAGE);
  const heading = await page.locator("h1").first().textContent();
  await mark();
  await edit(ARTICLE, (text) => text.replace(/^source:/m, "sorce: <img src=x onerror=alert(1)>\nsource:"));
  await overlay().waitFor({ state: "visible", ...patience });
  const told = await overlay().textContent();
  assert.match(told, /1 problem/);
  assert.match(told, /sorce/);
  assert.match(told, /<img src=x onerror=alert\(1\)>/, "the excerpt is text");
  assert.equal(await overlay().locator("img").count(), 0);
  assert.match(await overlay().locator("a.place").getAttribute("href"), /^vscode:\/\/file\/.*pragmatist-approach\.md:\d+:\d+$/);
  assert.equal(await page.locator("h1").first().textContent(), heading);
  assert.ok(await marked(), "the page was not reloaded");

  await page.keyboard.press("Escape");
  await overlay().waitFor({ state: "hidden" });
  await edit(ARTICLE, (text) => text.replace(/^sorce:/m, "sourse:"));
  await overlay().waitFor({ state: "visible", ...patience });

  await edit(ARTICLE, (text) => text.replace(/^sourse: .*\n/m, ""));
  await overlay().waitFor({ state: "hidden", ...patience });
  assert.ok(await marked(), "the page is as it was");
});

test("a style sheet is swapped without a reload", async () => {
  await open(PAGE);
  await mark();
  await write("themes/mine/static/style.css", "h1 { color: rgb(4, 5, 6) }\n");
  await page.waitForFunction(() => getComputedStyle(document.querySelector("h1")).color === "rgb(4, 5, 6)", null, patience);
  assert.ok(await marked());
  await page.waitForFunction(() => document.querySelectorAll("link[rel=stylesheet]").length === 1, null, patience);
});

test("follow goes to the page of the file that was saved", async () => {
  await open(PAGE);
  await page.locator("crosscheck-preview #toggle").click();
  await page.locator("crosscheck-preview #follow").check();
  await edit("content/articles/karimli-on-russia.md", (text) => text + "\nOne more sentence.\n");
  await page.waitForURL("**/articles/karimli-on-russia/", patience);
});

test("a tab that slept catches up", async () => {
  await open(PAGE);
  const setHidden = (hidden) => page.evaluate((hidden) => {
    Object.defineProperty(document, "visibilityState", { configurable: true, get: () => (hidden ? "hidden" : "visible") });
    document.dispatchEvent(new Event("visibilitychange"));
  }, hidden);
  await setHidden(true);
  await mark();
  await edit(ARTICLE, (text) => text.replace(/^title: .*$/m, "title: Written while it slept"));
  await page.waitForTimeout(2000);
  assert.ok(await marked(), "a tab in the background is left alone");
  await setHidden(false);
  await page.locator("h1", { hasText: "Written while it slept" }).first().waitFor(patience);
});

test("an author sees what is missing, and it is not part of the page", async () => {
  await write("content/events/nobody-tells.md", "---\ntitle: Nobody tells of this\ndate: 2023-01-01\n---\n");
  await served("events/nobody-tells/", "Nobody tells of this");
  await open("events/nobody-tells/");
  await page.locator("crosscheck-preview #toggle", { hasText: "note" }).click();
  await page.locator("crosscheck-preview #panel", { hasText: "No article gives an account of this event." }).waitFor(patience);
  assert.equal(await page.locator("main", { hasText: "No article gives an account" }).count(), 0);
});
