// The report page: reads the report that is embedded as JSON and shows it.

import { agentSection } from "./agent.js";
import { comparisonPage } from "./comparison.js";
import { append, el } from "./dom.js";
import { bytes, count, counted, duration, nanos, percent, rate } from "./figures.js";
import { findingsSection } from "./findings.js";
import { model as modelOf, sum } from "./model.js";
import { MapsTable } from "./table.js";
import { theme } from "./theme.js";

function header(model) {
  const { report, rows } = model;
  const { jvm, agent } = report;
  const operations = sum(rows.map((row) => row.operations));
  const blocked = sum(rows.map((row) => row.blocked));
  const told = new Date(report.generatedAt);
  const facts = [
    jvm.pid > 0 ? `pid ${jvm.pid}` : null,
    `${jvm.vendor} ${jvm.version}`,
    jvm.gc,
    counted(jvm.cpus, "CPU"),
    jvm.cpuNanos > 0 ? `${nanos(jvm.cpuNanos)} of CPU used` : null,
    jvm.allocatedBytes > 0 ? `${bytes(jvm.allocatedBytes)} allocated` : null,
    jvm.heapMaxBytes > 0 ? `heap up to ${bytes(jvm.heapMaxBytes)}` : null,
  ].filter(Boolean);
  const tiles = [
    ["findings", verdict(report.findings)],
    ["watched for", duration(report.durationSeconds)],
    ["operations", [count(operations), report.durationSeconds > 0 ? el("span", { class: "quiet" }, `${rate(operations / report.durationSeconds)} /s`) : null]],
    ["maps", [count(agent.trackedMaps), el("span", { class: "quiet" }, `from ${counted(agent.sites, "site")}`)]],
    ["threads blocked", blocked > 0 ? nanos(blocked) : "never"],
    ["counted", percent(agent.coverage)],
  ];
  return el(
    "header",
    { class: "top" },
    el("div", { class: "title" }, el("p", { class: "product" }, "Mapscope report"), el("h1", {}, jvm.mainClass || "a JVM"), theme()),
    el("p", { class: "quiet" }, el("time", { datetime: report.generatedAt }, told.toISOString().replace("T", " ").replace(/\.\d+Z/, " UTC")), " \u00b7 ", facts.join(" \u00b7 ")),
    el("dl", { class: "tiles" }, tiles.map(([name, value]) => el("div", {}, el("dt", {}, name), el("dd", {}, value)))),
    el("nav", { "aria-label": "Parts of the report" }, el("a", { href: "#findings" }, "Findings"), el("a", { href: "#maps" }, "All maps"), el("a", { href: "#agent" }, "The agent itself")),
  );
}

function verdict(findings) {
  const counts = ["error", "warning", "info"]
    .map((severity) => [severity, findings.filter((finding) => finding.severity === severity).length])
    .filter(([, n]) => n > 0);
  return counts.length === 0 ? "none" : counts.map(([severity, n]) => el("span", { class: `tally ${severity}` }, severity === "info" ? `${n} info` : counted(n, severity)));
}

function follow(table) {
  const match = /^#map-(\d+)$/.exec(location.hash);
  if (match) {
    table.reveal(Number(match[1]));
    return;
  }
  const finding = /^#finding-(\d+)$/.exec(location.hash);
  if (finding) {
    const details = document.querySelector(`#finding-${finding[1]} > details`);
    if (details) {
      details.open = true;
    }
  }
}

/** On paper nothing is folded: what can be opened is, and closed again afterwards. */
function openForPrint() {
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll("details:not([open])")];
    opened.forEach((details) => {
      details.dispatchEvent(new Event("print-open"));
      details.open = true;
    });
  });
  addEventListener("afterprint", () => opened.forEach((details) => (details.open = false)));
}

function show() {
  const data = JSON.parse(document.getElementById("report").textContent);
  const page = document.getElementById("page");
  if (data.comparison) {
    append(page, [comparisonPage(data), foot()]);
  } else {
    showReport(data, page);
  }
}

function foot() {
  return [
    el("footer", {}, el("p", { class: "quiet" }, "Made by Mapscope. This page loads nothing from anywhere: all it shows is in this file.")),
    el("div", { id: "announcements", class: "offscreen", role: "status" }),
  ];
}

function showReport(report, page) {
  const model = modelOf(report);
  const table = new MapsTable(model);
  append(page, [
    header(model),
    el("main", { id: "content", tabindex: "-1" }, findingsSection(model), table.section, agentSection(report)),
    foot(),
  ]);
  openForPrint();
  addEventListener("hashchange", () => follow(table));
  // A link to the section of the map that is shown already changes nothing in the address.
  page.addEventListener("click", (event) => {
    const link = event.target.closest?.('a[href^="#map-"]');
    if (link && link.getAttribute("href") === location.hash) {
      follow(table);
    }
  });
  // After the browser's own move to the fragment, which would take the focus away again.
  addEventListener("load", () => follow(table));
}

show();
