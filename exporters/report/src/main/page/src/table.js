// All maps: sorted, filtered, a page at a time; a row opens to the section of its map.

import { announce, breakable, el } from "./dom.js";
import { bytes, count, counted, nanos, percent, rate } from "./figures.js";
import { mapSection } from "./map.js";
import { entriesSpark, trafficSpark } from "./pictures.js";

const PAGE_ROWS = 50;
const TYPES_OFFERED = 30;
const NONE = "\u2013";
const SEVERITY_NAMES = ["info", "warning", "error"];

const or = (known, text) => (known ? text : NONE);

/** Name, what it is sorted by, how a cell shows it, and what a first click sorts to. */
const COLUMNS = [
  { id: "map", title: "Map", key: (row) => row.name.toLowerCase(), ascending: true, text: true },
  { id: "operations", title: "Operations", key: (row) => row.operations, cell: (row) => count(row.operations) },
  { id: "rate", title: "per second", key: (row) => row.perSecond, cell: (row) => [trafficSpark(row.map), rate(row.perSecond)], spark: true },
  { id: "reads", title: "Reads", key: (row) => row.readRatio, cell: (row) => or(row.readRatio >= 0, percent(row.readRatio)) },
  { id: "hits", title: "Hits", key: (row) => row.hitRatio, cell: (row) => or(row.hitRatio >= 0, percent(row.hitRatio)) },
  { id: "entries", title: "Entries", key: (row) => row.entries, cell: (row) => [entriesSpark(row.map), count(row.entries)], spark: true },
  { id: "threads", title: "Threads r/w", key: (row) => row.threads, cell: (row) => `${count(row.map.threads.readers)}/${count(row.map.threads.writers)}` },
  { id: "blocked", title: "Blocked", key: (row) => row.blocked, cell: (row) => or(row.blocked > 0, nanos(row.blocked)) },
  { id: "cost", title: "Copying", key: (row) => row.cost, cell: (row) => or(row.cost > 0, nanos(row.cost)) },
  { id: "allocated", title: "Allocated", key: (row) => row.allocated, cell: (row) => or(row.allocated > 0, bytes(row.allocated)) },
];

export class MapsTable {
  constructor(model) {
    this.model = model;
    this.sort = { column: COLUMNS[1], ascending: false };
    this.page = 0;
    this.open = new Set();
    this.section = this.make();
    this.update();
  }

  make() {
    this.filter = el("input", { type: "search", id: "filter", placeholder: "class, field or package", autocomplete: "off", spellcheck: "false", oninput: () => this.refilter() });
    this.type = el("select", { id: "type", onchange: () => this.refilter() }, this.types());
    this.found = el("input", { type: "checkbox", id: "found", onchange: () => this.refilter() });
    this.says = el("p", { class: "quiet", id: "table-says" });
    this.heads = new Map(COLUMNS.map((column) => [column.id, this.head(column)]));
    this.body = el("tbody", {});
    this.pager = el("nav", { class: "pager", "aria-label": "Pages of maps" });
    const table = el(
      "table",
      { class: "maps", "aria-labelledby": "maps-title" },
      el("thead", {}, el("tr", {}, [...this.heads.values()])),
      this.body,
    );
    return el(
      "section",
      { id: "maps", "aria-labelledby": "maps-title" },
      el("h2", { id: "maps-title", tabindex: "-1" }, "All maps"),
      el(
        "form",
        { class: "controls", role: "search", "aria-label": "Maps", onsubmit: (event) => event.preventDefault() },
        el("label", { for: "filter" }, "Filter ", this.filter),
        el("label", { for: "type" }, "Class ", this.type),
        el("label", { class: "check", for: "found" }, this.found, " with findings only"),
        this.sortChoice(),
      ),
      this.says,
      el("div", { class: "scroll wide-table", tabindex: "0", role: "group", "aria-label": "Table of maps" }, table),
      this.pager,
    );
  }

  /** Where the table is shown as cards it has no headings to click. */
  sortChoice() {
    this.choice = el(
      "select",
      {
        id: "sort",
        onchange: () => this.sortBy(COLUMNS.find((column) => column.id === this.choice.value)),
      },
      COLUMNS.map((column) => el("option", { value: column.id }, column.title)),
    );
    return el("label", { class: "narrow-only", for: "sort" }, "Sort by ", this.choice);
  }

  types() {
    const counts = new Map();
    this.model.rows.forEach((row) => counts.set(row.type, (counts.get(row.type) ?? 0) + 1));
    const most = [...counts].sort((a, b) => b[1] - a[1]).slice(0, TYPES_OFFERED);
    return [el("option", { value: "" }, "all"), most.map(([type, n]) => el("option", { value: type }, `${type} (${n})`))];
  }

  head(column) {
    const button = el("button", { type: "button", onclick: () => this.sortBy(column) }, column.title, el("span", { class: "arrow", "aria-hidden": "true" }));
    return el("th", { scope: "col", class: column.text ? "name" : "" }, button);
  }

