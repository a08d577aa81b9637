// Evidence as small pictures, by Observable Plot; each says in words what it shows.

import { areaY, axisX, axisY, barX, lineY, plot, rectY, ruleX, stackX, textX } from "@observablehq/plot";
import { line as linePath } from "d3-shape";
import { append, el, svg } from "./dom.js";
import { bytes, count, counted, duration, nanos, percent, rate } from "./figures.js";
import { mix, sum } from "./model.js";

const WIDTH = 360;
const HEIGHT = 132;
const FONT = { fontSize: "12px", fontFamily: "inherit", background: "none", overflow: "visible" };

/** Upper bounds of the buckets of durations; io.mapscope.profile.Distribution.NANOS_BOUNDS. */
const NANOS_BOUNDS = [1e2, 3e2, 1e3, 3e3, 1e4, 3e4, 1e5, 3e5, 1e6, 3e6, 1e7, 3e7, 1e8, 1e9, 1e10];

function picture(title, says, drawing, ...below) {
  if (drawing) {
    drawing.setAttribute("role", "img");
    drawing.setAttribute("aria-label", `${title}: ${says}`);
  }
  return el("figure", { class: "picture" }, el("figcaption", {}, el("b", {}, title), " ", el("span", {}, says)), drawing, below);
}

function chart(options) {
  const drawing = plot({ width: WIDTH, height: HEIGHT, marginTop: 8, marginRight: 14, style: FONT, ...options });
  // The picture as a whole has a label; those of its parts are not for readers of it.
  drawing.querySelectorAll("[aria-label], [aria-description]").forEach((part) => {
    part.removeAttribute("aria-label");
    part.removeAttribute("aria-description");
  });
  return drawing;
}

/** What was done to the map, as one bar, and its parts in words. */
export function mixBar(map) {
  const parts = mix(map).filter((part) => part.count > 0);
  const all = sum(parts.map((part) => part.count));
  if (all === 0) {
    return null;
  }
  const bar = chart({
    height: 26,
    margin: 0,
    marginTop: 0,
    marginRight: 0,
    x: { axis: null, domain: [0, all] },
    marks: [barX(parts, stackX({ x: "count", fill: "color", insetLeft: 0.5, insetRight: 0.5 }))],
  });
  bar.setAttribute("preserveAspectRatio", "none");
  const legend = parts.map((part) =>
    el(
      "li",
      {},
      swatch(part.color),
      el("span", {}, part.label),
      el("b", {}, percent(part.count / all)),
      el("span", { class: "quiet" }, count(part.count)),
    ),
  );
  const readers = counted(map.threads.readers, "thread");
  const writers = counted(map.threads.writers, "thread");
  return picture(
    "Operations",
    `${count(all)}; ${readers} reading, ${writers} writing`,
    bar,
    el("ul", { class: "legend" }, legend),
  );
}

function swatch(color) {
  return svg("svg", { width: 10, height: 10, "aria-hidden": "true" }, svg("rect", { width: 10, height: 10, rx: 2, fill: color }));
}

/** How the largest map of the site grew. */
export function growth(map) {
  const history = map.history;
  if (!history || history.largestEntries.length < 2) {
    return null;
  }
  const periods = history.largestEntries.length;
  const since = map.bornSeconds ?? 0;
  const points = history.largestEntries.map((entries, i) => ({ seconds: since + (i + 1) * history.periodSeconds, entries }));
  const first = points[0].entries;
  const last = points.at(-1).entries;
  return picture(
    "Entries of the largest map",
    `from ${count(first)} to ${count(last)} in ${duration(periods * history.periodSeconds)}`,
    overTime(points, "entries", "var(--accent)", count, true),
  );
}

function overTime(points, y, color, format, line) {
  const most = Math.max(1, ...points.map((point) => point[y]));
  const x = line ? { x: "seconds" } : { x1: "from", x2: "seconds" };
  const marks = line
    ? [areaY(points, { ...x, y, fill: color, fillOpacity: 0.18 }), lineY(points, { ...x, y, stroke: color, strokeWidth: 2 })]
    : [rectY(points, { ...x, y, fill: color, insetLeft: 0.5, insetRight: 0.5 })];
  return chart({
    marginLeft: 56,
    marginBottom: 34,
    x: { domain: [0, points.at(-1).seconds], label: null },
    y: { domain: [0, most], label: null, nice: true },
    marks: [
      axisY({ ticks: 3, tickFormat: (n) => (format === count && !Number.isInteger(n) ? "" : format(n)), tickSize: 3 }),
      axisX({ ticks: 4, tickFormat: (n) => duration(n).replace(".0", ""), tickSize: 3 }),
      ...marks,
    ],
  });
}

