import { h } from "../dom";
import { icon } from "../icons";
import { lessonsOf, solutionsOf } from "../lesson/navigation";
import type { LessonSummary } from "../server/lessons";
import { progressOf } from "../server/progress";

/** The page's beginning: the lessons, and how far the learner is in each. */
export function contentsView(all: LessonSummary[]): HTMLElement {
  const languages = [...new Set(all.map(lesson => lesson.language))];
  const preferred = languages.find(language => navigator.language.startsWith(language)) ?? languages[0] ?? "en";
  return h(
    "div",
    { class: "contents" },
    h("h1", {}, "Deep learning from scratch"),
    h("p", { class: "lead" }, "In C#, one idea at a time: read, run, change, look."),
    all.length > 0
      ? h("ol", { class: "lessons", lang: preferred }, ...lessonsOf(all, preferred).map(lesson => entry(lesson, all)))
      : h("p", { class: "notice" }, "There are no lessons in the notebooks folder."),
  );
}

function entry(lesson: LessonSummary, all: LessonSummary[]): HTMLElement {
  const progress = progressOf(lesson.id);
  const done = progress ? Math.min(progress.done.length, progress.total) : 0;
  const solution = solutionsOf(lesson, all);
  return h(
    "li",
    {},
    h(
      "a",
      { href: `#/${lesson.id}`, class: "entry" },
      h("span", { class: "number" }, lesson.number),
      h("span", { class: "title" }, lesson.title.replace(/^\d+[a-z]?\W+/, "")),
      progress && h("span", { class: "progress" }, done === progress.total ? icon("done") : undefined, done === progress.total ? "all cells run" : `${done} of ${progress.total} cells`),
    ),
    solution && h("a", { href: `#/${solution.id}`, class: "solution" }, "Solutions"),
  );
}
