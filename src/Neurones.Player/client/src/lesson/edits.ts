import { DelayedSave } from "../server/delayedSave";
import type { CellEdit, Edits, Lessons } from "../server/lessons";

/** The learner's versions of a lesson's cells, kept on the server a moment after each change. */
export class LessonEdits {
  private readonly saving: DelayedSave;

  // A map, because a cell may have any name, be it that of a property that every object has.
  private readonly edits: Map<string, CellEdit>;

  constructor(lessons: Lessons, lesson: string, edits: Edits, report: (trouble: string | undefined) => void) {
    this.edits = new Map(Object.entries(edits));
    this.saving = new DelayedSave(
      () => lessons.saveEdits(lesson, Object.fromEntries(this.edits)),
      trouble => report(trouble && `Your edits are not saved yet: ${trouble}`));
  }

  of(cell: string): CellEdit | undefined {
    return this.edits.get(cell);
  }

  set(cell: string, { source, original }: CellEdit): void {
    if (source === original) {
      this.edits.delete(cell);
    } else {
      this.edits.set(cell, { source, original });
    }

    this.saving.later();
  }
}
