import type { CodeCell } from "../lesson/codeCell";
import { hasTag, joined, type NotebookCell } from "../lesson/notebook";

/** A cell of the notebook and what it is on the page; `code` if it runs. */
export interface Part {
  cell: NotebookCell;
  element: HTMLElement;
  code?: CodeCell;
}

/** What is on the screen at once. */
export interface Step {
  /** Of its first cell: stays the same when the lesson changes around it. */
  id: string;
  parts: Part[];
  code?: CodeCell;
}

/** What fits on a screen in large type. The steps don't depend on the window, so they are the same in the classroom as at home. */
const linesOfAScreen = 12;
const lettersOfALine = 64;

const heading = /^#{1,6} /;
const fold = /^<details>[^]*<\/details>$/;

/** Cuts a lesson into steps: a code cell with its outputs, or as much prose between two headings as fits. */
export function stepsOf(parts: Part[]): Step[] {
  const steps: Step[] = [];
  for (const part of parts) {
    const last = steps.at(-1);
    if (last && belongs(part, last)) {
      last.parts.push(part);
      last.code ??= part.code;
    } else {
      steps.push({ id: part.cell.id, parts: [part], code: part.code });
    }
  }

  return steps;
}

function belongs(part: Part, step: Step): boolean {
  if (part.code) {
    // An exercise is solved with its question in sight.
    return !step.code && hasTag(part.cell, "exercise");
  }

  const text = joined(part.cell.source).trim();
  const above = step.parts.map(({ cell }) => joined(cell.source)).join("\n\n");
  return fold.test(text) || (!step.code && !heading.test(text) && lines(above) + lines(text) <= linesOfAScreen);
}

/** About how many lines a text takes. */
function lines(markdown: string): number {
  return markdown.split("\n").reduce((sum, line) => sum + linesOf(line.trim()), 0);
}

function linesOf(line: string): number {
  return line === "" ? 0.5 : line.startsWith("$$") ? 3 : heading.test(line) ? 2 : Math.ceil(line.length / lettersOfALine);
}
