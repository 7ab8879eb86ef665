import { button, h } from "../dom";
import { icon } from "../icons";
import { outline } from "../lesson/navigation";
import { loadPlotlyFrom } from "../output/plotly";
import { nameHeadings } from "../prose/headings";
import { Cells } from "./cells";
import type { LessonContent, Page } from "./content";
import { wirePageLinks } from "./pageLinks";
import { Printing } from "./printing";

export function lessonPage(content: LessonContent): HTMLElement[] {
  loadPlotlyFrom(content.plotly);
  const printing = new Printing();
  const cells = new Cells(content.pictures, printing);
  const column = h("article", { class: "column" }, ...content.notebook.cells.map(cell => cells.show(cell)), neighbours(content));
  const headings = nameHeadings(column);
  wirePageLinks(column, content.pages);
  const print = button(icon("print"), "Print", () => void printing.print(), "print");
  printing.onProgress = words => (print.lastElementChild!.textContent = words ?? "Print");
  return [
    h(
      "header",
      { class: "header" },
      h(content.contents ? "a" : "span", { class: "home", href: content.contents }, icon("contents"), h("span", {}, "Neurones")),
      h("div", { class: "header-place" }),
      print,
    ),
    h("main", { id: "main", tabindex: "-1" }, h("div", { class: "lesson" }, outline(headings, goTo), h("div", { class: "page" }, column))),
  ];
}

function goTo(heading: string): void {
  const element = document.getElementById(heading);
  element?.scrollIntoView();
  element?.focus({ preventScroll: true });
}

function neighbours({ previous, next }: LessonContent): HTMLElement | undefined {
  const link = (page: Page | undefined, label: string, className: string) => page && h("a", { href: page.href, class: className }, h("span", {}, label), page.title);
  return previous || next
    ? h("nav", { class: "neighbours", "aria-label": "Other lessons" }, link(previous, "Previous lesson", "previous"), link(next, "Next lesson", "next"))
    : undefined;
}
