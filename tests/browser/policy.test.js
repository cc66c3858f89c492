// The page carries its own Content-Security-Policy, for hosts that send none: what somebody manages to put into a page does
// not run there and is not fetched from anywhere.
import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { CORPORA, testBrowser, testSite } from "./harness.js";
import { rules } from "./server.js";

const STRICT =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; " +
  "manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self'";
const browser = await testBrowser();
const built = await testSite(CORPORA.demonstration, { headers: false });

test("every page has the policy before anything that it loads", async () => {
  for (const address of [...built.pages, ...built.moved]) {
    const html = await readFile(join(built.folder, address.replace(/(^|\/)$/, "$1index.html")), "utf8");
    const [, before, policy] = /^([^]*?)<meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(html) ?? assert.fail(`${address} has no policy`);
    assert.doesNotMatch(before, /<(script|link|style|base)\b/, address);
    assert.equal(policy, STRICT, address);
  }
});

test("hosts are asked to send the same policy, and who may put a page into a frame, which a page cannot say", async () => {
  const [{ headers }] = rules(await readFile(join(built.folder, "_headers"), "utf8"));
  assert.equal(headers["Content-Security-Policy"], `${STRICT}; frame-ancestors 'none'`);
});

test("what is put into a page does not run, and nothing is fetched for it", async () => {
  const injected = `
    <script>window.ran = "a script";</script>
    <img src="nothing.png" onerror="window.ran = 'a handler'">
    <p style="position: fixed">styled</p>
    <script src="data:text/javascript,window.ran='a data script'"></script>
    <script src="http://localhost:9/away.js"></script>
    <iframe src="${built.url}about/"></iframe>
    <base href="http://localhost:9/">
    <a id="injected" href="javascript:window.ran='an address'">here</a>`;
  const file = join(built.folder, "about/index.html");
  await writeFile(file, (await readFile(file, "utf8")).replace("</main>", `${injected}</main>`));
  const page = await browser.newPage();
  const sent = [];
  await page.addInitScript(() => {
    window.violated = [];
    addEventListener("securitypolicyviolation", (event) => window.violated.push(event.effectiveDirective));
  });
  page.on("requestfinished", (request) => sent.push(request.url()));
  await page.goto(`${built.url}about/`, { waitUntil: "load" });
  await page.locator("#injected").click();
  await page.waitForFunction(() => window.violated.length >= 8);
  assert.equal(await page.evaluate(() => window.ran), undefined);
  assert.notEqual(await page.locator("p", { hasText: "styled" }).evaluate((one) => getComputedStyle(one).position), "fixed");
  assert.deepEqual([...new Set(await page.evaluate(() => window.violated))].sort(), ["base-uri", "frame-src", "script-src-attr", "script-src-elem", "style-src-attr"]);
  assert.deepEqual(sent.filter((url) => !url.startsWith(built.url)), []);
  await page.close();
});
