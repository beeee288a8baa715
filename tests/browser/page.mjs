// Opens pages in Chromium and tells as JSON what happened; the tests judge it.
// node page.mjs CHROMIUM TASK PAGE
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const require = createRequire(import.meta.url);
const { chromium } = require("playwright-core");
const [, , executablePath, task, page] = process.argv;
const address = pathToFileURL(page).href;
const quiet = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--no-first-run", "--disable-sync"];
const browser = await chromium.launch({ executablePath, args: quiet });

const open = async (options = {}, hash = "") => {
  const context = await browser.newContext({ viewport: { width: 1024, height: 900 }, ...options });
  const tab = await context.newPage();
  tab.said = [];
  tab.asked = [];
  tab.on("console", (message) => tab.said.push(`${message.type()}: ${message.text()}`));
  tab.on("dialog", (dialog) => tab.said.push(`dialog: ${dialog.message()}`));
  tab.on("pageerror", (error) => tab.said.push(String(error)));
  tab.on("request", (request) => {
    if (request.url().split("#")[0] !== address) tab.asked.push(request.url());
  });
  await tab.goto(address + hash);
  await tab.waitForTimeout(200);
  return tab;
};
const frames = (tab) => tab.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
const state = async (tab) => {
  await frames(tab);
  return tab.evaluate(() => ({
    count: document.getElementById("count").textContent,
    seen: [...document.querySelectorAll(".ev .what")].filter((each) => each.checkVisibility()).map((each) => each.textContent),
    focus: document.activeElement.name || document.activeElement.id || document.activeElement.tagName,
  }));
};
const opened = (tab, id) =>
  tab.evaluate((id) => {
    const body = document.getElementById(id);
    const box = body.closest(".ev").getBoundingClientRect();
    return { open: body.checkVisibility(), top: box.top, height: innerHeight };
  }, id);

const tasks = {
  async looks() {
    const looks = [];
    for (const width of [390, 1024, 1600]) {
      for (const colorScheme of ["light", "dark"]) {
        const tab = await open({ viewport: { width, height: 900 }, colorScheme });
        looks.push({
          width,
          colorScheme,
          said: tab.said,
          asked: tab.asked,
          over: await tab.evaluate(() => document.documentElement.scrollWidth - innerWidth),
          paper: await tab.evaluate(() => getComputedStyle(document.body).backgroundColor),
        });
      }
    }
    return looks;
  },
  async keys() {
    const tab = await open();
    const story = { before: await state(tab) };
    for (let at = 0; at < 20 && (await state(tab)).focus !== "text"; at += 1) await tab.keyboard.press("Tab");
    await tab.keyboard.type("reef");
    story.typed = await state(tab);
    await tab.keyboard.press("Escape");
    story.escaped = await state(tab);
    await tab.keyboard.press("Tab");
    await tab.keyboard.press("ArrowDown");
    story.article = await state(tab);
    await tab.keyboard.press("Tab");
    await tab.keyboard.press("Tab");
    await tab.keyboard.press("p");
    story.both = await state(tab);
    await tab.keyboard.press("Tab");
    await tab.keyboard.press("Enter");
    story.cleared = await state(tab);
    await tab.focus("#axis a[tabindex='0']");
    await tab.keyboard.press("ArrowRight");
    story.axis = await tab.evaluate(() => [...document.querySelectorAll("#axis a")].indexOf(document.activeElement));
    story.stops = await tab.evaluate(() => document.querySelectorAll("#axis a[tabindex='0']").length);
    await tab.focus(".ev summary");
    await tab.keyboard.press("Enter");
    story.entered = await tab.evaluate(() => document.querySelector(".ev .body").checkVisibility());
    story.said = tab.said;
    return story;
  },
  async links() {
    const first = await open();
    const id = await first.evaluate(() => [...document.querySelectorAll(".fold .body")].at(-1).id);
    await first.fill("[name=text]", "no such word");
    const hidden = await state(first);
    await first.evaluate((id) => { location.hash = id; }, id);
    await first.waitForTimeout(300);
    const fresh = await open({}, `#${id}`);
    const bare = await open({ javaScriptEnabled: false }, `#${id}`);
    return {
      hidden: hidden.seen.length,
      none: await first.evaluate(() => document.getElementById("none").checkVisibility()),
      filtered: await opened(first, id),
      fresh: await opened(fresh, id),
      bare: await opened(bare, id),
      form: await bare.evaluate(() => document.getElementById("filter").checkVisibility()),
    };
  },
  async axe() {
    const script = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
    const found = [];
    for (const [width, colorScheme, isOpen] of [[390, "light", true], [1024, "dark", false], [1024, "dark", true]]) {
      const tab = await open({ viewport: { width, height: 900 }, colorScheme, bypassCSP: true });
      // Sections that are not drawn yet have guessed heights, which axe takes for real ones.
      await tab.addStyleTag({ content: ".day { content-visibility: visible !important }" });
      if (isOpen) await tab.click("#unfold");
      await tab.evaluate(script);
      const { violations, passes } = await tab.evaluate(() => axe.run(document, { rules: { "target-size": { enabled: true } } }));
      const told = violations.map((each) => `${each.id}: ${each.nodes[0].html.slice(0, 120)}`);
      found.push({ width, colorScheme, isOpen, passes: passes.length, violations: told });
    }
    return found;
  },
  async speed() {
    const tab = await open();
    const paint = await tab.evaluate(() => performance.getEntriesByType("paint").at(-1).startTime);
    const filter = {};
    for (const word of ["reef", "herald ferry", "zzz", ""]) {
      filter[word] = await tab.evaluate((word) => new Promise((done) => {
        const field = document.querySelector("[name=text]");
        const start = performance.now();
        field.value = word;
        field.dispatchEvent(new Event("input", { bubbles: true }));
        requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - start)));
      }), word);
    }
    return { paint, filter, events: await tab.evaluate(() => document.querySelectorAll(".ev").length) };
  },
};

console.log(JSON.stringify(await tasks[task]()));
await browser.close();
