import { h } from "../dom";
import { highlight } from "../lesson/csharp";

/** A signature in colour, and what is written of it below. */
export function documentation(text: string): HTMLElement {
  const [signature = "", ...paragraphs] = text.split("\n\n");
  const code = h("code", { class: "signature" }, signature);
  highlight(code);
  return h("div", { class: "documentation" }, code, ...paragraphs.map(paragraph => h("p", {}, paragraph)));
}
