// How long a browser takes to lay out the timeline before it shows anything, against a plain list of the same events.
//
//     crosscheck --root CORPUS build --output /tmp/site && node bench/first-layout.js /tmp/site [RUNS]
//
// The plain list is the timeline's own events with the same style sheet, in one <ol>, with nothing left for later. Each run
// is a browser context of its own; the first of each is not counted. Times are of the main thread until the first frame:
// styles and layout by Chromium's own counters, and from the request to the first paint. Not part of tests/run.
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { launch } from "../harness.js";
import { host } from "../server.js";

const AIM = 150;
const [folder, runs = "7"] = process.argv.slice(2);
if (!folder) {
  console.error("usage: node bench/first-layout.js SITE [RUNS]");
  process.exit(2);
}

const browser = await launch();
const server = await host({ headers: false });
const work = await mkdtemp(join(tmpdir(), "crosscheck-bench-"));
try {
  const url = server.mount("/", work);
  await cp(join(folder, "static"), join(work, "static"), { recursive: true });
  const pages = (await readdir(join(folder, "timeline"), { recursive: true })).filter((name) => name.endsWith("index.html"));
  const timeline = await readFile(join(folder, "timeline/index.html"), "utf8");
  const all = await Promise.all(pages.map((name) => readFile(join(folder, "timeline", name), "utf8")));
  await cp(join(folder, "timeline"), join(work, "timeline"), { recursive: true });
  await cp(join(folder, "404.html"), join(work, "404.html"));
  const events = all.flatMap((page) => page.match(/<li class="event"[^]*?\n<\/li>/g) ?? []);
  const style = /static\/style[^"]*\.css/.exec(timeline)[0];
  const plain = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Plain</title><link rel="stylesheet" href="${style}"><ol class="events">${events.join("\n")}</ol></html>`;
  await writeFile(join(work, "plain.html"), plain);

  console.log(`${events.length} events on ${pages.length} page${pages.length === 1 ? "" : "s"}, ${cpus().length} processors, Chromium ${browser.version()}, ${runs} runs`);
  const ours = await measure(`${url}timeline/`, timeline);
  const theirs = await measure(`${url}plain.html`, plain);
  report("timeline", ours);
  report("plain list", theirs);
  const [mine, yours] = [ours, theirs].map(({ layout }) => median(layout));
  console.log(`first layout: ${(yours / mine).toFixed(1)} times faster than the plain list; the aim is under ${AIM} ms: ${mine < AIM ? "met" : "missed"}`);
} finally {
  await browser.close();
  await server.close();
  await rm(work, { recursive: true, force: true });
}

async function measure(address, html) {
  const found = { address, bytes: Buffer.byteLength(html), compressed: gzipSync(html).length, layout: [], paint: [], here: 0, links: 0 };
  for (let run = 0; run <= Number(runs); run += 1) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    const page = await context.newPage();
    const protocol = await context.newCDPSession(page);
    await protocol.send("Performance.enable");
    await page.goto(address, { waitUntil: "load" });
    const paint = await page.evaluate(() => new Promise((done) => {
      const told = () => performance.getEntriesByName("first-contentful-paint")[0]?.startTime;
      const wait = () => (told() ? done(told()) : requestAnimationFrame(wait));
      wait();
    }));
    const { metrics } = await protocol.send("Performance.getMetrics");
    const milliseconds = (name) => metrics.find((one) => one.name === name).value * 1000;
    if (run > 0) {
      found.layout.push(milliseconds("LayoutDuration") + milliseconds("RecalcStyleDuration"));
      found.paint.push(paint);
    }
    found.here = await page.locator(".event").count();
    found.links = await page.locator(".strip a").count();
    await context.close();
  }
  return found;
}

function median(times) {
  return [...times].sort((a, b) => a - b)[times.length >> 1];
}

function report(name, { bytes, compressed, layout, paint, here, links }) {
  const range = (times) => `${median(times).toFixed(0)} ms (${Math.min(...times).toFixed(0)}–${Math.max(...times).toFixed(0)})`;
  console.log(`${name.padEnd(10)}  styles and layout ${range(layout)}  first paint ${range(paint)}  ${here} events here  ${links} links in the strip  ${bytes} bytes, ${compressed} compressed`);
}
