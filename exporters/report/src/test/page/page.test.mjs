// The report page in a real Chromium. PageIT writes the pages and runs this.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";

const { MAPSCOPE_MODULES, MAPSCOPE_CHROMIUM, MAPSCOPE_PAGES } = process.env;
const require = createRequire(join(MAPSCOPE_MODULES, "x.js"));
const { chromium } = require("playwright-core");
const AXE = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

const LAPTOP = { width: 1280, height: 800 };
const PHONE = { width: 390, height: 844 };

/** Far above what it takes, so that a busy machine does not fail the test; the figures are printed. */
const SLOW_MILLIS = 15_000;

let browser;
before(async () => {
  browser = await chromium.launch({ executablePath: MAPSCOPE_CHROMIUM, args: ["--no-sandbox"] });
});
after(() => browser.close());

/** Opens a page, lets `use` work with it, and makes sure that it complained about nothing. */
async function open(name, { hash = "", ...options }, use) {
  const context = await browser.newContext({ viewport: LAPTOP, ...options });
  const complaints = [];
  const requests = [];
  try {
    const page = await context.newPage();
    page.on("console", (message) => ["error", "warning"].includes(message.type()) && complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(String(error.stack)));
    page.on("dialog", (dialog) => complaints.push(`dialog ${dialog.message()}`));
    page.on("request", (request) => requests.push(request.url()));
    const address = pathToFileURL(join(MAPSCOPE_PAGES, `${name}.html`)).href;
    await page.goto(address + hash);
    await use(page, context);
    assert.deepEqual(complaints, []);
    assert.deepEqual(
      requests.filter((url) => !url.startsWith(address)),
      [],
      "the page asked for something outside of its file",
    );
  } finally {
    await context.close();
  }
}

const names = (page) => page.locator(".maps > tbody > tr:not(.detail) .map-name").allTextContents();
const shot = (page, name, fullPage = true) => page.screenshot({ path: join(MAPSCOPE_PAGES, `${name}.png`), fullPage });

