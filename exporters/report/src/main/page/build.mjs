// Bundles the report page into one HTML template: node build.mjs NODE_MODULES OUTPUT.
// The template has three marks that the agent fills: <!--title-->, <!--text--> and <!--report-->.
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const [modules, output] = process.argv.slice(2);
const here = dirname(fileURLToPath(import.meta.url));
const esbuild = createRequire(join(modules, "x.js"))("esbuild");

async function bundle(file) {
  const result = await esbuild.build({
    entryPoints: [join(here, "src", file)],
    bundle: true,
    minify: true,
    write: false,
    format: "iife",
    target: ["es2022", "chrome100", "firefox100", "safari16.4"],
    charset: "ascii",
    legalComments: "none",
    nodePaths: [modules],
    logLevel: "warning",
  });
  return result.outputFiles[0].text.trim();
}

/** The licences of what is bundled ask for their notice to be kept. */
function notices() {
  const names = ["@observablehq/plot", "d3-shape"];
  const lines = names.map((name) => {
    const { version, license } = JSON.parse(readFileSync(join(modules, name, "package.json"), "utf8"));
    return `${name} ${version} (${license})`;
  });
  return `/* With ${lines.join(", ")} and what they need of D3, (c) Observable, Inc. and Mike Bostock; ISC licence. */`;
}

const script = `${notices()}\n${await bundle("main.js")}`;
const style = await bundle("style.css");
if (/<\/(script|style)|<!--/i.test(script + style)) {
  throw new Error("the bundle has text that would end its element");
}
// A function as replacement, because the bundle may have $ signs.
const page = readFileSync(join(here, "page.html"), "utf8")
  .replace("SCRIPT-HASH", createHash("sha256").update(script).digest("base64"))
  .replace("<style>STYLE", () => `<style>${style}`)
  .replace("<script>SCRIPT", () => `<script>${script}`);
mkdirSync(dirname(output), { recursive: true });
writeFileSync(output, page);
