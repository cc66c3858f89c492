// Every page and every style sheet is valid, in the words of the Nu Html Checker: no error, no warning.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import { join } from "node:path";
import { test } from "node:test";
import { none, testSites } from "./harness.js";

const checker = createRequire(import.meta.url).resolve("vnu-jar/build/dist/vnu.jar");
const sites = await testSites();

// The checker's own idea of a Content-Security-Policy is not a browser's: on a disk it takes a page's style sheet for a
// stranger's, and data in a script element (JSON-LD) for a script. policy.test.js and the other tests ask a browser.
const MISTAKEN = /violates Content Security Policy/;

test("the pages and the style sheets are valid", { timeout: 300_000 }, async () => {
  const files = Object.values(sites).flatMap(({ folder, files }) => files.filter((name) => /\.(html|css|svg)$/.test(name)).map((name) => join(folder, name)));
  assert.ok(files.length > 200, `${files.length} files`);
  // One Java for all of them: it takes longer to start than to read a page.
  const options = ["-jar", checker, "--also-check-css", "--also-check-svg", "--format", "json"];
  const told = await new Promise((done, failed) => {
    execFile("java", [...options, ...files], { maxBuffer: 1 << 28 }, (error, _, said) => {
      if (error && typeof error.code !== "number") failed(error);
      else done(said);
    });
  });
  const { messages } = JSON.parse(told);
  none(messages.filter(({ message }) => !MISTAKEN.test(message)).map(({ url, type, message, lastLine, extract }) => `${url}:${lastLine}: ${type}: ${message} in ${extract}`));
});
