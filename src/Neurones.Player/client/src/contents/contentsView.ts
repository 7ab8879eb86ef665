import { h } from "../dom";
import { icon } from "../icons";
import { lessonsOf, solutionsOf } from "../lesson/navigation";
import { inWords } from "../lesson/progress";
import { progressBar } from "../lesson/progressBar";
import type { LessonSummary, Work } from "../server/lessons";

/** The page's beginning: the lessons, and how far the learner is in each. */
export function contentsView(all: LessonSummary[], work: Work): HTMLElement {
  const languages = [...new Set(all.map(lesson => lesson.language))];
  const preferred = languages.find(language => navigator.language.startsWith(language)) ?? languages[0] ?? "en";
  return h(
    "div",
    { class: "contents" },
    h("h1", {}, "Deep learning from scratch"),
    h("p", { class: "lead" }, "In C#, one idea at a time: read, run, change, look."),
    all.length > 0
      ? h("ol", { class: "lessons" }, ...lessonsOf(all, preferred).map(lesson => entry(lesson, all, work)))
      : h("p", { class: "notice" }, "There are no lessons in the notebooks folder."),
  );
}

function entry(lesson: LessonSummary, all: LessonSummary[], work: Work): HTMLElement {
  const solution = solutionsOf(lesson, all);
  const title = titleOf(lesson);
  return h(
    "li",
    {},
    h(
      "a",
      { href: `#/${lesson.id}`, class: "entry" },
      h("span", { class: "number" }, lesson.number),
      h("span", { class: "title", lang: lesson.language }, title),
    ),
    solution && h("a", { href: `#/${solution.id}`, class: "solution", "aria-label": `Solutions of ${title}` }, "Solutions"),
    progressOf(lesson, title, work),
  );
}

function progressOf(lesson: LessonSummary, title: string, work: Work): HTMLElement | undefined {
  const progress = Object.hasOwn(work.lessons, lesson.id) ? work.lessons[lesson.id] : undefined;
  if (!progress?.last) {
    return undefined;
  }

  const allRun = progress.done.length >= progress.cells;
  return h(
    "p",
    { class: "progress" },
    allRun && progress.solved.length >= progress.exercises ? icon("done") : progressBar(progress),
    h("span", {}, inWords(progress)),
    allRun ? undefined : h("a", { href: `#/${lesson.id}?continue`, "aria-label": `Continue ${title}` }, "Continue"),
  );
}

/** Its number, as in "5 · Programming", stands before the title already. */
function titleOf({ number, title }: LessonSummary): string {
  const [, first, rest] = /^(\S+)\s*[·:.–—-]\s+(.+)$/.exec(title) ?? [];
  return first === number ? rest! : title;
}
