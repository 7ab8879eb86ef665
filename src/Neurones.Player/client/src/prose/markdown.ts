import DOMPurify from "dompurify";
import MarkdownIt from "markdown-it";
import { h } from "../dom";
import { highlight } from "../lesson/csharp";
import { decoded, resolvePicture } from "./links";
import { mathPlugin, renderMath } from "./math";

const markdown = new MarkdownIt({ html: true, linkify: false, typographer: false }).use(mathPlugin);

/** Pictures by name, each in base64 by its type. */
export type Attachments = Record<string, Record<string, string>>;

/** Where the pictures of a notebook's Markdown are: pasted into the cell, by file name, or in the repository, as seen from the lesson. */
export interface Pictures {
  attachments?: Attachments;
  lesson?: string;
}

// Prose is HTML, and neither draws (SVG, MathML: KaTeX makes its own later) nor plays nor asks for anything.
const allowed = {
  USE_PROFILES: { html: true },
  FORBID_TAGS: ["style", "form", "input", "button", "textarea", "select", "dialog", "map", "area", "audio", "video", "source", "track", "picture"],
  FORBID_ATTR: ["srcset", "background", "poster", "popover"],
  ALLOWED_URI_REGEXP: /^(?:https?:|mailto:|attachment:|data:image\/|[^a-z]|[a-z+.-]+(?:[^a-z+.\-:]|$))/i,
  ALLOW_DATA_ATTR: false,
  // An id or a name is also a global variable: with a prefix, as on GitHub, it can't pass for one of the page's.
  SANITIZE_NAMED_PROPS: true,
};

// A column of a table may be aligned; any other style could lay itself over the page.
DOMPurify.addHook("uponSanitizeAttribute", (_, attribute) => {
  attribute.keepAttr &&= attribute.attrName !== "style" || /^text-align:(left|center|right)$/.test(attribute.attrValue);
});

/** Turns a cell's Markdown into elements: sanitised, formulas typeset, code coloured. */
export function renderMarkdown(source: string, pictures: Pictures = {}): DocumentFragment {
  const html = DOMPurify.sanitize(markdown.render(source), allowed);
  // A parsed document is inert: no image of it is requested before we have looked at it.
  const body = new DOMParser().parseFromString(html, "text/html").body;
  body.querySelectorAll("img").forEach(image => placeImage(image, pictures));
  const content = document.createDocumentFragment();
  content.append(...document.adoptNode(body).childNodes);
  renderMath(content);
  content.querySelectorAll("table").forEach(makeScrollable);
  content.querySelectorAll<HTMLElement>("pre > code[class*=csharp], pre > code[class*=cs]").forEach(highlight);
  return content;
}

/** Only pictures of the course can be shown; for any other, and for one that is gone, its text alternative is. */
function placeImage(image: HTMLImageElement, { attachments, lesson }: Pictures): void {
  const source = image.getAttribute("src") ?? "";
  const attached = attachments?.[decoded(source.replace(/^attachment:/, ""))];
  const kept = lesson === undefined ? null : resolvePicture(source, lesson);
  const inWords = () => image.replaceWith(h("span", { class: "missing-image" }, image.alt || source));
  const [mime, data] = Object.entries(attached ?? {}).find(([mime]) => /^image\/[\w.+-]+$/.test(mime)) ?? [];
  if (mime && data) {
    image.src = `data:${mime};base64,${data}`;
  } else if (kept) {
    image.loading = "lazy";
    image.addEventListener("error", inWords);
    image.src = kept;
  } else if (!source.startsWith("data:image/")) {
    inWords();
  }
}

function makeScrollable(table: HTMLTableElement): void {
  const box = h("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": "Table" });
  table.replaceWith(box);
  box.append(table);
}
