// Stacks of threads, side by side.

import { el } from "./dom.js";

const SHOWN = 8;

/** A list of frames; what is beyond the first few is folded away. The first may name the thread. */
export function stack(title, all) {
  const named = all.length > 0 && all[0].startsWith("thread ");
  const frames = named ? all.slice(1) : all;
  const lines = (part) => el("ol", { class: "frames" }, part.map((frame) => el("li", {}, el("code", {}, frame))));
  const rest = frames.slice(SHOWN);
  return el(
    "div",
    { class: "stack" },
    title || named ? el("p", { class: "thread" }, [title, named ? all[0] : ""].filter(Boolean).join(": ")) : null,
    lines(frames.slice(0, SHOWN)),
    rest.length > 0 ? el("details", {}, el("summary", {}, `${rest.length} more frames`), lines(rest)) : null,
  );
}

/** Several, beside each other where there is room. */
export const stacks = (...all) => el("div", { class: "stacks" }, all);
