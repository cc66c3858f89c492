// How long a browser takes to lay out the timeline before it shows anything, against a plain list of the same events.
//
//     crosscheck --root CORPUS build --output /tmp/site && node bench/first-layout.js /tmp/site [RUNS]
//
// Two pages are looked at: the timeline's first, and its longest where it is cut. The plain list is all of the timeline's
// events with the same style sheet, in one <ol>, with nothing left for later. Each run is a browser context of its own; the
// first of each is not counted. Styles and layout are the processor time of the main thread until the first frame, by Chromium's own
// counters; the first paint is by the clock, from the request. events.js writes a corpus for it. Not part of tests/run.
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
  await cp(join(folder, "timeline"), join(work, "timeline"), { recursive: true });
  await cp(join(folder, "404.html"), join(work, "404.html"));
  const names = (await readdir(join(folder, "timeline"), { recursive: true })).filter((name) => name.endsWith("index.html"));
  const pages = await Promise.all(names.map(async (name) => ({ name, html: await readFile(join(folder, "timeline", name), "utf8") })));
  const first = pages.find(({ name }) => name === "index.html");
  const longest = pages.reduce((one, other) => (other.html.length > one.html.length ? other : one));
  const events = pages.flatMap(({ html }) => html.match(/<li class="event"[^]*?\n<\/li>/g) ?? []);
  const style = /static\/style[^"]*\.css/.exec(first.html)[0];
  const plain = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Plain</title><link rel="stylesheet" href="${style}"><ol class="events">${events.join("\n")}</ol></html>`;
  await writeFile(join(work, "plain.html"), plain);

  console.log(`${events.length} events on ${pages.length} page${pages.length === 1 ? "" : "s"}, ${cpus().length} processors, Chromium ${browser.version()}, ${runs} runs`);
  const found = { first: await measure(`${url}timeline/`, first.html) };
  if (longest !== first) found.longest = await measure(`${url}timeline/${longest.name}`, longest.html);
  found.plain = await measure(`${url}plain.html`, plain);
  for (const [name, one] of Object.entries(found)) report(name, one);
  const slowest = Math.max(...[found.first, found.longest ?? found.first].map(({ layout }) => median(layout)));
  const peer = median(found.plain.layout);
  console.log(`first layout: ${slowest.toFixed(0)} ms at most, the plain list takes ${(peer / slowest).toFixed(1)} times as long; the aim is under ${AIM} ms: ${slowest < AIM ? "met" : "missed"}`);
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
    // The processor's time, not the clock's: what else the machine does is not ours.
    await protocol.send("Performance.enable", { timeDomain: "threadTicks" });
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
  console.log(`${name.padEnd(8)}  styles and layout ${range(layout)}  first paint ${range(paint)}  ${here} events here  ${links} links in the strip  ${bytes} bytes, ${compressed} compressed`);
}
