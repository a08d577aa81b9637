// The report as the page needs it: a row per map with what is sorted, filtered and shown.

import { mapClass, mapName } from "./names.js";

const READS = ["getHit", "getMiss", "size", "traversals", "ordered"];

/** Operations as they are shown together, each with its colour. */
export const MIX = [
  ["get, found", ["getHit"], "var(--mix-1)"],
  ["get, not found", ["getMiss"], "var(--mix-2)"],
  ["traverse", ["traversals"], "var(--mix-3)"],
  ["size, order", ["size", "ordered"], "var(--mix-4)"],
  ["put, new", ["putNew"], "var(--mix-5)"],
  ["put, replace", ["putReplace", "replace"], "var(--mix-6)"],
  ["compute, merge", ["computeIfAbsentPresent", "computeIfAbsentAbsent", "compute", "merge"], "var(--mix-7)"],
  ["remove, clear, putAll", ["removeHit", "removeMiss", "clear", "putAll"], "var(--mix-8)"],
];

export const sum = (numbers) => numbers.reduce((a, b) => a + b, 0);
const of = (operations, names) => sum(names.map((name) => operations[name] ?? 0));

export function mix(map) {
  return MIX.map(([label, names, color]) => ({ label, color, count: of(map.operations, names) }));
}

const isError = (name) => name.endsWith("Error");

/** All operations; beside estimates stand their errors, which are none. */
export function total(operations) {
  return sum(Object.entries(operations).map(([name, number]) => (isError(name) ? 0 : number)));
}

export const isEstimated = (map) => Object.keys(map.operations).some(isError);

/** Half the width of the 95 % interval around the total, at most; 0 when all was counted. */
export function totalError(operations) {
  return sum(Object.entries(operations).map(([name, number]) => (isError(name) ? number : 0)));
}

const SEVERITIES = ["info", "warning", "error"];
export const rank = (severity) => SEVERITIES.indexOf(severity);

/** Time that threads lost for the map beyond its operations: waits, copies, serializations. */
export function costNanos(map) {
  return (
    (map.contention?.nanos ?? 0) +
    (map.copies?.nanos ?? 0) +
    sum((map.serializations ?? []).map((format) => format.nanos))
  );
}

/** When in the run the maps were first seen: what is told of their course ends with the report. */
function born(map, seconds) {
  return Math.max(0, seconds - (map.activity?.seconds.at(-1) ?? seconds));
}

function row(map, index, findings, seconds) {
  map.bornSeconds = born(map, seconds);
  const gets = of(map.operations, ["getHit", "getMiss"]);
  const operations = total(map.operations);
  const name = mapName(map);
  const type = mapClass(map);
  return {
    map,
    index,
    findings,
    name,
    type,
    severity: Math.max(-1, ...findings.map((finding) => rank(finding.severity))),
    operations,
    perSecond: seconds > 0 ? operations / seconds : 0,
    readRatio: operations === 0 ? -1 : of(map.operations, READS) / operations,
    hitRatio: gets === 0 ? -1 : map.operations.getHit / gets,
    entries: map.entries,
    threads: Math.max(map.threads.readers, map.threads.writers),
    blocked: map.contention?.nanos ?? 0,
    cost: costNanos(map) - (map.contention?.nanos ?? 0),
    allocated: map.allocation?.bytes ?? 0,
    text: [name, type, map.class, map.wraps, map.site.class, map.site.field].join(" ").toLowerCase(),
  };
}

export function model(report) {
  const byMap = new Map();
  for (const [i, finding] of report.findings.entries()) {
    finding.number = i + 1;
    byMap.set(finding.map, [...(byMap.get(finding.map) ?? []), finding]);
  }
  const rows = report.maps.map((map, index) => row(map, index, byMap.get(map.id) ?? [], report.durationSeconds));
  const byId = new Map();
  for (const one of rows) {
    if (!byId.has(one.map.id)) {
      byId.set(one.map.id, one);
    }
  }
  return { report, rows, byId };
}
