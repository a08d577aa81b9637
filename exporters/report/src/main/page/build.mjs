// Bundles the report page into one HTML template: node build.mjs NODE_MODULES OUTPUT.html.
// Beside it goes OUTPUT-sbom.json, the bill of materials of what is bundled.
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
    metafile: true,
    logLevel: "warning",
  });
  return { text: result.outputFiles[0].text.trim(), inputs: Object.keys(result.metafile.inputs) };
}

/** The names of the packages that files of the bundle are from. */
function packagesOf(inputs) {
  const names = inputs.map((file) => /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1]);
  return [...new Set(names.filter(Boolean))].sort();
}

/** The licences of all that is bundled, as these ask for; a text that several share is there once. */
function licences(packages) {
  const texts = new Map();
  for (const name of packages) {
    const whole = readFileSync(join(modules, name, "LICENSE"), "utf8").trim();
    const owner = /^Copyright.*$/m.exec(whole)?.[0] ?? "";
    const text = whole.replace(owner, "").trim();
    texts.set(text, [...(texts.get(text) ?? []), `${name}: ${owner}`]);
  }
  const all = [...texts].map(([text, names]) => `${names.join("\n")}\n\n${text}`);
  return `/*\nThe report page is made with these:\n\n${all.join("\n\n").replaceAll("*/", "* /")}\n*/`;
}

/** What is bundled as a CycloneDX bill of materials, the same in every build. */
function bill(packages) {
  const components = packages.map((name) => {
    const { version, license } = JSON.parse(readFileSync(join(modules, name, "package.json"), "utf8"));
    const purl = `pkg:npm/${name.replace("@", "%40")}@${version}`;
    return { type: "library", name, version, licenses: [{ license: { id: license } }], purl, "bom-ref": purl };
  });
  return JSON.stringify({ bomFormat: "CycloneDX", specVersion: "1.6", version: 1, components }, null, 1) + "\n";
}

const bundled = await bundle("main.js");
const packages = packagesOf(bundled.inputs);
const script = `${licences(packages)}\n${bundled.text}`;
const style = (await bundle("style.css")).text;
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
writeFileSync(output.replace(/\.html$/, "-sbom.json"), bill(packages));
