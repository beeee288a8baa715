// Lets TimelineJS read a file in Chromium and tells as JSON what it shows; the tests judge it.
// node show.mjs CHROMIUM FILE [SCREENSHOT]
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, extname, join } from "node:path";

const require = createRequire(import.meta.url);
const { chromium } = require("playwright-core");
const [, , executablePath, file, screenshot] = process.argv;
const home = join(dirname(require.resolve("@knight-lab/timelinejs/package.json")), "dist");
const data = `data${extname(file)}`;
const host = "http://timeline.test/";
const html = `<!doctype html><link rel="stylesheet" href="css/timeline.css">
<div id="timeline" style="width: 1000px; height: 700px"></div><script src="js/timeline.js"></script>
<script>window.timeline = new TL.Timeline("timeline", "${host}${data}", { font: null, script_path: "${host}js/" })</script>`;
const types = { ".css": "text/css", ".js": "text/javascript", ".json": "application/json", ".csv": "text/csv" };

const browser = await chromium.launch({
  executablePath,
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--no-first-run", "--disable-sync"],
});
const page = await browser.newPage({ viewport: { width: 1024, height: 760 } });
const told = { said: [], asked: [], dialogs: 0 };
page.on("console", (message) => message.type() === "error" && told.said.push(message.text()));
page.on("pageerror", (error) => told.said.push(String(error)));
page.on("dialog", (dialog) => { told.dialogs += 1; dialog.dismiss(); });
await page.route("**/*", (route) => {  // nothing leaves this process
  const path = route.request().url().replace(host, "");
  if (path === "") return route.fulfill({ contentType: "text/html", body: html });
  if (path.startsWith("http")) { told.asked.push(path); return route.abort(); }
  if (path === "favicon.ico") return route.fulfill({ status: 204 });
  const body = path === data ? readFileSync(file) : readFileSync(join(home, path.split("?")[0]));
  return route.fulfill({ contentType: `${types[extname(path.split("?")[0])] ?? "font/woff2"}; charset=utf-8`, body });
});
await page.goto(host);
await page.waitForFunction(() => document.querySelectorAll(".tl-slide").length || document.querySelector(".tl-message-full")?.textContent.includes("rror"), null, { timeout: 60000 });
await page.waitForTimeout(1500);
Object.assign(told, await page.evaluate(() => ({
  markers: document.querySelectorAll(".tl-timemarker").length,
  groups: [...document.querySelectorAll(".tl-timegroup-message")].map((each) => each.textContent),
  slides: [...document.querySelectorAll(".tl-slide")].map((slide) => ({
    headline: slide.querySelector(".tl-headline")?.textContent ?? "",
    date: slide.querySelector(".tl-headline-date")?.textContent ?? "",
    text: slide.querySelector(".tl-text-content")?.textContent ?? "",
  })),
  made: [...document.querySelectorAll(".tl-text *, .tl-timemarker-text *, .tl-timegroup *")].map((each) => each.tagName),
  configured: window.timeline.config?.events.map((each) => each.unique_id) ?? [],
})));
if (screenshot) await page.screenshot({ path: screenshot });
process.stdout.write(JSON.stringify(told));
await browser.close();
