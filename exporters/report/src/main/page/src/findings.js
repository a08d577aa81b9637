// The findings, the gravest first, each with its evidence.

import { copyButton } from "./copy.js";
import { el } from "./dom.js";
import { counted, evidence, nanos, percent, rate } from "./figures.js";
import { madeAt, simple, titleOf } from "./names.js";
import { contention, growth, hotKeys, latency, ledger, mixBar, traffic } from "./pictures.js";
import { stack, stacks } from "./stacks.js";

const LABELS = { error: "Error", warning: "Warning", info: "Info" };

/** Findings shown whole from the start; more, and all that only inform, are folded. */
const SHOWN_WHOLE = 12;

const WAITING = [contention, latency, mixBar, hotKeys];
const BULK = [ledger, mixBar];
const GROWTH = [growth, mixBar];

/** The pictures that show what a rule saw; a rule that is not here gets the usual ones. */
const PICTURES = {
  "lock-contended-map": WAITING,
  "guarded-map-contended": WAITING,
  "hot-bin": WAITING,
  "blocking-compute": WAITING,
  "present-key-compute": WAITING,
  "striping-collision": WAITING,
  "lru-under-lock": WAITING,
  "costly-copy": BULK,
  "costly-serialization": BULK,
  "torn-copy": BULK,
  "unbounded-growth": [growth, traffic, mixBar],
  "oversized-map": GROWTH,
  "resize-churn": GROWTH,
};
const USUAL = [mixBar, traffic];

export const badge = (severity) => el("span", { class: `badge ${severity}` }, LABELS[severity] ?? severity);

/** All that the page says of what is wrong. */
export function findingsSection(model) {
  const findings = model.report.findings;
  const section = el("section", { id: "findings", "aria-labelledby": "findings-title" });
  section.append(el("h2", { id: "findings-title", tabindex: "-1" }, "Findings"));
  if (findings.length === 0) {
    section.append(nothing(model.report));
    return section;
  }
  if (findings.length > 1) {
    section.append(contents(findings));
  }
  findings.forEach((finding, i) => section.append(card(model, finding, i)));
  return section;
}

function nothing(report) {
  const seen = report.maps.length > 0;
  return el(
    "p",
    { class: "calm" },
    seen
      ? "Nothing was found that is worth a change: no misuse, no waiting, no waste above the thresholds of the rules."
      : "No map was seen. Was the application used while the agent watched?",
  );
}

function contents(findings) {
  const items = findings.map((finding, i) =>
    el("li", {}, badge(finding.severity), el("a", { href: `#finding-${i + 1}`, onclick: () => open(i + 1) }, titleOf(finding))),
  );
  const list = el("ol", { class: "contents" }, items);
  return findings.length > SHOWN_WHOLE
    ? el("details", { open: findings.length <= 2 * SHOWN_WHOLE }, el("summary", {}, "All findings at a glance"), list)
    : list;
}

function open(number) {
  const details = document.querySelector(`#finding-${number} > details`);
  if (details) {
    details.open = true;
  }
}

function card(model, finding, i) {
  const title = el("h3", { id: `finding-title-${i + 1}` }, badge(finding.severity), " ", titleOf(finding));
  const article = el("article", { class: `finding ${finding.severity}`, id: `finding-${i + 1}`, "aria-labelledby": title.id });
  const folded = i >= SHOWN_WHOLE || finding.severity === "info";
  if (!folded) {
    article.append(title, body(model, finding));
    return article;
  }
  article.append(lazyDetails(el("summary", {}, title, el("p", { class: "measured" }, finding.explanation)), () => body(model, finding, true)));
  return article;
}

/** Details whose content is made when they are first opened. */
export function lazyDetails(summary, make) {
  const details = el("details", { class: "lazy" }, summary);
  const fill = () => {
    if (details.childElementCount === 1) {
      details.append(make());
    }
  };
  details.addEventListener("toggle", fill);
  details.addEventListener("print-open", fill);
  return details;
}

function body(model, finding, explained) {
  const row = model.byId.get(finding.map);
  return el(
    "div",
    { class: "body" },
    explained ? null : el("p", { class: "measured" }, finding.explanation),
    row ? place(row) : null,
    row ? pictures(finding, row.map) : null,
    figures(finding),
    texts(finding),
    instead(finding),
    caveats(finding),
    gain(finding),
    el("p", { class: "quiet" }, "Rule ", el("code", {}, finding.rule), `, ${percent(finding.confidence)} sure`),
  );
}

function place(row) {
  const site = row.map.site;
  return el(
    "p",
    { class: "place" },
    site.field ? [el("code", {}, site.field), ", "] : null,
    `a ${row.type}, `,
    el("code", { class: "made" }, madeAt(site)),
    " \u00b7 ",
    el("a", { href: `#map-${row.index}` }, "all about this map"),
  );
}

function pictures(finding, map) {
  const drawn = (PICTURES[finding.rule] ?? USUAL).map((draw) => draw(map)).filter(Boolean);
  return drawn.length === 0 ? null : el("div", { class: "pictures" }, drawn);
}