async function violations(page) {
  await page.evaluate(AXE);
  const found = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
  return found.violations.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.html.slice(0, 200)).join(" | ")}`);
}

test("findings come first, the gravest at the top, each with pictures and figures", async () => {
  await open("shop", {}, async (page) => {
    assert.equal(await page.title(), "Mapscope report of com.acme.shop.Main");
    assert.deepEqual(await page.locator("h2").allTextContents(), ["Findings", "All maps", "The agent itself"]);
    const first = page.locator("article.finding").first();
    assert.match(await first.innerText(), /Error\s+HashMap Sessions\.byId is used by several threads at once/);
    assert.match(await first.innerText(), /overlaps\s+1407/);
    assert.match(await first.locator("figure svg").first().getAttribute("aria-label"), /^Operations: 98\.2.K; 8 threads reading/);
    assert.match(await first.innerText(), /Before you do\s+ConcurrentHashMap allows no null keys/);
    await shot(page, "shop-light");
  });
});

test("a folded finding opens by mouse and by keyboard, and from the list above", async () => {
  await open("shop", {}, async (page) => {
    const folded = page.locator("#finding-2 > details");
    await folded.locator("summary").first().focus();
    await page.keyboard.press("Enter");
    await folded.getByText("table = Map.copyOf(changed);").waitFor();
    await folded.locator("summary").first().click();
    assert.equal(await folded.evaluate((details) => details.open), false);
    await page.locator(".contents a").nth(1).click();
    assert.equal(await folded.evaluate((details) => details.open), true);
  });
});

test("columns sort both ways and say so", async () => {
  await open("shop", {}, async (page) => {
    const entries = page.getByRole("columnheader", { name: "Entries" });
    assert.equal((await names(page))[0], "Routes.table");
    await entries.getByRole("button").click();
    assert.equal((await names(page))[0], "Sessions.byId");
    assert.equal(await entries.getAttribute("aria-sort"), "descending");
    await entries.getByRole("button").focus();
    await page.keyboard.press("Enter");
    assert.equal(await entries.getAttribute("aria-sort"), "ascending");
    assert.equal((await names(page)).at(-1), "Sessions.byId");
    assert.match(await page.locator("#announcements").innerText(), /Sorted by Entries, smallest first/);
  });
});

test("maps are filtered by text, class and findings", async () => {
  await open("shop", {}, async (page) => {
    await page.getByLabel("Filter").fill("shop.sess");
    assert.deepEqual(await names(page), ["Sessions.byId"]);
    assert.equal(await page.locator("#table-says").innerText(), "1 of 4 map sites");
    await page.getByLabel("Filter").fill("no such map");
    assert.equal(await page.locator("#table-says").innerText(), "None of 4 map sites fits");
    await page.getByLabel("Filter").fill("");
    await page.locator("#type").selectOption("TreeMap");
    assert.deepEqual(await names(page), ["(all further sites)"]);
    await page.locator("#type").selectOption("");
    await page.getByLabel("with findings only").check();
    assert.deepEqual(await names(page), ["Routes.table", "Sessions.byId"]);
  });
});

test("what is estimated has its error beside it", async () => {
  await open("shop", {}, async (page) => {
    await page.getByRole("button", { name: "Routes.table" }).click();
    const section = page.getByRole("region", { name: "Routes.table" });
    assert.match(await section.innerText(), /operations\s+1\.22.M \u00b1 1200, /i);
  });
});

test("a row opens to the section of its map, by keyboard too, and by a link", async () => {
  await open("shop", {}, async (page) => {
    const button = page.getByRole("button", { name: "Routes.table" });
    await button.focus();
    await page.keyboard.press("Enter");
    assert.equal(await button.getAttribute("aria-expanded"), "true");
    const section = page.getByRole("region", { name: "Routes.table" });
    assert.match(await section.innerText(), /com\.acme\.shop\.Router\.route:88/);
    assert.ok((await section.locator("figure").count()) >= 5);
    await shot(page, "shop-map");
    await button.click();
    assert.equal(await page.locator(".detail").count(), 0);
    await page.locator("#finding-1 a", { hasText: "all about this map" }).click();
    await page.getByRole("region", { name: "Sessions.byId" }).waitFor();
  });
  await open("shop", { hash: "#map-2" }, async (page) => {
    await page.getByRole("region", { name: "Trail.start (first use)" }).waitFor();
    assert.match(await page.locator(":focus").innerText(), /Trail\.start/);
  });
});

test("long names break after dots, never within a word, and are searched and copied as they are", async () => {
  await open("shop", { viewport: PHONE }, async (page) => {
    const lines = await page.locator(".map-name, .maps .type").evaluateAll((all) =>
      all.flatMap((name) =>
        [...name.childNodes]
          .filter((node) => node.nodeType === Node.TEXT_NODE)
          .map((node) => {
            const range = document.createRange();
            range.selectNodeContents(node);
            const tops = new Set([...range.getClientRects()].map((rect) => Math.round(rect.top)));
            return { word: node.data, lines: node.data.includes(" ") ? 1 : tops.size };
          }),
      ),
    );
    assert.deepEqual(lines.filter((part) => part.lines !== 1), []);
    const name = page.locator(".map-name", { hasText: "Sessions.byId" });
    assert.ok((await name.locator("wbr").count()) > 0);
    assert.equal(
      await name.evaluate((element) => {
        getSelection().selectAllChildren(element);
        return getSelection().toString();
      }),
      "Sessions.byId",
    );
    assert.equal(await page.evaluate(() => getSelection().empty() ?? globalThis.find("SynchronizedMap(HashMap)")), true);
  });
});

test("the code is copied", async () => {
  await open("shop", { permissions: ["clipboard-read", "clipboard-write"] }, async (page) => {
    await page.getByRole("button", { name: "Copy the code" }).first().click();
    await page.getByRole("button", { name: "Copy the code" }).first().getByText("Copied").waitFor();
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), "private final Map<String, Session> byId = new ConcurrentHashMap<>();\n");
  });
});

test("dark where the system is dark, unless the reader chooses otherwise", async () => {
  const background = (page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await open("shop", { colorScheme: "dark" }, async (page) => {
    assert.equal(await background(page), "rgb(17, 20, 24)");
    await shot(page, "shop-dark");
    await page.getByLabel("Theme").selectOption("light");
    assert.equal(await background(page), "rgb(255, 255, 255)");
    await page.getByLabel("Theme").selectOption("auto");
    assert.equal(await background(page), "rgb(17, 20, 24)");
    await page.emulateMedia({ colorScheme: "light" });
    await page.waitForFunction(() => getComputedStyle(document.body).backgroundColor === "rgb(255, 255, 255)");
  });
});

test("on paper it is light, whole and without controls", async () => {
  await open("shop", { colorScheme: "dark" }, async (page) => {
    const paper = await page.pdf({ path: join(MAPSCOPE_PAGES, "shop.pdf"), format: "A4" });
    assert.ok(paper.length > 10_000);
    assert.equal(await page.locator("#finding-2 > details > .body").count(), 1, "a folded finding was printed");
    await page.emulateMedia({ media: "print" });
    assert.equal(await page.evaluate(() => getComputedStyle(document.body).backgroundColor), "rgb(255, 255, 255)");
    for (const control of [".controls", ".theme", ".copy >> nth=0"]) {
      assert.equal(await page.locator(control).isVisible(), false, control);
    }
    assert.equal(await page.getByRole("heading", { name: "All maps" }).isVisible(), true);
  });
});

for (const [name, options] of [
  ["shop", {}],
  ["shop", { colorScheme: "dark" }],
  ["shop", { viewport: PHONE }],
  ["hostile", {}],
  ["empty", {}],
  ["comparison", {}],
  ["comparison", { colorScheme: "dark" }],
]) {
  test(`no accessibility violation: ${name} ${JSON.stringify(options)}`, async () => {
    await open(name, options, async (page) => {
      for (const details of await page.locator("details").all()) {
        await details.evaluate((one) => (one.open = true));
      }
      for (const button of await page.locator(".maps .open").all()) {
        await button.click();
      }
      assert.deepEqual(await violations(page), []);
    });
  });
}

for (const name of ["shop", "hostile", "empty", "comparison"]) {
  test(`nothing is wider than a phone: ${name}`, async () => {
    await open(name, { viewport: PHONE, isMobile: true, hasTouch: true }, async (page) => {
      for (const button of await page.locator(".maps .open").all()) {
        await button.tap();
      }
      assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= PHONE.width);
      await shot(page, `${name}-phone`);
    });
  });
}

test("names that are markup are shown as what they are", async () => {
  await open("hostile", {}, async (page) => {
    const before = await page.title();
    assert.equal(await page.locator("script").count(), 2);
    assert.equal(await page.locator("img").count(), 0);
    assert.match(await page.locator(".maps").innerText(), /<script>/);
    assert.match(await page.locator(".maps").innerText(), /onerror="document\.title='run'"/);
    for (const button of await page.locator(".maps .open").all()) {
      await button.click();
    }
    assert.equal(await page.title(), before);
    assert.doesNotMatch(await page.locator("body").innerText(), /[\u202e\u2028\u0000-\u0008]/);
    await shot(page, "hostile");
  });
});

test("a report without maps says so", async () => {
  await open("empty", {}, async (page) => {
    assert.match(await page.locator("#findings").innerText(), /No map was seen/);
    await shot(page, "empty");
  });
});

test("a comparison tells what appeared, went, got worse and better", async () => {
  await open("comparison", {}, async (page) => {
    assert.match(await page.locator("#findings").innerText(), /Appeared\s+Error\s+HashMap Sessions\.byId/);
    assert.match(await page.locator("#findings").innerText(), /Gone\s+Info\s+Routes\.table is read/);
    assert.match(await page.locator("#worse").innerText(), /Sessions\.byId/);
    assert.match(await page.locator("#better").innerText(), /Routes\.table/);
    await shot(page, "comparison");
  });
});

test("without scripts the text report is there", async () => {
  await open("shop", { javaScriptEnabled: false }, async (page) => {
    assert.match(await page.locator("pre").innerText(), /Findings: 1 error, 1 info/);
  });
});

test("5,000 map sites stay responsive", async (context) => {
  await open("large", {}, async (page) => {
    const took = {};
    const measure = async (what, action) => {
      const from = await page.evaluate(() => performance.now());
      await action();
      took[what] = Math.round(await page.evaluate((start) => new Promise((done) => requestAnimationFrame(() => setTimeout(() => done(performance.now() - start)))), from));
    };
    took.load = Math.round(await page.evaluate(() => performance.getEntriesByType("navigation")[0].loadEventEnd));
    assert.equal(await page.locator(".maps > tbody > tr").count(), 50);
    await measure("sort", () => page.getByRole("columnheader", { name: "Entries" }).getByRole("button").click());
    await measure("filter", () => page.getByLabel("Filter").fill("a"));
    await measure("page", () => page.getByRole("button", { name: "Next" }).click());
    await measure("expand", () => page.locator(".maps .open").first().click());
    context.diagnostic(`milliseconds: ${JSON.stringify(took)}`);
    for (const [what, millis] of Object.entries(took)) {
      assert.ok(millis < SLOW_MILLIS, `${what} took ${millis} ms`);
    }
    await page.getByLabel("Filter").fill("");
    await page.getByRole("button", { name: "Last" }).click();
    assert.equal(await page.locator("#table-says").innerText(), "5000 map sites, 4951 to 5000 shown");
    await shot(page, "large", false);
  });
});
