// Every page and every style sheet is valid, in the words of the Nu Html Checker: no error, no warning.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import { CORPORA, none, site } from "./harness.js";

const checker = createRequire(import.meta.url).resolve("vnu-jar/build/dist/vnu.jar");
let sites;

before(async () => {
  sites = await Promise.all(Object.values(CORPORA).map((corpus) => site(corpus)));
});
after(() => Promise.all((sites ?? []).map((one) => one.close())));

test("the pages and the style sheets are valid", { timeout: 300_000 }, async () => {
  // As they are served: read from a disk, a page has no origin, and the checker takes its own style sheet for a stranger's.
  // (A picture that is served it takes for a page.)
  const of = (kind, where) => sites.flatMap((one) => one.files.filter((name) => kind.test(name)).map((name) => where(one) + name));
  const served = [...of(/\.(html|css)$/, ({ url }) => url), ...of(/\.svg$/, ({ folder }) => `${folder}/`)];
  assert.ok(served.length > 200, `${served.length} files`);
  // One Java for all of them: it takes longer to start than to read a page.
  const options = ["-Dnu.validator.servlet.allow-forbidden-hosts=true", "-jar", checker, "--also-check-css", "--also-check-svg", "--format", "json"];
  const told = await new Promise((done, failed) => {
    execFile("java", [...options, ...served], { maxBuffer: 1 << 28 }, (error, _, said) => {
      if (error && typeof error.code !== "number") failed(error);
      else done(said);
    });
  });
  none(JSON.parse(told).messages.map(({ url, type, message, lastLine, extract }) => `${url}:${lastLine}: ${type}: ${message} in ${extract}`));
});