/** The differences of cumulative figures, each with the time it took. */
function perStep(map, name) {
  const { activity } = map;
  const sums = activity?.[name];
  if (!sums || sums.length < 2) {
    return null;
  }
  return sums.slice(1).map((value, i) => ({
    from: map.bornSeconds + activity.seconds[i],
    seconds: map.bornSeconds + activity.seconds[i + 1],
    value: Math.max(0, value - sums[i]) / Math.max(1e-9, activity.seconds[i + 1] - activity.seconds[i]),
  }));
}

/** How many operations a second, in the course of time. */
export function traffic(map) {
  const steps = perStep(map, "operations");
  if (!steps) {
    return null;
  }
  const most = Math.max(...steps.map((step) => step.value));
  return picture(
    "Operations per second",
    `${rate(most)} at most`,
    overTime(steps, "value", "var(--accent)", rate, false),
  );
}

/** How long threads waited, in each second of the run; without its course the sums alone. */
export function contention(map) {
  const all = map.contention;
  if (!all || all.count === 0) {
    return null;
  }
  const says = `${counted(all.count, "wait")}, ${nanos(all.nanos)} blocked, ${nanos(all.nanos / all.count)} each`;
  const steps = perStep(map, "blockedNanos");
  const drawing = steps && steps.some((step) => step.value > 0) ? overTime(steps, "value", "var(--bad)", nanos, false) : null;
  const axis = drawing ? el("p", { class: "quiet" }, "Blocked time of all threads in each second.") : null;
  const parts = [
    ["monitors", all.monitor],
    [all.lock?.class ?? "locks", all.lock],
  ]
    .filter(([, waits]) => waits && waits.count > 0)
    .map(([name, waits]) => el("li", {}, el("span", {}, name), el("b", {}, nanos(waits.nanos)), el("span", { class: "quiet" }, counted(waits.count, "wait"))));
  const others = [
    ["lost compare-and-sets", all.casFailures],
    ["size counter collisions", all.counterCollisions],
    ["resize helps", all.resizeHelps],
    ["waits for tree bins", all.treeBinWaits],
  ]
    .filter(([, n]) => n > 0)
    .map(([name, n]) => el("li", {}, el("span", {}, name), el("b", {}, count(n))));
  const certainty = (all.attributions ?? [])
    .filter((part) => part.count > 0 && part.certainty !== "certain")
    .map((part) => el("li", {}, el("span", {}, `${part.certainty}: ${part.by}`), el("b", {}, percent(all.nanos ? part.nanos / all.nanos : 0))));
  return picture("Waiting", says, drawing, axis, el("ul", { class: "legend" }, parts, others, certainty));
}

/** How long operations took: histograms where there are any, quantiles in any case. */
export function latency(map) {
  const kinds = ["write", "compute", "function"]
    .map((kind) => [kind, map.latencyNanos?.[kind]])
    .filter(([, quantiles]) => quantiles && quantiles.samples > 0);
  if (kinds.length === 0) {
    return null;
  }
  // Of those that have a histogram, if any has, the slowest.
  const drawable = kinds.filter(([, quantiles]) => quantiles.histogram);
  const [title, worst] = (drawable.length > 0 ? drawable : kinds).reduce((a, b) => (b[1].max > a[1].max ? b : a));
  const rows = kinds.map(([kind, q]) =>
    el("tr", {}, el("th", { scope: "row" }, kind), [q.p50, q.p99, q.max].map((n) => el("td", {}, nanos(n))), el("td", {}, count(q.samples))),
  );
  const head = el("tr", {}, ["", "p50", "p99", "max", "samples"].map(columnHead));
  const table = el("table", { class: "small" }, el("thead", {}, head), el("tbody", {}, rows));
  return picture("Durations", `of ${title}${title === "function" ? "s" : " operations"}: half within ${nanos(worst.p50)}, 99 of 100 within ${nanos(worst.p99)}`, distribution(worst), table);
}

const columnHead = (name) => (name === "" ? el("td", {}) : el("th", { scope: "col" }, name));

