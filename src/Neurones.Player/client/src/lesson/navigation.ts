import { h } from "../dom";
import type { LessonSummary } from "../server/lessons";

/** The lesson's headings, beside the text where the window is wide enough; the one being read is marked. */
export function outline(headings: HTMLHeadingElement[], goTo: (id: string) => void): HTMLElement {
  const entries = new Map(headings
    .filter(heading => heading.tagName !== "H1")
    .map(heading => [heading, h("button", { type: "button", onclick: () => goTo(heading.id) }, plainText(heading))]));
  const mark = (current: Element | undefined) => entries.forEach((entry, heading) => entry.setAttribute("aria-current", String(heading === current)));
  // What is being read is below the last heading that has passed the upper third of the window.
  const passed = new Set<Element>();
  const observer = new IntersectionObserver(
    seen => {
      seen.forEach(entry => (entry.isIntersecting ? passed.add(entry.target) : passed.delete(entry.target)));
      mark([...entries.keys()].findLast(heading => passed.has(heading)));
    },
    { rootMargin: "1000000px 0px -66% 0px" },
  );
  entries.forEach((_, heading) => observer.observe(heading));
  const items = [...entries].map(([heading, entry]) => h("li", { class: heading.tagName.toLowerCase() }, entry));
  return h("nav", { class: "outline", "aria-label": "In this lesson" }, h("ol", {}, ...items));
}

/** Links to the lessons before and after this one. */
export function neighbours(lesson: LessonSummary, all: LessonSummary[]): HTMLElement {
  const row = lessonsOf(all, lesson.language);
  const index = row.findIndex(other => sameName(other, lesson));
  const link = (other: LessonSummary | undefined, label: string, className: string) =>
    other && h("a", { href: `#/${other.id}`, class: className }, h("span", {}, label), other.title);
  return h(
    "nav",
    { class: "neighbours", "aria-label": "Other lessons" },
    link(row[index - 1], "Previous lesson", "previous"),
    link(row[index + 1], "Next lesson", "next"),
  );
}

/** The lessons of a language in the order that the server gives, without the solutions. */
export function lessonsOf(all: LessonSummary[], language: string): LessonSummary[] {
  return all.filter(lesson => lesson.language === language && !lesson.solution);
}

/** The solutions of a lesson. */
export function solutionsOf(lesson: LessonSummary, all: LessonSummary[]): LessonSummary | undefined {
  return all.find(other => other.solution && other.language === lesson.language && sameName(other, lesson));
}

/** Whether two notebooks are a lesson and its solutions, or one and the same. */
function sameName(a: LessonSummary, b: LessonSummary): boolean {
  return a.id.split("/").at(-1) === b.id.split("/").at(-1);
}

/** A heading's text without the hidden half of its formulas. */
function plainText(heading: HTMLElement): string {
  const copy = heading.cloneNode(true) as HTMLElement;
  copy.querySelectorAll(".katex-mathml").forEach(hidden => hidden.remove());
  return copy.textContent ?? "";
}
