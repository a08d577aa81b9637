// Light or dark: as the system is, unless the reader chooses.

import { el } from "./dom.js";

const THEMES = ["auto", "light", "dark"];

export function theme() {
  const choice = el("select", { id: "theme", onchange: () => apply(choice.value) }, THEMES.map((name) => el("option", { value: name }, name)));
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const apply = (name) => (document.documentElement.dataset.theme = name === "auto" ? (dark.matches ? "dark" : "light") : name);
  dark.addEventListener("change", () => apply(choice.value));
  apply(choice.value);
  return el("label", { class: "theme", for: "theme" }, "Theme ", choice);
}
