// Makes elements. Text of the report gets in by text nodes and attributes only, never as markup.

const SVG = "http://www.w3.org/2000/svg";

/** An element with attributes, listeners (functions named onX) and children; null ones are left out. */
export function el(name, attributes, ...children) {
  return fill(document.createElement(name), attributes, children);
}

export function svg(name, attributes, ...children) {
  return fill(document.createElementNS(SVG, name), attributes, children);
}

function fill(element, attributes, children) {
  for (const [key, value] of Object.entries(attributes ?? {})) {
    if (value === null || value === undefined || value === false) {
      continue;
    }
    if (typeof value === "function") {
      element.addEventListener(key.slice(2), value);
    } else {
      element.setAttribute(key, value === true ? "" : printable(String(value)));
    }
  }
  append(element, children);
  return element;
}

export function append(element, children) {
  for (const child of children.flat(Infinity)) {
    if (child !== null && child !== undefined && child !== false && child !== "") {
      element.append(child instanceof Node ? child : printable(String(child)));
    }
  }
}

/**
 * A name that may be broken into lines after its dots and before its brackets: as text nodes with
 * <wbr> between them, which neither a search nor a copy of it ever meets.
 */
export function breakable(name) {
  const parts = name.split(/(?<=\.)(?=[^.])|(?=[(:])/);
  return parts.flatMap((part, i) => (i === 0 ? [part] : [document.createElement("wbr"), part]));
}

/** Controls, characters that turn the direction of a line and the like become question marks. */
export function printable(text) {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}\p{Cn}]/gu, (c) => (c === "\n" || c === "\t" ? c : "?"));
}

/** Tells screen readers what has just happened. */
export function announce(text) {
  const region = document.getElementById("announcements");
  if (region) {
    region.textContent = text;
  }
}
