// Search as a reader does it: type, choose, go through what was found with the keyboard, follow a link to the very words.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { CORPORA, PLACES, none, reader, repository, testBrowser, testSite } from "./harness.js";

const browser = await testBrowser();
const sites = {
  demonstration: await testSite(CORPORA.demonstration),
  quake: await testSite(CORPORA.quake, { under: PLACES[1] }),
};

/** Opens the search page and gives what there is to do on it. */
async function searcher(built, address = "search/", options = {}) {
  const someone = await reader(browser, built, options);
  await someone.open(address);
  const { page } = someone;
  const field = page.locator("form.search input[name=q]");
  const status = page.locator(".search-status");
  /** What is found now: waits until the page says so. */
  const found = async () => {
    await status.filter({ hasText: /\S/ }).waitFor();
    await page.waitForTimeout(250);
    return page.locator(".results > li").evaluateAll((items) => items.map((item) => ({
      text: item.textContent.replace(/\s+/g, " ").trim(),
      kind: /result-(\w+)/.exec(item.className)[1],
      href: item.querySelector("a").href,
      marks: [...item.querySelectorAll("mark")].map((mark) => mark.textContent),
    })));
  };
  const type = async (words) => {
    await field.fill("");
    await field.pressSequentially(words, { delay: 10 });
    return found();
  };
  return { ...someone, field, status, found, type, count: async () => Number((await status.textContent()).replace(/\D/g, "")) };
}

test("words are cut and folded in the browser as in the program", async () => {
  const someone = await searcher(sites.demonstration);
  const script = sites.demonstration.files.find((name) => /static\/search\..*\.js$/.test(name));
  const table = JSON.parse(await readFile(join(repository, "tests/search/words.json"), "utf8"));
  const all = await someone.page.evaluate(async ([url, texts]) => {
    const { cut, words, figures } = await import(url);
    return texts.map((text) => [text, cut(text).flatMap(({ written }) => words(written)), figures(text, cut(text)).flatMap(({ of }) => of)]);
  }, [sites.demonstration.url + script, table.map(([text]) => text)]);
  assert.deepEqual(all, table);
  await someone.close();
});

test("typing finds pages and quotes, and a quote leads to its passage", async () => {
  const someone = await searcher(sites.demonstration);
  const found = await someone.type("humanitarian aid");
  assert.ok(found.some(({ kind }) => kind === "question"), JSON.stringify(found));
  const quote = found.find(({ kind }) => kind === "quote");
  assert.match(quote.text, /“?.*humanitarian.*aid/i);
  assert.ok(quote.marks.includes("humanitarian") && quote.marks.includes("aid"), quote.marks.join());
  await someone.page.locator(".result-quote a").first().click();
  const passage = decodeURIComponent(new URL(someone.page.url()).hash.slice(1));
  assert.ok(await someone.page.evaluate((id) => document.getElementById(id)?.checkVisibility(), passage), passage);
  await someone.page.goBack();
  assert.equal(await someone.field.inputValue(), "humanitarian aid");
  assert.ok((await someone.found()).length > 0);
  await someone.close();
});

test("figures are found as they are written", async () => {
  const someone = await searcher(sites.demonstration);
  for (const figure of ["$20 million", "20 million"]) {
    const [first] = await someone.type(figure);
    assert.match(first.text, /20 million/, `${figure}: ${first.text}`);
  }
  await someone.close();
});

test("accents, apostrophes, other forms and beginnings are found", async () => {
  const someone = await searcher(sites.quake);
  for (const [typed, marked] of [
    ["earthquakes", /^earthquake$/i],
    ["QUAKE", /^quake$/i],
    ["buildin", /^buildings?$/i],
    ["лікарнею", /^лікарн/i],
    ["землетруси", /^землетрус/i],
    ["п’ять", /^п.?ят/i],
    ["زلزال", /زلزال/],
    ["الزِّلزال", /زلزال/],
  ]) {
    const found = await someone.type(typed);
    const marks = found.flatMap(({ marks }) => marks);
    assert.ok(marks.some((mark) => marked.test(mark)), `${typed}: ${(await someone.status.textContent())} ${marks.join()}`);
  }
  await someone.close();
});

