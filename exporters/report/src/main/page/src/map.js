// The section of one map: all that is known about it.

import { el } from "./dom.js";
import { bytes, count, counted, percent, rate } from "./figures.js";
import { totalError } from "./model.js";
import { madeAt, titleOf } from "./names.js";
import { contention, growth, hotKeys, latency, ledger, mixBar, traffic } from "./pictures.js";
import { stack, stacks } from "./stacks.js";

export function mapSection(row) {
  const { map } = row;
  const drawn = [mixBar, traffic, growth, contention, latency, hotKeys, ledger].map((draw) => draw(map)).filter(Boolean);
  return el(
    "section",
    { class: "map", "aria-label": row.name },
    el("dl", { class: "facts" }, facts(row)),
    findingLinks(row),
    drawn.length > 0 ? el("div", { class: "pictures" }, drawn) : null,
    callSites(map),
    examples(map),
  );
}

function findingLinks(row) {
  return row.findings.length === 0
    ? null
    : el("p", {}, "Findings: ", row.findings.map((finding, i) => [i > 0 ? "; " : "", el("a", { href: `#finding-${finding.number}` }, titleOf(finding))]));
}

function facts(row) {
  const { map } = row;
  const pairs = [
    ["class", map.wraps ? `${map.class} around a ${map.wraps}` : map.class],
    ["field", map.site.field],
    ["place", madeAt(map.site)],
    ["maps", `${count(map.instances.created)} made, ${count(map.instances.alive)} alive`],
    ["entries", entries(map)],
    ["operations", `${count(row.operations)}${error(map)}, ${rate(row.perSecond)} /s${row.readRatio < 0 ? "" : `, ${percent(row.readRatio)} reads`}`],
    ["counted", map.coverage < 1 ? `${percent(map.coverage)} of the operations` : null],
    ["memory", memory(map)],
    ["guarded by", guard(map)],
    ["nature", nature(map)],
    ["lives", lives(map)],
    ["bins", bins(map)],
    ["nulls", map.nulls && map.nulls.keys + map.nulls.values > 0 ? `${count(map.nulls.keys)} keys, ${count(map.nulls.values)} values` : null],
    ["values", values(map)],
    ["misuse", misuse(map)],
  ];
  return pairs
    .filter(([, text]) => text)
    .map(([name, text]) => el("div", {}, el("dt", {}, name), el("dd", {}, text)));
}

function error(map) {
  const most = totalError(map.operations);
  return most > 0 ? ` \u00b1 ${count(most)}` : "";
}

function entries(map) {
  const growing = map.entriesGrowthPerSecond;
  const change = growing === 0 ? "" : `, ${growing > 0 ? "growing" : "shrinking"} by ${rate(Math.abs(growing))} /s`;
  return `${count(map.entries)}${map.capacity < 0 ? "" : ` in ${count(map.capacity)} buckets`}${change}`;
}

function memory(map) {
  const all = map.allocation;
  if (!all || all.bytes === 0) {
    return null;
  }
  const held = all.retainedBytes > 0 ? `; ${bytes(all.retainedBytes)} held now, without keys and values` : "";
  return `${bytes(all.bytes)} allocated: ${counted(all.nodes, "node")}, ${bytes(all.tableBytes)} of tables, ${counted(all.resizes, "resize")}${held}`;
}

function guard(map) {
  const lock = map.externalLockDetail;
  if (!lock) {
    return map.externalLock ?? null;
  }
  const what = lock.clientSide ? "the map itself, locked by its callers" : (lock.field ?? "");
  return `the ${lock.kind} of a ${lock.class}${what ? `, ${what}` : ""}; held in ${percent(lock.share)} of ${counted(lock.samples, "sample")}`;
}

