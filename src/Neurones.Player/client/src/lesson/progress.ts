import { DelayedSave } from "../server/delayedSave";
import type { Lessons, Progress } from "../server/lessons";
import type { CodeCell } from "./codeCell";

/** How far the learner is in one lesson, kept on the server. */
export class LessonProgress {
  /** Called on every change. */
  onChange = () => {};

  private readonly saving: DelayedSave;

  constructor(lessons: Lessons, lesson: string, private state: Progress | undefined, private readonly cells: CodeCell[], report: (trouble: string | undefined) => void) {
    this.saving = new DelayedSave(
      () => lessons.saveProgress(lesson, this.now),
      trouble => report(trouble && `Your progress is not saved yet: ${trouble}`));
  }

  /** Only cells that the lesson still has count. */
  get now(): Progress {
    const known = (cells: string[] = []) => cells.filter(id => this.cells.some(cell => cell.id === id && !cell.skipped));
    return {
      done: known(this.state?.done),
      solved: known(this.state?.solved),
      last: this.state?.last ?? null,
      cells: this.cells.filter(cell => !cell.skipped).length,
      exercises: this.cells.filter(cell => cell.isExercise).length,
    };
  }

  /** Where to go on: the cell that ran last if it failed, else the one after it; undefined at the beginning and after the end. */
  get next(): CodeCell | undefined {
    const { done, last } = this.now;
    const index = this.cells.findIndex(cell => cell.id === last);
    return index < 0 ? undefined : done.includes(last!) ? this.cells.slice(index + 1).find(cell => !cell.skipped) : this.cells[index];
  }

  ran(cell: CodeCell, failed: boolean): void {
    const { done, solved, ...rest } = this.now;
    this.set({
      ...rest,
      done: failed ? done : [...new Set(done).add(cell.id)],
      solved: cell.isSolved ? [...new Set(solved).add(cell.id)] : solved,
      last: cell.id,
    });
  }

  /** Takes over what was before, or begins again. */
  set(state: Progress | undefined): void {
    this.state = state;
    this.saving.later();
    this.onChange();
  }
}

/** Such as "12 of 32 cells run, 2 of 5 exercises solved". */
export function inWords({ done, solved, cells, exercises }: Progress): string {
  const run = done.length >= cells ? "All cells run" : `${done.length} of ${cells} cells run`;
  return exercises === 0 ? run : `${run}, ${solved.length >= exercises ? "all exercises" : `${solved.length} of ${exercises} exercises`} solved`;
}
