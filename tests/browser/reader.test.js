// What readers do on the site: follow a difference to the words it rests on and back, go through it with the keyboard, print it.
import assert from "node:assert/strict";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { CORPORA, kinds, none, reader, site, testBrowser, testSites } from "./harness.js";

const browser = await testBrowser();
const sites = await testSites();

/** Runs in the page. As a reader compares words: white space, quotation marks and dashes are not words. */
const plain = (text) => text.normalize("NFC").replace(/[\s\u00ad]+/g, " ").replace(/[“”„«»"‘’']/g, "'").replace(/[–—-]/g, "-").trim();

/** The text that begins at the place a link led to, to the end of its article. */
const wordsFrom = (page) => page.evaluate(() => {
  const target = document.querySelector(":target");
  const range = document.createRange();
  range.setStartBefore(target);
  range.setEndAfter(target.closest(".prose, h1"));
  const words = range.cloneContents();
  for (const sign of words.querySelectorAll(".ref")) sign.remove();
  return words.textContent;
});

const inView = (locator) => locator.evaluate((one) => {
  const { top, bottom } = one.getBoundingClientRect();
  return top >= 0 && bottom <= innerHeight;
});

for (const name of Object.keys(CORPORA)) {
  test(`${name}: from the sharpest differences to the words they rest on, and back`, { timeout: 120_000 }, async () => {
    const someone = await reader(browser, sites[name], { reducedMotion: "reduce" });
    const { page } = someone;
    await someone.open("");
    const differences = await page.locator(".item").count();
    assert.ok(differences > 0);
    const gravity = await page.locator(".item").evaluateAll((all) => all.map((one) => ["contradict", "unclear", "explained"].findIndex((name) => one.classList.contains(`item-${name}`))));
    assert.ok(!gravity.includes(-1) && gravity.lastIndexOf(0) < [...gravity.keys(), gravity.length].find((at) => gravity[at] !== 0), `contradictions come first: ${gravity}`);
    for (let at = 0; at < differences; at += 1) {
      await someone.open("");
      const item = page.locator(".item").nth(at);
      const verdict = await item.locator(".kicker .verdict").textContent();
      const subject = await item.locator("h3").textContent();
      await item.locator("h3 a").click();
      assert.equal(await page.locator("h1").textContent(), subject);
      assert.match(page.url(), /\/(claims|events)\//);
      assert.ok((await page.locator("main").textContent()).includes(verdict), `${page.url()} says ${verdict}`);
      const from = page.url();

      // A quote leads to the passage, which is marked, in view, and has these very words.
      const quote = page.locator("main q a, .to-passage").first();
      const words = await quote.evaluate((one) => one.closest("q, blockquote").querySelector("q")?.textContent ?? one.textContent);
      await quote.click();
      await page.waitForURL(/\/articles\/.*#q\./);
      const passage = page.locator("mark:is(:target, :has(> :target))");
      assert.equal(await passage.evaluate((one) => getComputedStyle(one).outlineStyle), "solid", `${page.url()} shows where it is`);
      assert.ok(await inView(passage), `${page.url()} is in view`);
      const there = plain(await wordsFrom(page));
      assert.ok(there.startsWith(plain(words)), `${words} is at ${page.url()}: ${there.slice(0, words.length + 40)}`);

      // The number after it leads to what the editors noted, and that to everything said of it.
      await passage.locator("xpath=following::sup[1]/a").click();
      const note = page.locator(".note:target");
      await note.waitFor();
      await note.locator("summary").click();
      const leads = await note.locator(".note-link a").getAttribute("href");
      await note.locator(".note-link a").click();
      await page.waitForURL(new URL(leads, page.url()).href.replace(/.*\/\.\.\//, "**/"));
      assert.match(page.url(), /\/(claims|events)\//);
      await page.goBack();
      await page.goBack();
      await page.goBack();
      assert.equal(page.url(), from);
    }
    await someone.close();
  });

  test(`${name}: with the keyboard alone`, { timeout: 120_000 }, async () => {
    const someone = await reader(browser, sites[name], { reducedMotion: "reduce" });
    const { page } = someone;
    const wrong = [];
    someone.expect(/404\.html/);
    for (const address of await kinds(sites[name])) {
      await someone.open(address);
      await page.keyboard.press("Tab");
      const skip = page.locator(".skip");
      assert.ok(await skip.evaluate((one) => one === document.activeElement), `${address}: first comes the way past the head`);
      assert.ok(await inView(skip), `${address}: it shows itself`);
      await page.keyboard.press("Enter");
      assert.equal(await page.evaluate(() => document.activeElement.id), "_main", address);

      // From there on every stop can be seen, shows that it has the focus, comes after the last, and there is an end.
      const stops = await page.evaluate(() => [...document.querySelectorAll("main :is(a[href], summary, input, select, button, [tabindex='0'])")].filter((one) => one.checkVisibility({ contentVisibilityAuto: false })).length);
      let last = null;
      for (let stop = 0; stop < Math.min(stops, 60); stop += 1) {
        await page.keyboard.press("Tab");
        const here = await page.evaluateHandle(() => document.activeElement);
        const [what, problem] = await here.evaluate((one, last) => {
          const { outlineStyle, outlineWidth } = getComputedStyle(one);
          const { top, bottom, left, right, width, height } = one.getBoundingClientRect();
          const svg = one instanceof SVGElement;
          const problem =
            !one.closest("main") ? "is outside of the content" :
            // A date has three fields of its own to stop at.
            last && last !== one && !(last.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING) ? "comes before the last" :
            !svg && last !== one && (outlineStyle === "none" || parseFloat(outlineWidth) < 2) ? "does not show the focus" :
            width === 0 || height === 0 ? "has no size" :
            bottom <= 0 || top >= innerHeight || right <= 0 || left >= innerWidth ? "is out of view" : null;
          return [one.outerHTML.slice(0, 120), problem];
        }, last);
        last = here;
        if (problem) wrong.push(`${address}: ${what} ${problem}`);
      }
    }
    await someone.close();
    none(wrong);
  });

  test(`${name}: on paper nothing is missing, and nothing is to be pressed`, { timeout: 120_000 }, async () => {
    const someone = await reader(browser, sites[name]);
    const { page } = someone;
    const wrong = [];
    someone.expect(/404\.html/);
    for (const address of await kinds(sites[name])) {
      await page.emulateMedia({ media: "screen" });
      await someone.open(address);
      await page.emulateMedia({ media: "print", colorScheme: "dark" });
      const told = await page.evaluate(() => {
        const shown = (one) => one.checkVisibility({ contentVisibilityAuto: false, visibilityProperty: true });
        // What is folded counts as shown if its box has a height.
        const lost = [...document.querySelectorAll("main :is(p, li, dd, td, blockquote, figcaption)")].filter(
          (one) => one.textContent.trim() && !one.closest("nav, form, .filter, .more, .note-link, [hidden], .unseen, template") && !(shown(one) && one.getBoundingClientRect().height > 0));
        const cut = [...document.querySelectorAll("main *")].filter((one) => /auto|scroll|hidden|clip/.test(getComputedStyle(one).overflow) && !one.matches(".unseen, svg *") && (one.scrollHeight > one.clientHeight + 1 || one.scrollWidth > one.clientWidth + 1));
        const pressed = [...document.querySelectorAll("nav, form, button, select, input, .skip")].filter((one) => shown(one));
        const { backgroundColor, color } = getComputedStyle(document.body);
        return { cut: cut.slice(0, 3).map((one) => one.outerHTML.slice(0, 100)), lost: lost.slice(0, 3).map((one) => one.outerHTML.slice(0, 200)), pressed: pressed.map((one) => one.outerHTML.slice(0, 100)), ink: [color, backgroundColor] };
      });
      for (const one of told.lost) wrong.push(`${address}: not printed: ${one}`);
      for (const one of told.cut) wrong.push(`${address}: cut off: ${one}`);
      for (const one of told.pressed) wrong.push(`${address}: printed: ${one}`);
      if (told.ink[1] !== "rgb(255, 255, 255)") wrong.push(`${address}: printed ${told.ink[0]} on ${told.ink[1]}`);
    }
    await someone.close();
    none(wrong);
  });
}

test("words in another language say which, and which way they run", { timeout: 120_000 }, async () => {
  const { quake } = sites;
  const someone = await reader(browser, quake);
  await someone.open("");
  const found = await someone.page.evaluate(async (pages) => {
    const found = { wrong: [], arabic: 0, ukrainian: 0 };
    for (const address of pages) {
      const dom = new DOMParser().parseFromString(await (await fetch(address || ".")).text(), "text/html");
      const texts = dom.createTreeWalker(dom.body, NodeFilter.SHOW_TEXT);
      while (texts.nextNode()) {
        const text = texts.currentNode.data.trim();
        const arabic = /\p{sc=Arabic}{3}/u.test(text);
        const ukrainian = /\p{sc=Cyrillic}{3}/u.test(text);
        const inside = texts.currentNode.parentElement;
        // A name stays as it is, in any language; it is only kept from turning its neighbours round.
        if (!(arabic || ukrainian) || inside.closest("bdi, code, del, ins, text, script")) continue;
        found[arabic ? "arabic" : "ukrainian"] += 1;
        const lang = inside.closest("[lang]").lang;
        const dir = inside.closest("[dir]").dir;
        if (!(arabic ? lang.startsWith("ar") && dir === "rtl" : lang.startsWith("uk") && dir === "ltr")) found.wrong.push(`${address}: ${lang} ${dir}: ${text.slice(0, 60)} in ${inside.outerHTML.slice(0, 120)}`);
      }
    }
    return found;
  }, quake.pages);
  await someone.close();
  none(found.wrong);
  assert.ok(found.arabic > 50 && found.ukrainian > 50, `${found.arabic} and ${found.ukrainian} texts`);
});

test("a site from right to left is laid out that way, and turns no date and no sentence round", { timeout: 60_000 }, async (t) => {
  // Its interface has no Arabic, so it speaks English.
  const corpus = await mkdtemp(join(tmpdir(), "crosscheck-arabic-"));
  t.after(() => rm(corpus, { recursive: true, force: true }));
  await cp(CORPORA.quake, corpus, { recursive: true });
  const settings = join(corpus, "crosscheck.yaml");
  await writeFile(settings, (await readFile(settings, "utf8")).replace("language: en", "language: ar"));
  const built = await site(corpus);
  t.after(() => built.close());
  for (const width of [320, 1280]) {
    const someone = await reader(browser, built, { viewport: { width, height: 800 } });
    const { page } = someone;
    for (const address of ["", "timeline/", "claims/deaths/", "events/quake/", "articles/herald-anniversary/", "articles/sawt-dam/"]) {
      await someone.open(address);
      const found = await page.evaluate(() => {
        const root = document.documentElement;
        // Where a part of a text stands on the screen.
        const place = (node, start, end) => {
          const range = document.createRange();
          range.setStart(node, start);
          range.setEnd(node, end);
          return range.getBoundingClientRect();
        };
        const turned = [];
        for (const one of document.querySelectorAll("main :is(time, .date, .standfirst, .lead, .finding-sentence)")) {
          const words = document.createTreeWalker(one, NodeFilter.SHOW_TEXT).nextNode();
          const [, first, second] = /^\s*(\S+)\s+(\S+)/.exec(words?.data ?? "") ?? [];
          if (!second || /\p{sc=Arabic}/u.test(one.textContent)) continue;
          const start = words.data.indexOf(first);
          const next = words.data.indexOf(second, start + first.length);
          const [a, b] = [place(words, start, start + first.length), place(words, next, next + second.length)];
          if (a.width > 0 && a.top === b.top && a.left > b.left) turned.push(one.textContent.trim());
        }
        const heading = document.querySelector("h1");
        const text = document.createRange();
        text.selectNodeContents(heading);
        return { dir: root.dir, wide: root.scrollWidth > root.clientWidth, turned, gap: heading.getBoundingClientRect().right - text.getBoundingClientRect().right };
      });
      assert.deepEqual(found.turned, [], address);
      assert.equal(found.dir, "rtl");
      assert.ok(!found.wide, `${address} fits ${width}`);
      // An article in a language from left to right keeps its own side.
      if (!address.includes("herald")) assert.ok(found.gap < 2, `${address}: the heading begins at the right`);
    }
    await someone.close();
  }
});

/** What can be seen of a list that is narrowed down. */
const seen = (page) => page.locator("[data-entry]:visible");
const settled = (page, count) => page.waitForFunction((count) => [...document.querySelectorAll("[data-entry]")].filter((one) => one.checkVisibility({ contentVisibilityAuto: false })).length === count, count);

test("the timeline shows only what was asked for, keeps that in its address, and shows everything again", { timeout: 60_000 }, async () => {
  const someone = await reader(browser, sites.quake);
  const { page } = someone;
  await someone.open("timeline/");
  const all = await page.locator("[data-entry]").count();
  await settled(page, all);
  // What is said aloud waits until a reader has stopped typing.
  const says = (count) => page.waitForFunction((count) => new RegExp(`\\b${count}\\b`).test(document.querySelector("[role=status]").textContent), count);
  const query = () => new URL(page.url()).search;

  // Words: as they are typed, every one of them, in any case.
  const [first, , third] = (await page.locator("[data-entry] .event-title").last().textContent()).trim().split(/\s+/);
  await page.getByLabel("Words").fill(`${third.toUpperCase()} ${first}`);
  await page.waitForFunction((all) => document.querySelectorAll("[data-entry]:not([hidden])").length < all, all);
  const texts = await seen(page).allTextContents();
  assert.ok(texts.length > 0 && texts.every((text) => [first, third].every((word) => text.toLowerCase().includes(word.toLowerCase()))), `${texts}`);
  await says(texts.length);
  await page.getByLabel("Words").press("Enter");
  assert.equal(query(), `?words=${third.toUpperCase()}+${first}`);

  // A source and a kind, from what the list itself has; several controls at once.
  await page.locator("[type=reset]").click();
  await settled(page, all);
  assert.equal(query(), "");
  for (const name of ["source", "entity", "kind", "class"]) {
    const select = page.locator(`select[name=${name}]`);
    if ((await select.count()) === 0) continue;
    let most = 0;
    for (const option of (await select.locator("option").evaluateAll((all) => all.map((one) => one.value))).slice(1, 6)) {
      await select.selectOption(option);
      const count = await seen(page).count();
      assert.ok(count > 0 && count <= all, `${name} ${option}: ${count}`);
      assert.equal(new URL(page.url()).searchParams.get(name), option);
      most = Math.max(most, count);
    }
    assert.ok(most > 0);
    // The address is all that somebody else needs to see the same; the way back works.
    const count = await seen(page).count();
    const other = await reader(browser, sites.quake);
    await other.page.goto(page.url());
    await settled(other.page, count);
    await other.close();
    await select.selectOption("");
    await settled(page, all);
    await page.goBack();
    await settled(page, count);
    await page.goForward();
    await settled(page, all);
  }

  // Days: what may have been between them, and nothing without a date.
  await page.locator("[name=from]").fill("2024-03-12");
  await page.locator("[name=to]").fill("2024-03-14");
  await page.locator("[name=to]").press("Enter");
  const dates = await seen(page).evaluateAll((all) => all.map((one) => one.dataset.dates));
  assert.ok(dates.length > 0 && dates.length < all, `${dates}`);
  for (const date of dates) {
    const [first, last] = date.split("/");
    assert.ok((!first || first <= "2024-03-14") && (!last || last >= "2024-03-12"), date);
  }
  assert.match(query(), /from=2024-03-12/);
  await says(dates.length);

  // What fits nothing says so, and no heading stands over nothing.
  await page.getByLabel("Words").fill("no such word anywhere");
  await settled(page, 0);
  assert.equal(await page.locator("[data-group]:visible").count(), 0);
  await says(0);
  await someone.close();
});

test("the claims can be narrowed down to what one source says", { timeout: 60_000 }, async () => {
  const someone = await reader(browser, sites.quake);
  const { page } = someone;
  for (const address of ["claims/", "claims/all/"]) {
    await someone.open(address);
    const all = await seen(page).count();
    const select = page.locator("select[name=source]");
    const [, option] = await select.locator("option").allTextContents();
    await select.selectOption({ label: option });
    const shown = await seen(page).allTextContents();
    assert.ok(shown.length > 0 && shown.length < all, `${address}: ${shown.length} of ${all}`);
    for (const text of shown) assert.ok(text.includes(option), `${address}: ${option} is in ${text.slice(0, 200)}`);
  }
  await someone.close();
});
