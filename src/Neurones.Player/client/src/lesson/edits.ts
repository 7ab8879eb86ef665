import type { CellEdit, Edits, Lessons } from "../server/lessons";

const delay = 600;

/** The learner's versions of a lesson's cells, kept on the server a moment after each change. */
export class LessonEdits {
  private timer = 0;

  // A map, because a cell may have any name, be it that of a property that every object has.
  private readonly edits: Map<string, CellEdit>;

  constructor(
    private readonly lessons: Lessons,
    private readonly lesson: string,
    edits: Edits,
    private readonly failed: (message: string) => void,
  ) {
    this.edits = new Map(Object.entries(edits));
    addEventListener("pagehide", () => this.timer && void this.save());
  }

  of(cell: string) {
    return this.edits.get(cell);
  }

  set(cell: string, source: string, original: string): void {
    if (source === original) {
      this.edits.delete(cell);
    } else {
      this.edits.set(cell, { source, original });
    }

    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.save(), delay);
  }

  private async save(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = 0;
    try {
      await this.lessons.saveEdits(this.lesson, Object.fromEntries(this.edits));
    } catch (error) {
      this.failed(`Your edits are not saved yet: ${(error as Error).message}`);
    }
  }
}