function nature(map) {
  const of = map.nature;
  return of
    ? [
        of.base && of.base !== map.class && of.base !== map.wraps ? `a ${of.base}` : "",
        of.accessOrder ? "in order of access" : "",
        of.evicts ? "throws its eldest entry out" : "",
        of.comparator ? "ordered by a comparator" : "",
      ]
        .filter(Boolean)
        .join(", ")
    : null;
}

function lives(map) {
  const of = map.lives;
  return of
    ? [
        [of.ended, "ended"],
        [of.shared, "used by several threads"],
        [of.unused, "never filled"],
        [of.resized, `resized before they ended (${counted(of.endedResizes, "resize")})`],
        [of.sparse, `far too roomy (${bytes(of.spareBytes)} to spare)`],
      ]
        .filter(([n]) => n > 0)
        .map(([n, what]) => `${count(n)} ${what}`)
        .join("; ")
    : null;
}

function bins(map) {
  const spread = map.spread;
  const parts = [];
  if (spread && spread.binsLooked > 0) {
    parts.push(`${count(spread.binsOccupied)} of ${count(spread.binsLooked)} in use, ${count(Math.round(spread.binsExpected))} if hashes were random`);
  }
  if (map.shape?.hotBins > 0) {
    parts.push(`${count(map.shape.hotBins)} crowded`);
  }
  if (map.shape?.treeBins > 0) {
    parts.push(`${count(map.shape.treeBins)} became trees`);
  }
  return parts.join("; ");
}

function values(map) {
  const shape = map.shape;
  if (!shape || !(shape.mutableValues > 0)) {
    return null;
  }
  const changed = shape.watchedValues > 0 ? `, changed where they lie in ${count(shape.changedValues)} of ${count(shape.watchedValues)} second looks` : "";
  return `mutable collections in ${count(shape.mutableValues)} of ${counted(shape.valueSamples, "sample")}${changed}`;
}

function misuse(map) {
  const of = map.misuse;
  return [
    [of.overlaps, "times two threads were inside at once, one of them writing"],
    [of.checkThenAct, "look-ups followed by a write of the same key, in samples"],
    [of.lostRaces, "lost updates, proven"],
    [of.tornTraversals, of.traversalsWatched > 0 ? `of ${count(of.traversalsWatched)} sampled traversals were torn` : "torn traversals"],
    [of.concurrentModificationExceptions, "ConcurrentModificationExceptions"],
  ]
    .filter(([n]) => n > 0)
    .map(([n, what]) => `${count(n)} ${what}`)
    .join("; ");
}

function callSites(map) {
  const sites = map.callSites ?? [];
  if (sites.length === 0) {
    return null;
  }
  const rows = sites.map((site) =>
    el("tr", {}, el("td", {}, el("code", {}, site.frame)), el("td", {}, operationWords(site.operation)), el("td", {}, percent(site.share))),
  );
  const head = el("tr", {}, ["used at", "operation", "share"].map((name) => el("th", { scope: "col" }, name)));
  return el(
    "div",
    { class: "scroll", tabindex: "0", role: "group", "aria-label": "Call sites" },
    el("table", { class: "small left" }, el("thead", {}, head), el("tbody", {}, rows)),
  );
}

const operationWords = (name) => name.replace(/(\p{Lu})/gu, " $1").toLowerCase();

const KINDS = {
  checkThenAct: "look-up and write",
  lostRaces: "lost update",
  tornTraversals: "torn traversal",
  concurrentModificationExceptions: "ConcurrentModificationException",
  recursions: "function on its own map",
};

function examples(map) {
  const overlaps = (map.misuse.overlapExamples ?? []).map((example) => ["two threads at once", example.stacks]);
  const others = (map.misuse.examples ?? []).map((example) => [KINDS[example.kind] ?? example.kind, example.stacks]);
  const all = [...overlaps, ...others].filter(([, some]) => some.some((frames) => frames.length > 0));
  return all.map(([title, some]) => [el("h3", {}, `Seen: ${title}`), stacks(some.map((frames, i) => stack(some.length > 1 ? `${i + 1}` : "", frames)))]);
}
