// Short names of maps and classes; the same rules as io.mapscope.profile.text.Names.

export function simple(className) {
  const nested = className.slice(className.lastIndexOf(".") + 1);
  const dollar = nested.lastIndexOf("$");
  return className.startsWith("java.") && dollar >= 0 ? nested.slice(dollar + 1) : nested.replaceAll("$", ".");
}

// The top-level classes that these are or are nested in, each once.
export function outermost(classNames) {
  return [...new Set(classNames.map((name) => simple(name.split("$")[0])))];
}

export function mapClass(map) {
  const name = simple(map.class);
  return map.wraps ? `${name}(${simple(map.wraps)})` : name;
}

/** The field that holds the map, or else the place where it is made. */
export function mapName(map) {
  const field = map.site.field;
  if (!field) {
    return place(map.site);
  }
  const dot = field.lastIndexOf(".");
  return dot < 0 ? field : simple(field.slice(0, dot)) + field.slice(dot);
}

function place(site) {
  if (site.kind === "overflow") {
    return "(all further sites)";
  }
  if (site.kind === "unknown") {
    return "(site unknown)";
  }
  const line = site.line < 0 ? "" : `:${site.line}`;
  return `${simple(site.class)}.${site.method}${line}${site.kind === "firstUse" ? " (first use)" : ""}`;
}

/** What is the matter, or at least which rule says so. */
export const titleOf = (finding) => finding.title || finding.rule || `finding ${finding.number}`;

/** The frame in full: com.acme.Routes.load:42. */
export function frame(site) {
  const at = site.method ? `${site.class}.${site.method}` : site.class;
  return site.line < 0 ? at : `${at}:${site.line}`;
}

export const madeAt = (site) => `${site.kind === "firstUse" ? "first used at" : "made at"} ${frame(site)}`;
