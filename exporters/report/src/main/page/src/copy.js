// Copies a text to the clipboard, also where the page is a file and the clipboard's API is off.

import { announce, el } from "./dom.js";

const SHOWN_MILLIS = 2000;

export function copyButton(text, what) {
  const button = el("button", { type: "button", class: "copy" }, "Copy");
  button.setAttribute("aria-label", `Copy ${what}`);
  button.addEventListener("click", async () => {
    const done = await copy(text);
    const says = done ? "Copied" : "Select it and press Ctrl+C";
    button.textContent = says;
    announce(says);
    setTimeout(() => (button.textContent = "Copy"), SHOWN_MILLIS);
  });
  return button;
}

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}

function copyBySelection(text) {
  const area = el("textarea", { class: "offscreen", "aria-hidden": "true", tabindex: "-1" });
  area.value = text;
  document.body.append(area);
  area.select();
  let done = false;
  try {
    done = document.execCommand("copy");
  } catch {
    done = false;
  }
  area.remove();
  return done;
}
