// What a reader has to fetch: a page of the demonstration with all that it loads, as hosts send it (compressed), and the
// scripts as they are.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { CORPORA, none, reader, testBrowser, testSite } from "./harness.js";

const PAGE = 100_000;
const SCRIPTS = 30_000;
const browser = await testBrowser();
const built = await testSite(CORPORA.demonstration);

test(`a page with its styles and scripts is under ${PAGE} bytes`, { timeout: 120_000 }, async () => {
  const someone = await reader(browser, built);
  someone.expect(/404\.html/);
  const heavy = [];
  let heaviest = 0;
  for (const address of built.pages) {
    const asked = new Set();
    const note = (request) => asked.add(request.url().split("#")[0]);
    someone.page.on("request", note);
    await someone.open(address);
    someone.page.off("request", note);
    const weigh = async (url) => [url.slice(built.url.length), gzipSync(Buffer.from(await (await fetch(url)).arrayBuffer())).length];
    const weights = await Promise.all([...asked].filter((url) => url.startsWith(built.url)).map(weigh));
    assert.ok(weights.length > 1, `${address} loads a style sheet`);
    const weight = weights.reduce((sum, [, bytes]) => sum + bytes, 0);
    heaviest = Math.max(heaviest, weight);
    if (weight >= PAGE) heavy.push(`${address}: ${weight} bytes: ${weights.map((one) => one.join(" "))}`);
  }
  await someone.close();
  console.log(`the heaviest page: ${heaviest} bytes`);
  none(heavy);
});

test(`all scripts together are under ${SCRIPTS} bytes`, async () => {
  const scripts = built.files.filter((name) => name.endsWith(".js"));
  const sizes = await Promise.all(scripts.map(async (name) => (await readFile(join(built.folder, name))).length));
  const all = sizes.reduce((sum, size) => sum + size, 0);
  console.log(`the scripts: ${all} bytes`);
  assert.ok(scripts.length > 0 && all < SCRIPTS, `${all} bytes: ${scripts}`);
});