  sortBy(column) {
    const same = this.sort.column === column;
    this.sort = { column, ascending: same ? !this.sort.ascending : Boolean(column.ascending) };
    this.page = 0;
    this.update();
    announce(`Sorted by ${column.title}, ${this.sort.ascending ? "smallest" : "largest"} first`);
  }

  refilter() {
    this.page = 0;
    this.update();
    announce(this.says.textContent);
  }

  update() {
    this.shown = this.sorted(this.filtered());
    this.showHeads();
    this.showPage();
  }

  filtered() {
    const words = this.filter.value.toLowerCase().split(/\s+/).filter(Boolean);
    const type = this.type.value;
    return this.model.rows.filter(
      (row) =>
        (type === "" || row.type === type) &&
        (!this.found.checked || row.findings.length > 0) &&
        words.every((word) => row.text.includes(word)),
    );
  }

  sorted(rows) {
    const { column, ascending } = this.sort;
    const direction = ascending ? 1 : -1;
    const keyed = rows.map((row) => [column.key(row), row]);
    keyed.sort(([a, x], [b, y]) => (a < b ? -direction : a > b ? direction : x.index - y.index));
    return keyed.map(([, row]) => row);
  }

  showHeads() {
    this.choice.value = this.sort.column.id;
    for (const [id, head] of this.heads) {
      if (id === this.sort.column.id) {
        head.setAttribute("aria-sort", this.sort.ascending ? "ascending" : "descending");
      } else {
        head.removeAttribute("aria-sort");
      }
    }
  }

  showPage() {
    const from = this.page * PAGE_ROWS;
    const rows = this.shown.slice(from, from + PAGE_ROWS);
    this.body.replaceChildren(...rows.flatMap((row) => this.rowOf(row)));
    const all = this.model.rows.length;
    const those = this.shown.length === all ? counted(all, "map site") : `${count(this.shown.length)} of ${counted(all, "map site")}`;
    const part = this.shown.length > PAGE_ROWS ? `, ${from + 1} to ${from + rows.length} shown` : "";
    this.says.textContent = this.shown.length === 0 ? `None of ${counted(all, "map site")} fits` : those + part;
    this.showPager();
  }

  showPager() {
    const pages = Math.ceil(this.shown.length / PAGE_ROWS);
    const go = (name, page, enabled) =>
      el("button", { type: "button", disabled: !enabled, onclick: () => this.goTo(page, name) }, name);
    const before = this.page > 0;
    const after = this.page < pages - 1;
    this.pager.hidden = pages < 2;
    this.pager.replaceChildren(
      go("First", 0, before),
      go("Previous", this.page - 1, before),
      el("span", {}, `Page ${this.page + 1} of ${pages}`),
      go("Next", this.page + 1, after),
      go("Last", pages - 1, after),
    );
  }

  goTo(page, name) {
    this.page = page;
    this.showPage();
    const again = [...this.pager.querySelectorAll("button")].find((button) => button.textContent === name);
    (again?.disabled ? this.pager.querySelector("button:not([disabled])") : again)?.focus();
    announce(this.says.textContent);
  }

  rowOf(row) {
    const opened = this.open.has(row.index);
    const id = `map-${row.index}`;
    const severity = row.severity < 0 ? null : SEVERITY_NAMES[row.severity];
    const mark = severity ? el("span", { class: `dot ${severity}`, role: "img", "aria-label": `${counted(row.findings.length, "finding")}, the gravest: ${severity}` }) : null;
    const button = el(
      "button",
      { type: "button", class: "open", "aria-expanded": String(opened), "aria-controls": `${id}-section`, onclick: () => this.toggle(row, line, button) },
      el("span", { class: "turn", "aria-hidden": "true" }),
      el("span", { class: "map-name" }, breakable(row.name)),
      mark,
    );
    const name = el("th", { scope: "row", class: "name" }, button, el("span", { class: "type" }, breakable(row.type)));
    const cells = COLUMNS.slice(1).map((column) => el("td", { "data-label": column.title, class: column.spark ? "sparked" : "" }, column.cell(row)));
    const line = el("tr", { id, class: severity ?? "" }, name, cells);
    return opened ? [line, this.detail(row)] : [line];
  }

  detail(row) {
    return el("tr", { class: "detail", id: `map-${row.index}-section` }, el("td", { colspan: COLUMNS.length }, mapSection(row)));
  }

  toggle(row, line, button) {
    if (this.open.delete(row.index)) {
      line.nextElementSibling.remove();
      button.setAttribute("aria-expanded", "false");
    } else {
      this.open.add(row.index);
      line.after(this.detail(row));
      button.setAttribute("aria-expanded", "true");
    }
  }

  /** Opens the section of a map and brings it into view, whatever is filtered. */
  reveal(index) {
    const row = this.model.rows[index];
    if (!row) {
      return;
    }
    this.open.add(row.index);
    if (!this.shown.includes(row)) {
      this.filter.value = "";
      this.type.value = "";
      this.found.checked = false;
      this.update();
    }
    this.page = Math.floor(this.shown.indexOf(row) / PAGE_ROWS);
    this.showPage();
    const line = document.getElementById(`map-${index}`);
    line.scrollIntoView({ block: "start" });
    line.querySelector("button").focus({ preventScroll: true });
  }
}
