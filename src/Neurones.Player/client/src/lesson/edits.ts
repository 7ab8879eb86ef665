import type { Edits, Lessons } from "../server/lessons";

const delay = 600;

/** The learner's versions of a lesson's cells, kept on the server a moment after each change. */
export class LessonEdits {
  private timer = 0;

  constructor(
    private readonly lessons: Lessons,
    private readonly lesson: string,
    private readonly edits: Edits,
    private readonly failed: (message: string) => void,
  ) {
    addEventListener("pagehide", () => this.timer && void this.save());
  }

  of(cell: string) {
    return this.edits[cell];
  }

  set(cell: string, source: string, original: string): void {
    if (source === original) {
      delete this.edits[cell];
    } else {
      this.edits[cell] = { source, original };
    }

    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.save(), delay);
  }

  private async save(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = 0;
    try {
      await this.lessons.saveEdits(this.lesson, this.edits);
    } catch (error) {
      this.failed(`Your edits are not saved yet: ${(error as Error).message}`);
    }
  }
}
