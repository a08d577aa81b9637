// The comparison of two reports: findings that came and went, figures that got better and worse.

import { append, el } from "./dom.js";
import { count, counted, duration, percent, rate } from "./figures.js";
import { badge } from "./findings.js";
import { theme } from "./theme.js";

const STATES = {
  appeared: ["Appeared", "error"],
  graver: ["Graver", "error"],
  stayed: ["Stayed", "info"],
  milder: ["Milder", "good"],
  gone: ["Gone", "good"],
  notExercised: ["Not exercised", "warning"],
};

/** Changes shown of each kind before a reader asks for more. */
const SHOWN = 50;

export function comparisonPage(data) {
  const page = document.createDocumentFragment();
  append(page, [
    el(
      "header",
      { class: "top" },
      el("div", { class: "title" }, el("p", { class: "product" }, "Mapscope comparison"), el("h1", {}, data.after.mainClass || "a JVM"), theme()),
      el("div", { class: "scroll", tabindex: "0", role: "group", "aria-label": "Both runs" }, runs(data)),
      el("dl", { class: "tiles" }, tiles(data)),
    ),
    el("main", { id: "content", tabindex: "-1" }, findings(data), changes("worse", "Got worse", data.worse), changes("better", "Got better", data.better), noise(data)),
  ]);
  return page;
}

function runs(data) {
  const row = (name, run) =>
    el(
      "tr",
      {},
      el("th", { scope: "row" }, name),
      el("td", {}, run.generatedAt.replace("T", " ").replace(/(\.\d+)?Z/, " UTC")),
      el("td", {}, run.jvm),
      el("td", {}, duration(run.durationSeconds)),
      el("td", {}, counted(run.operations, "operation")),
      el("td", {}, run.durationSeconds > 0 ? `${rate(run.operations / run.durationSeconds)} /s` : "\u2013"),
    );
  const head = ["when", "JVM", "watched for", "operations", "rate"].map((name) => el("th", { scope: "col" }, name));
  return el("table", { class: "small left" }, el("thead", {}, el("tr", {}, el("td", {}), head)), el("tbody", {}, row("before", data.before), row("after", data.after)));
}

function tiles(data) {
  const of = (...states) => data.findings.filter((finding) => states.includes(finding.state)).length;
  return [
    ["findings that appeared", of("appeared", "graver"), "error"],
    ["findings gone", of("gone", "milder"), "good"],
    ["findings that stayed", of("stayed"), ""],
    ["figures worse", data.worse.length, "error"],
    ["figures better", data.better.length, "good"],
  ].map(([name, n, tone]) => el("div", {}, el("dt", {}, name), el("dd", { class: n > 0 ? tone : "" }, count(n))));
}

function findings(data) {
  const items = data.findings.map((finding) => {
    const [name, tone] = STATES[finding.state] ?? [finding.state, "info"];
    const severity = finding.severityAfter ?? finding.severityBefore;
    return el(
      "article",
      { class: `finding ${tone}` },
      el("h3", {}, el("span", { class: `badge ${tone}` }, name), " ", badge(severity), " ", finding.title || finding.rule || "a finding"),
      el("p", { class: "measured" }, finding.explanation),
      finding.state === "notExercised" ? el("p", { class: "quiet" }, "Its map was hardly used after the change, so nothing follows from its absence.") : null,
      el("p", { class: "quiet" }, "Rule ", el("code", {}, finding.rule)),
    );
  });
  return el("section", { id: "findings", "aria-labelledby": "findings-title" }, el("h2", { id: "findings-title" }, "Findings"), items.length > 0 ? items : el("p", { class: "calm" }, "None before, none after."));
}

function changes(id, title, list) {
  const section = el("section", { id, "aria-labelledby": `${id}-title` }, el("h2", { id: `${id}-title` }, title));
  if (list.length === 0) {
    section.append(el("p", { class: "calm" }, "Nothing by more than chance."));
    return section;
  }
  const body = el("tbody", {}, list.slice(0, SHOWN).map((change) => row(change, id)));
  const head = ["map", "figure", "before", "after", "change", "by chance at most"].map((name) => el("th", { scope: "col" }, name));
  section.append(
    el("div", { class: "scroll", tabindex: "0", role: "group", "aria-label": title }, el("table", { class: "small changes" }, el("thead", {}, el("tr", {}, head)), body)),
  );
  if (list.length > SHOWN) {
    const more = el("button", { type: "button", onclick: () => {
      body.append(...list.slice(SHOWN).map((change) => row(change, id)));
      more.remove();
    } }, `Show ${list.length - SHOWN} more`);
    section.append(more);
  }
  return section;
}

function row(change, tone) {
  return el(
    "tr",
    {},
    el("th", { scope: "row" }, change.map, el("span", { class: "type" }, change.class)),
    el("td", {}, change.words),
    el("td", {}, change.textBefore),
    el("td", {}, change.textAfter),
    el("td", { class: tone === "worse" ? "alarming" : "good" }, factor(change)),
    el("td", { class: "quiet" }, change.noiseRatio >= 1 ? "anything" : percent(change.noiseRatio)),
  );
}

/** By how many times, which reads better than percentages of the larger of both. */
function factor({ before, after }) {
  if (before === 0) {
    return "new";
  }
  if (after === 0) {
    return "gone";
  }
  const times = after / before;
  return `\u00d7 ${times >= 10 ? times.toFixed(0) : times >= 0.1 ? times.toFixed(2) : times.toPrecision(2)}`;
}

function noise(data) {
  return el(
    "p",
    { class: "quiet" },
    `${counted(data.withinNoise, "other figure")} changed no more than by chance. Times and bytes are per operation, so that neither the length of a run nor its load decides; the bounds are three standard deviations of the events that were measured, and 20\u00a0% at least.`,
  );
}
