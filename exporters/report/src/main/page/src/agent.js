// The agent about itself: what it cost, what it counted, what it could not see.

import { el } from "./dom.js";
import { count, counted, finePercent, percent } from "./figures.js";
import { isEstimated, total } from "./model.js";
import { outermost } from "./names.js";

export function agentSection(report) {
  const { agent } = report;
  return el(
    "section",
    { id: "agent", "aria-labelledby": "agent-title" },
    el("h2", { id: "agent-title", tabindex: "-1" }, "The agent itself"),
    el("dl", { class: "tiles" }, tiles(agent, report.maps.some(isEstimated))),
    unseen(agent),
    el(
      "details",
      {},
      el("summary", {}, `${counted(agent.wovenClasses.length, "class", "classes")} observed, nested ones included`),
      el("p", {}, outermost(agent.wovenClasses).join(", ")),
    ),
  );
}

function tiles(agent, estimated) {
  const overhead = agent.overheadRatio;
  return [
    ["CPU it took", overhead === null ? "not measured" : finePercent(overhead), `of the JVM's; budget: ${agent.budget}`],
    ["operations counted", percent(agent.coverage), agent.coverage === 1 ? "all of them" : estimated ? "the rest is estimated" : "the gate was closed meanwhile"],
    ["facts dropped", count(agent.droppedRecords), "buffers that were full"],
    ["examples not kept", count(agent.unkeptExamples), "no figure misses them"],
    ["errors of its own", count(agent.suppressedErrors), "kept away from the application", agent.suppressedErrors > 0],
    ["version", agent.version, `${counted(agent.trackedMaps, "map")}, ${counted(agent.sites, "site")}`],
  ].map(([name, figure, note, alarming]) =>
    el("div", {}, el("dt", {}, name), el("dd", { class: alarming ? "alarming" : "" }, figure, el("span", { class: "quiet" }, note))),
  );
}

const REASONS = {
  "jdk-internal": "maps of the JDK itself",
  "library-internal": "maps inside of map libraries",
  excluded: "excluded by options",
  "over-budget": "made too fast to look at each",
};

function unseen(agent) {
  const untracked = agent.untracked.map((maps) =>
    el("tr", {}, el("td", {}, REASONS[maps.reason] ?? maps.reason), el("td", {}, counted(maps.mapsCreated, "map")), el("td", {}, counted(total(maps.operations), "operation"))),
  );
  const refused = agent.refusedClasses.map((one) => el("tr", {}, el("td", {}, el("code", {}, one.class)), el("td", {}, one.reason)));
  if (untracked.length + refused.length === 0) {
    return el("p", {}, "It saw every map.");
  }
  return [
    untracked.length > 0 ? [el("h3", {}, "Counted together, in no row above"), table(["why", "maps", "operations"], untracked)] : null,
    refused.length > 0 ? [el("h3", {}, "Map classes left alone"), table(["class", "why"], refused)] : null,
  ];
}

function table(heads, rows) {
  return el(
    "div",
    { class: "scroll", tabindex: "0", role: "group", "aria-label": heads.join(", ") },
    el("table", { class: "small left" }, el("thead", {}, el("tr", {}, heads.map((name) => el("th", { scope: "col" }, name)))), el("tbody", {}, rows)),
  );
}
