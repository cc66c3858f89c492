// Every kind of page fits a small phone, also with letters twice as large, and says what it says without JavaScript.
import assert from "node:assert/strict";
import { test } from "node:test";
import { kinds, none, reader, testBrowser, testSites } from "./harness.js";

const browser = await testBrowser();
const sites = await testSites();

/** What sticks out of the page to a side where nobody can scroll to it, or where one has to. */
const outside = () => {
  const root = document.documentElement;
  const found = root.scrollWidth > root.clientWidth ? [`the page is ${root.scrollWidth} wide`] : [];
  // A part may scroll by itself, as a wide table does; then what is in it may be wide.
  const scrolls = (one) => one && one !== root && (/auto|scroll|hidden|clip/.test(getComputedStyle(one).overflowX) || scrolls(one.parentElement));
  // What is placed freely gets out of a part that scrolls, unless that is what it is placed in.
  const parent = (one) => (getComputedStyle(one).position === "absolute" ? one.offsetParent : one.parentElement);
  for (const one of document.body.querySelectorAll("*")) {
    if (one.matches("svg *, .skip")) continue;
    const { left, right, width } = one.getBoundingClientRect();
    if (width > 0 && (right > root.clientWidth + 1 || left < -1) && !scrolls(parent(one))) {
      found.push(`${one.tagName}.${one.className} from ${Math.round(left)} to ${Math.round(right)}: ${one.textContent.trim().slice(0, 60)}`);
    }
  }
  return found.slice(0, 3);
};

for (const name of Object.keys(sites)) {
  for (const large of [false, true]) {
    test(`${name} fits 320 pixels${large ? " with letters twice as large" : ""}`, { timeout: 120_000 }, async () => {
      const someone = await reader(browser, sites[name], { viewport: { width: 320, height: 640 } });
      someone.expect(/404\.html/);
      const found = [];
      for (const address of await kinds(sites[name])) {
        await someone.open(address);
        await someone.page.evaluate((large) => {
          if (large) document.documentElement.style.fontSize = "200%";
          for (const one of document.querySelectorAll("details")) one.open = true;
          // What is far down has no size before it is near.
          for (const one of document.querySelectorAll("*")) if (getComputedStyle(one).contentVisibility === "auto") one.style.contentVisibility = "visible";
        }, large);
        for (const what of await someone.page.evaluate(outside)) found.push(`${address}: ${what}`);
      }
      await someone.close();
      none(found);
    });
  }

  test(`${name} says the same without JavaScript`, { timeout: 120_000 }, async () => {
    const withScripts = await reader(browser, sites[name]);
    const without = await reader(browser, sites[name], { javaScriptEnabled: false });
    const found = [];
    for (const address of await kinds(sites[name])) {
      for (const one of [withScripts, without]) one.expect(/404\.html/);
      await withScripts.open(address);
      await without.open(address);
      // The words in their order, whatever is folded, but for what scripts add: it is for them alone.
      const words = async ({ page }) => (await page.locator("main").evaluate((main) => {
        const copy = main.cloneNode(true);
        for (const one of copy.querySelectorAll("details:has(> form), form[role=search], template, [role=status], noscript, script")) one.remove();
        return copy.textContent.replace(/\s+/g, " ").trim();
      }));
      const [plain, rich] = [await words(without), await words(withScripts)];
      if (plain !== rich) found.push(`${address}: ${plain.slice(0, 200)} … is with scripts ${rich.slice(0, 200)} …`);
      const shown = await without.page.locator("main").innerText();
      if (shown.trim().length < 20) found.push(`${address}: shows only ${shown}`);
      // No control that does nothing.
      const idle = await without.page.locator("button:visible, select:visible, input:visible").count();
      if (idle) found.push(`${address}: has ${idle} controls that need JavaScript`);
    }
    await withScripts.close();
    await without.close();
    none(found);
  });
}

test("an address that moved leads on to where the page is", async () => {
  const { quake } = sites;
  assert.ok(quake.moved.length > 0);
  const someone = await reader(browser, quake);
  for (const address of quake.moved) {
    await someone.open(address);
    await someone.page.waitForURL((url) => quake.pages.includes(url.href.slice(quake.url.length)));
  }
  await someone.close();
});