function distribution(quantiles) {
  const counts = quantiles.histogram?.counts;
  if (!counts) {
    return null;
  }
  const buckets = counts.map((samples, i) => ({ from: i === 0 ? 30 : NANOS_BOUNDS[i - 1], to: NANOS_BOUNDS[i] ?? 1e11, samples }));
  const used = buckets.filter((bucket) => bucket.samples > 0);
  const marks = [quantiles.p50, quantiles.p99].map((at, i) => ({ at: Math.max(30, at), name: i === 0 ? "p50" : "p99" }));
  return chart({
    marginTop: 20,
    marginLeft: 40,
    marginBottom: 34,
    x: { type: "log", domain: [Math.min(used[0].from, marks[0].at), Math.max(used.at(-1).to, marks[1].at)], label: null },
    y: { label: null, nice: true },
    marks: [
      axisY({ ticks: 3, tickFormat: (n) => (Number.isInteger(n) ? count(n) : ""), tickSize: 3 }),
      axisX({ ticks: 4, tickFormat: (n) => (/^1/.test(String(n)) ? nanos(n).replace(/\.0+/, "") : ""), tickSize: 3 }),
      rectY(used, { x1: "from", x2: "to", y: "samples", fill: "var(--accent)", insetLeft: 0.5, insetRight: 0.5 }),
      ruleX(marks, { x: "at", stroke: "var(--bad)", strokeDasharray: "3 2" }),
      textX(marks, { x: "at", text: "name", frameAnchor: "top", dy: -14, fill: "currentColor" }),
    ],
  });
}

/** Copies and serializations, a line each, with their time as bars. */
export function ledger(map) {
  const items = [];
  if (map.copies?.count > 0) {
    items.push({ name: "copies", ...map.copies, written: null });
  }
  for (const format of map.serializations ?? []) {
    if (format.count > 0) {
      items.push({ ...format, name: format.format, written: format.bytes, bytes: format.allocatedBytes });
    }
  }
  if (items.length === 0) {
    return null;
  }
  const longest = Math.max(1, ...items.map((item) => item.nanos));
  const head = ["", "times", "entries", "time", "allocated", "written", "torn", "unchanged"];
  const known = (n, show) => (n === null || n === undefined ? "\u2013" : show(n));
  const rows = items.map((item) =>
    el(
      "tr",
      {},
      el("th", { scope: "row" }, item.name),
      el("td", {}, count(item.count)),
      el("td", {}, count(item.entries)),
      el("td", { class: "bar" }, bar(item.nanos / longest), nanos(item.nanos)),
      el("td", {}, known(item.bytes, bytes)),
      el("td", {}, known(item.written, bytes)),
      el("td", { class: item.torn > 0 ? "alarming" : "" }, count(item.torn)),
      el("td", {}, known(item.redundant, count)),
    ),
  );
  const table = el("table", { class: "small" }, el("thead", {}, el("tr", {}, head.map(columnHead))), el("tbody", {}, rows));
  const says = `${nanos(sum(items.map((item) => item.nanos)))} in all`;
  const wide = picture("Copies and serializations", says, null, el("div", { class: "scroll", tabindex: "0", role: "group", "aria-label": "Copies and serializations" }, table));
  wide.classList.add("wide");
  return wide;
}

function bar(share) {
  return svg(
    "svg",
    { class: "meter", width: 48, height: 8, "aria-hidden": "true" },
    svg("rect", { width: 48, height: 8, rx: 2, fill: "var(--line)" }),
    svg("rect", { width: Math.max(1, 48 * share), height: 8, rx: 2, fill: "var(--accent)" }),
  );
}

/** The keys used most, with their shares as bars. */
export function hotKeys(map) {
  const keys = map.hotKeys ?? [];
  if (keys.length === 0) {
    return null;
  }
  const items = keys.map((key) => el("li", {}, el("code", {}, key.key), bar(key.share), el("b", {}, percent(key.share))));
  return picture("Hot keys", `the hottest has ${percent(keys[0].share)} of the sampled operations`, null, el("ul", { class: "legend" }, items));
}

/** A curve without axes, for a cell of a table; null when there is nothing to see. */
export function sparkline(values, label) {
  if (!values || values.length < 2) {
    return null;
  }
  const width = 56;
  const height = 20;
  const most = Math.max(1, ...values);
  const x = (i) => 1 + (i * (width - 2)) / (values.length - 1);
  const y = (value) => height - 2 - (value / most) * (height - 4);
  const path = linePath((value, i) => x(i), y)(values);
  const drawing = svg("svg", { class: "spark", width, height, viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": label });
  append(drawing, [
    svg("path", { d: `${path}L${x(values.length - 1)},${height - 1}L1,${height - 1}Z`, class: "under" }),
    svg("path", { d: path, class: "curve" }),
  ]);
  return drawing;
}

export const entriesSpark = (map) => {
  const history = map.history;
  return history ? sparkline(history.largestEntries, `entries over time, ${count(history.largestEntries.at(-1) ?? 0)} at the end`) : null;
};

export const trafficSpark = (map) => {
  const steps = perStep(map, "operations");
  return steps ? sparkline(steps.map((step) => step.value), "operations over time") : null;
};

