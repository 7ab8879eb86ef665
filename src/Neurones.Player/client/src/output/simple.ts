import { AnsiUp } from "ansi_up";
import { h } from "../dom";
import { icon } from "../icons";
import { openOutside } from "../prose/links";
import { renderMarkdown } from "../prose/markdown";
import { asText, type Bundle, type Rendered } from "./bundle";
import { Fold } from "./fold";
import { pictureName } from "./pictureName";

/** Rendered from its text alone, and made anew for each value. */
function simple(className: string, fill: (element: HTMLElement, text: string, bundle: Bundle) => void) {
  return (value: unknown, bundle: Bundle): Rendered => {
    const content = h("div", { class: className });
    const fold = new Fold(content);
    const update = (value: unknown, bundle: Bundle) => fill(content, asText(value), bundle);
    update(value, bundle);
    return { element: fold.element, update, dispose: () => fold.dispose() };
  };
}

export const plainText = simple("plain-text", (element, text) => {
  element.innerHTML = ansiToHtml(text);
});

export const markdown = simple("prose", (element, text) => {
  element.replaceChildren(renderMarkdown(text));
  element.querySelectorAll("a").forEach(openOutside);
});

export function image(mime: string) {
  return simple("image", (element, data, bundle) => {
    const source = mime === "image/svg+xml" ? encodeURIComponent(data) : `base64,${data}`;
    const alt = "text/plain" in bundle ? asText(bundle["text/plain"]) : "";
    const address = `data:${mime}${mime === "image/svg+xml" ? "," : ";"}${source}`;
    const link = h("a", { class: "button quiet", href: address, title: "Save the picture", onclick: () => (link.download = pictureName(element)) }, icon("download"), "Save");
    element.replaceChildren(h("img", { src: address, alt }), h("div", { class: "figure-tools" }, link));
  });
}

/** Escapes the text and turns terminal colours into classes. */
export function ansiToHtml(text: string): string {
  const ansi = new AnsiUp();
  ansi.use_classes = true;
  ansi.url_allowlist = {};
  return ansi.ansi_to_html(text);
}