test("a page whose first words have none of what was typed shows the passage that has", async () => {
  const someone = await searcher(sites.quake, "search/?q=dam+hospit&kind=article");
  await someone.found();
  await someone.page.locator(".results .line-quote mark").first().waitFor();
  // Below the fold, once they are scrolled to.
  await someone.open("search/?q=dam&kind=article");
  await someone.found();
  const last = someone.page.locator(".results .line").last();
  await last.scrollIntoViewIfNeeded();
  await last.locator("mark").first().waitFor();
  await someone.close();
});

test("several words must all be there; else it says that only some are", async () => {
  const someone = await searcher(sites.quake);
  await someone.type("dam");
  const many = await someone.count();
  await someone.type("dam hospital ");
  const few = await someone.count();
  assert.ok(few > 0 && few < many, `${few} of ${many}`);
  await someone.type("dam zebra ");
  assert.match(await someone.status.textContent(), /some of them/);
  await someone.type("zzzyyyxxx ");
  assert.match(await someone.status.textContent(), /Nothing was found/);
  await someone.close();
});

test("filters stand in the address, stay after a reload, and go back", async () => {
  const someone = await searcher(sites.quake, "search/?q=dam");
  const all = (await someone.found(), await someone.count());
  await someone.page.locator(".search summary").click();
  await someone.page.locator("select[name=kind]").selectOption("quote");
  let found = await someone.found();
  assert.deepEqual(new Set(found.map(({ kind }) => kind)), new Set(["quote"]));
  const source = someone.page.locator("select[name=source]");
  await source.selectOption({ index: 1 });
  await someone.found();
  const name = await source.evaluate((one) => one.selectedOptions[0].textContent);
  found = await someone.found();
  assert.ok(found.every(({ text }) => text.includes(name)), JSON.stringify(found));
  assert.match(someone.page.url(), /\?q=dam&kind=quote&source=[a-z0-9-]+$/);
  await someone.page.reload();
  assert.deepEqual(await someone.found(), found);
  assert.equal(await someone.page.locator("select[name=kind]").inputValue(), "quote");
  await someone.page.goBack();
  await someone.page.goBack();
  await someone.found();
  assert.equal(await someone.page.locator("select[name=kind]").inputValue(), "");
  assert.equal(await someone.count(), all);
  await someone.close();
});

test("a date, a source or an entity is enough to find by", async () => {
  const someone = await searcher(sites.quake, "search/?from=2024-03-13&to=2024-03-13&kind=event");
  const found = await someone.found();
  assert.ok(found.length > 0 && found.every(({ kind }) => kind === "event"));
  assert.ok(found.some(({ text }) => text.includes("13 March 2024")), JSON.stringify(found));
  assert.ok(!found.some(({ text }) => text.includes("Event 12 March 2024")), JSON.stringify(found));
  await someone.open("search/?entity=dolmira");
  assert.ok((await someone.found()).some(({ text }) => /Dolmira/.test(text)));
  const all = await someone.count();
  await someone.open("search/?entity=dolmira&kind=quote");
  await someone.found();
  assert.ok((await someone.count()) > 0 && (await someone.count()) !== all);
  await someone.close();
});

