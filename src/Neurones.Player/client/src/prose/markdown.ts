import DOMPurify from "dompurify";
import MarkdownIt from "markdown-it";
import { h } from "../dom";
import { highlight } from "../lesson/csharp";
import { mathPlugin, renderMath } from "./math";

const markdown = new MarkdownIt({ html: true, linkify: false, typographer: false }).use(mathPlugin);

/** What a notebook's Markdown refers to: images pasted into the cell, by file name. */
export type Attachments = Record<string, Record<string, string>>;

/** Turns a cell's Markdown into elements: sanitised, formulas typeset, code coloured. */
export function renderMarkdown(source: string, attachments: Attachments = {}): DocumentFragment {
  const html = DOMPurify.sanitize(markdown.render(source), {
    FORBID_TAGS: ["style", "form", "input", "button", "textarea", "select"],
    ALLOWED_URI_REGEXP: /^(?:https?:|mailto:|attachment:|data:image\/|[^a-z]|[a-z+.-]+(?:[^a-z+.\-:]|$))/i,
  });
  // A parsed document is inert: no image of it is requested before we have looked at it.
  const body = new DOMParser().parseFromString(html, "text/html").body;
  body.querySelectorAll("img").forEach(image => placeImage(image, attachments));
  const content = document.createDocumentFragment();
  content.append(...document.adoptNode(body).childNodes);
  renderMath(content);
  content.querySelectorAll("table").forEach(makeScrollable);
  content.querySelectorAll<HTMLElement>("pre > code[class*=csharp], pre > code[class*=cs]").forEach(highlight);
  return content;
}

/** Only pictures inside the notebook can be shown; for any other, its text alternative is. */
function placeImage(image: HTMLImageElement, attachments: Attachments): void {
  const source = image.getAttribute("src") ?? "";
  const attached = attachments[decodeURIComponent(source.replace(/^attachment:/, ""))];
  const [mime, data] = Object.entries(attached ?? {})[0] ?? [];
  if (mime && data) {
    image.src = `data:${mime};base64,${data}`;
  } else if (!source.startsWith("data:image/")) {
    image.replaceWith(h("span", { class: "missing-image", role: "img" }, image.alt || source));
  }
}

function makeScrollable(table: HTMLTableElement): void {
  const box = h("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": "Table" });
  table.replaceWith(box);
  box.append(table);
}