/** The single figures, name and value. */
function figures(finding) {
  const items = Object.entries(finding.evidence)
    .filter(([, value]) => !Array.isArray(value))
    .map(([name, value]) => evidence(name, value))
    .map(([name, value]) => el("div", {}, el("dt", {}, name), el("dd", {}, value)));
  return items.length === 0 ? null : el("dl", { class: "evidence" }, items);
}

/** The lists among the evidence: stacks and call sites. */
function texts(finding) {
  const lists = Object.entries(finding.evidence).filter(([, value]) => Array.isArray(value) && value.length > 0);
  return lists.length === 0 ? null : stacks(lists.map(([name, value]) => stack(evidence(name, "")[0], value)));
}

function instead(finding) {
  const { kind, type, snippet } = finding.replacement;
  const words = kind.replaceAll("-", " ");
  return el(
    "section",
    { class: "instead" },
    el("h4", {}, "Instead: ", type ? [el("code", { title: type }, simple(type)), ` (${words})`] : words),
    snippet
      ? el("div", { class: "snippet" }, copyButton(snippet, "the code"), el("pre", { tabindex: "0", role: "group", "aria-label": "Code" }, el("code", {}, snippet.trimEnd())))
      : null,
  );
}

function caveats(finding) {
  return finding.caveats.length === 0
    ? null
    : el("section", { class: "mind" }, el("h4", {}, "Before you do"), el("ul", {}, finding.caveats.map((caveat) => el("li", {}, caveat))));
}

/** What a replay of the recorded operations has measured, when there was one. */
function gain(finding) {
  const proven = finding.provenGain;
  if (!proven || typeof proven !== "object") {
    return null;
  }
  return el(
    "section",
    { class: "gain" },
    el("h4", {}, proven.complete === false ? "Measured gain (interrupted)" : "Measured gain"),
    el("p", {}, outcome(proven)),
    el("div", { class: "scroll", tabindex: "0", role: "group", "aria-label": "Forms measured" }, ranking(proven.candidates ?? [])),
    notes(proven),
  );
}

const times = (n) => (n >= 1000 ? ">999" : n.toFixed(n < 10 ? 2 : 1));

function outcome(proven) {
  if (!proven.advised) {
    return "What is advised is none of the forms that were measured.";
  }
  const ratio = typeof proven.speedup === "number" ? `${times(proven.speedup)} times (${times(proven.speedupLow)} to ${times(proven.speedupHigh)}) the operations in the same time` : "not measured";
  return `${proven.advised} against ${proven.baseline}: ${proven.verdict === "tie" ? "a tie, " : ""}${ratio}.`;
}

function ranking(candidates) {
  const heads = ["Form", "Operations/s", "Times", "95 %", "p50", "p99", "Bytes/operation", "Bytes/entry"];
  const rows = candidates.map((one) =>
    el(
      "tr",
      {},
      el("th", { scope: "row" }, one.name),
      cell(one.operationsPerSecond, rate),
      cell(one.speedup, times),
      el("td", {}, typeof one.speedup === "number" ? `${times(one.speedupLow)} to ${times(one.speedupHigh)}` : one.verdict),
      cell(one.p50Nanos, (n) => nanos(Math.round(n))),
      cell(one.p99Nanos, (n) => nanos(Math.round(n))),
      cell(one.allocatedBytesPerOperation, (n) => n.toFixed(0)),
      cell(one.retainedBytesPerEntry, (n) => n.toFixed(0)),
    ),
  );
  const head = el("tr", {}, heads.map((name) => el("th", { scope: "col" }, name)));
  return el("table", { class: "small" }, el("thead", {}, head), el("tbody", {}, rows));
}

const cell = (value, show) => el("td", {}, typeof value === "number" ? show(value) : "-");

/** What the figures are worth: how forms differ, what was replayed and what was not. */
function notes(proven) {
  const forms = (proven.candidates ?? [])
    .map((one) => [one.name, [one.problem, ...(one.differences ?? [])].filter(Boolean)])
    .filter(([, lines]) => lines.length > 0)
    .map(([name, lines]) => `${name}: ${lines.join("; ")}`);
  const replayed = `${counted(proven.threads, "thread")}, ${counted(proven.entries, "entry", "entries")}, ${counted(proven.rounds, "round")}, seed ${proven.seed}, on ${proven.measuredOn}`;
  const parts = [
    ["Mind", forms],
    ["Replayed", [replayed]],
    ["As recorded", proven.reproduced ?? []],
    ["Not as recorded", proven.notReproduced ?? []],
    ["Another machine", proven.otherMachine ?? []],
  ].filter(([, lines]) => lines.length > 0);
  return el(
    "details",
    {},
    el("summary", {}, "What these figures are worth"),
    parts.map(([title, lines]) => [el("h5", {}, title), el("ul", {}, lines.map((line) => el("li", {}, line)))]),
  );
}
