// Bundles the pages into dist/: index.html, output-frame.html, drawing.html and assets/; and reader.html, which `neurones export` fills in.
import { build } from "esbuild";
import { createHash } from "node:crypto";
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";

// How a page's policy names a script that stands in it.
const hashOf = script => `sha256-${createHash("sha256").update(script).digest("base64")}`;

rmSync("dist", { recursive: true, force: true });
mkdirSync("dist/assets", { recursive: true });

await build({
  entryPoints: { page: "src/main.ts", drawing: "src/drawing/main.ts" },
  outdir: "dist/assets",
  bundle: true,
  minify: true,
  format: "esm",
  target: "es2022",
  charset: "utf8",
  // KaTeX lists older font formats after woff2; no browser that runs this page asks for them.
  loader: { ".woff2": "file", ".woff": "empty", ".ttf": "empty" },
  assetNames: "fonts/[name]",
  legalComments: "linked",
  logLevel: "warning",
});

for (const page of ["index.html", "drawing.html"]) {
  copyFileSync(page, `dist/${page}`);
}

// The frame of outputs runs one script that stands in its page, known by its hash, and what that one makes.
const frame = readFileSync("output-frame.html", "utf8");
const [, frameScript] = /<script>([^]*?)<\/script>/.exec(frame);
writeFileSync("dist/output-frame.html", frame.replace("OUR-SCRIPT", hashOf(frameScript)));

// plotly.js with our way of drawing frames, for the page as for figures in other hosts.
const { outputFiles: [animate] } = await build({ entryPoints: ["src/plotly/animate.ts"], bundle: true, minify: true, format: "iife", target: "es2022", write: false });
const plotly = readFileSync("node_modules/plotly.js-strict-dist-min/plotly-strict.min.js", "utf8");
writeFileSync("dist/assets/plotly.min.js", `${plotly}\n${animate.text}`);

// A page that works wherever it lies: script, style and letters are in it.
const { outputFiles: reader } = await build({
  entryPoints: ["src/reader/main.ts"],
  outdir: "dist",
  bundle: true,
  minify: true,
  format: "iife",
  target: "es2022",
  charset: "utf8",
  define: { FRAME_STYLE: JSON.stringify(/<style>(.*?)<\/style>/s.exec(frame)[1]) },
  loader: { ".woff2": "dataurl", ".woff": "empty", ".ttf": "empty" },
  legalComments: "inline",
  write: false,
  logLevel: "warning",
});
const textOf = extension => reader.find(file => file.path.endsWith(extension)).text.trim();
const script = textOf(".js").replaceAll("<!--", "\\x3C!--"); // Within a script element that would begin a comment.
const parts = { style: textOf(".css"), script, scriptHash: hashOf(script) };
writeFileSync("dist/reader.html", readFileSync("reader.html", "utf8").replace(/{{(style|script|scriptHash)}}/g, (_, part) => parts[part]));
