// What the tests of the built site share: sites, a host, a browser, and readers who notice everything that goes wrong.
//
// A site is built with the program (CROSSCHECK, or target/debug/crosscheck) into a temporary folder, for the address at
// which it is then served. Needs `npm ci` here and a Chromium (CHROMIUM, or /usr/bin/chromium).
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, readFile, readdir, rm, stat } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { after } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { chromium } from "playwright-core";
import { host } from "./server.js";

export const repository = resolve(dirname(fileURLToPath(import.meta.url)), "../..");
export const program = process.env.CROSSCHECK ?? join(repository, "target/debug/crosscheck");

/** The corpora that are checked: the demonstration, and one in three languages and two directions. */
export const CORPORA = { demonstration: repository, quake: join(repository, "tests/corpora/quake") };

/** Where a site may be published: a folder of a host, or the whole of it. */
export const PLACES = ["/people/anna/site/", "/"];

const run = promisify(execFile);

export const launch = () =>
  chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });

/** A browser for the tests of a file, closed after the last of them. */
export async function testBrowser() {
  const browser = await launch();
  after(() => browser.close());
  return browser;
}

/** A site for the tests of a file, closed after the last of them. */
export async function testSite(corpus, options) {
  const built = await site(corpus, options);
  after(() => built.close());
  return built;
}

/** Both corpora as sites, by their names. */
export async function testSites(options) {
  const sites = {};
  for (const [name, corpus] of Object.entries(CORPORA)) sites[name] = await testSite(corpus, options);
  return sites;
}

/** Builds a corpus, and serves it in a folder of a host. Close it in the end. */
export async function site(corpus, { under = PLACES[0], headers = true, build = [] } = {}) {
  const folder = await mkdtemp(join(tmpdir(), "crosscheck-site-"));
  const server = await host({ headers });
  const url = server.mount(under, folder);
  await run(program, ["--root", corpus, "--quiet", "build", "--output", folder, "--base-url", url, ...build]);
  const files = await list(folder);
  const pages = [];
  const moved = [];
  for (const name of files.filter((name) => name.endsWith(".html"))) {
    const leadsOn = (await readFile(join(folder, name), "utf8")).includes('http-equiv="refresh"');
    (leadsOn ? moved : pages).push(name.replace(/(^|\/)index\.html$/, "$1"));
  }
  return {
    url,
    folder,
    files,
    /** The addresses of all pages below the site's own: "", "claims/", "404.html" … */
    pages,
    /** The addresses that only lead on to where a page is now. */
    moved,
    async close() {
      await server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function list(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(folder.length + 1))
    .filter((name) => !name.startsWith(".crosscheck/"))
    .sort();
}

/**
 * A page of every kind there is: each page at the top, and of each folder the longest page and the shortest. A new kind of
 * page is taken in by being there.
 */
export async function kinds({ folder, pages }) {
  const chosen = [];
  const folders = new Map();
  for (const page of pages) {
    const [top, ...rest] = page.split("/");
    if (rest.join("") === "") chosen.push(page);
    else folders.set(top, [...(folders.get(top) ?? []), page]);
  }
  for (const all of folders.values()) {
    const sized = await Promise.all(all.map(async (page) => [(await stat(join(folder, page, "index.html"))).size, page]));
    sized.sort(([a], [b]) => a - b);
    chosen.push(...new Set([sized.at(-1)[1], sized[0][1]]));
  }
  return chosen;
}

/**
 * A reader's browser: a context with a page, and everything that went wrong in it. `close` fails if anything did: a script's
 * error, a violation of the policy, a request to anybody else, an answer that is not a success.
 */
export async function reader(browser, { url }, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  const wrong = [];
  const expected = [];
  context.on("weberror", (error) => wrong.push(`error: ${error.error().stack}`));
  context.on("console", (message) => {
    const text = `console: ${message.text()} (${message.location().url})`;
    if (["error", "warning"].includes(message.type()) && !expected.some((pattern) => pattern.test(text))) wrong.push(text);
  });
  context.on("request", (request) => {
    const asked = new URL(request.url());
    const own = asked.protocol === "data:" || asked.href.startsWith(url);
    if (!own) wrong.push(`request outside of the site: ${asked} from ${request.frame().url()}`);
  });
  context.on("response", (response) => {
    const text = `answer: ${response.status()} ${response.url()}`;
    if (response.status() >= 400 && !expected.some((pattern) => pattern.test(text))) wrong.push(text);
  });
  await context.addInitScript(() => {
    addEventListener("securitypolicyviolation", (event) => {
      console.error(`policy: ${event.violatedDirective} forbids ${event.blockedURI || "this"} (${event.sourceFile}:${event.lineNumber})`);
    });
  });
  const page = await context.newPage();
  return {
    context,
    page,
    wrong,
    /** Takes what matches, in the console or as an answer, for what the test is about. */
    expect: (pattern) => expected.push(pattern),
    open: (address) => page.goto(new URL(address, url).href, { waitUntil: "load" }),
    async close() {
      await context.close();
      none(wrong);
    },
  };
}

const axeSource = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What axe finds wrong with a page. Its reader bypasses the policy, which would rightly refuse what is put in here. */
export async function axe(page) {
  await page.evaluate(axeSource);
  const { violations } = await page.evaluate(() => globalThis.axe.run({ resultTypes: ["violations"] }));
  return violations.map(({ id, help, nodes }) => {
    const where = nodes.slice(0, 3).map((node) => `${node.html} ${node.failureSummary}`);
    return `${page.url()}: ${id}: ${help}: ${where.join("\n")}`;
  });
}

/** Fails with a list of everything that was found. */
export function none(found) {
  const shown = found.slice(0, 20);
  if (found.length > shown.length) shown.push(`… and ${found.length - shown.length} more`);
  assert.ok(found.length === 0, `${found.length} found:\n${shown.join("\n")}`);
}
