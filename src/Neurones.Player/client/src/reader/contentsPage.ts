import { h } from "../dom";
import type { ContentsContent } from "./content";

/** The lessons of a folder. */
export function contentsPage({ title, pages }: ContentsContent): HTMLElement[] {
  const entries = pages.map(page => h("li", {}, h("a", { class: "entry plain", href: page.href }, h("span", { class: "title" }, page.title))));
  return [h("main", { id: "main", tabindex: "-1" }, h("div", { class: "contents" }, h("h1", {}, title), h("ol", { class: "lessons" }, ...entries)))];
}