test("the keyboard does everything", async () => {
  const someone = await searcher(sites.demonstration);
  const { keyboard } = someone.page;
  const focused = () => someone.page.evaluate(() => document.activeElement.name ?? document.activeElement.closest("li")?.className ?? "");
  await keyboard.press("/");
  assert.equal(await focused(), "q");
  await keyboard.type("ukraine/");
  assert.equal(await someone.field.inputValue(), "ukraine/", "in the field it is a letter");
  await someone.found();
  await keyboard.press("ArrowDown");
  await keyboard.press("ArrowDown");
  assert.equal(await someone.page.evaluate(() => [...document.querySelectorAll(".results li")].indexOf(document.activeElement.closest("li"))), 1);
  await keyboard.press("ArrowUp");
  await keyboard.press("ArrowUp");
  assert.equal(await focused(), "q");
  await keyboard.press("ArrowDown");
  await keyboard.press("Escape");
  assert.equal(await focused(), "q");
  await keyboard.press("Escape");
  assert.equal(await someone.field.inputValue(), "");
  await someone.page.locator(".results > li").first().waitFor({ state: "detached" });
  assert.ok(await someone.page.locator(".a-to-z").isVisible());

  await someone.page.locator(".search summary").click();
  await someone.page.locator("input[name=slash]").uncheck();
  await someone.page.reload();
  await keyboard.press("/");
  assert.notEqual(await focused(), "q", "the key can be turned off");
  await someone.close();
});

test("every page leads to the search", async () => {
  const someone = await reader(browser, sites.demonstration);
  await someone.open("articles/");
  await someone.page.locator(".masthead-search input").fill("aid");
  await someone.page.keyboard.press("Enter");
  await someone.page.waitForURL("**/search/?q=aid");
  await someone.page.locator(".results > li").first().waitFor();
  await someone.page.setViewportSize({ width: 320, height: 640 });
  await someone.open("articles/");
  await someone.page.locator(".masthead-to-search a").click();
  await someone.page.waitForURL("**/search/");
  await someone.close();
});

test("more is shown when it is asked for", async () => {
  const someone = await searcher(sites.quake, "search/?q=the+earthquake");
  const first = await someone.found();
  assert.equal(first.length, 10);
  await someone.page.locator(".search-more").click();
  await someone.page.waitForFunction(() => document.querySelectorAll(".results > li").length > 10);
  assert.equal(await someone.page.evaluate(() => [...document.querySelectorAll(".results li")].indexOf(document.activeElement.closest("li"))), 10);
  await someone.close();
});

test("without JavaScript there is everything from A to Z", async () => {
  for (const built of Object.values(sites)) {
    const someone = await reader(browser, built, { javaScriptEnabled: false });
    await someone.open("search/?q=anything");
    const { page } = someone;
    const listed = new Set(await page.locator(".a-to-z li a").evaluateAll((links) => links.map((link) => link.getAttribute("href").replace("../", ""))));
    const missing = built.pages.filter((one) => /^(events|claims|entities|sources)\/./.test(one) && !/^claims\/all\//.test(one) && !listed.has(one));
    none(missing);
    assert.equal(await page.locator("form.search").count(), 0);
    await someone.close();
  }
});

test("an index that cannot be loaded leaves the list", async () => {
  const someone = await searcher(sites.demonstration);
  someone.expect(/index\.json|Failed to load|error/i);
  await someone.context.route("**/index.json", (route) => route.fulfill({ status: 404, body: "" }));
  await someone.field.fill("aid");
  await someone.status.filter({ hasText: "could not be loaded" }).waitFor();
  assert.ok(await someone.page.locator(".a-to-z").isVisible());
  await someone.close();
});

test("what must not be shown is in no file of the index", async () => {
  // Of articles that show quotations only, another sentence; a private person's name; drafts.
  for (const [name, words] of Object.entries({ quake: ["circus", "acrobat", "tarvosh", "тарвош", "تارفوش"] })) {
    const files = sites[name].files.filter((file) => /^search\/.*\.(txt|json)$/.test(file));
    assert.ok(files.length > 3);
    for (const file of files) {
      const text = (await readFile(join(sites[name].folder, file), "utf8")).toLowerCase();
      for (const word of words) assert.ok(!text.includes(word), `${file} has ${word}`);
    }
  }
});
