const delay = 600;
const delayAfterFailure = 5000;

const unsaved = new Set<DelayedSave>();
addEventListener("pagehide", () => [...unsaved].forEach(each => each.now()));

/** Saves a moment after the last change, again until it succeeds, and at once when the tab closes. */
export class DelayedSave {
  private timer = 0;
  private saving = false;

  /** `report` takes why the last save failed; undefined once one has succeeded. */
  constructor(private readonly save: () => Promise<void>, private readonly report: (trouble: string | undefined) => void) {}

  later(after = delay): void {
    unsaved.add(this);
    clearTimeout(this.timer);
    // One save at a time: of two, the earlier could arrive last.
    this.timer = window.setTimeout(() => (this.saving ? this.later() : this.now()), after);
  }

  now(): void {
    clearTimeout(this.timer);
    unsaved.delete(this);
    void this.attempt();
  }

  private async attempt(): Promise<void> {
    this.saving = true;
    try {
      await this.save();
      this.report(undefined);
    } catch (error) {
      this.report((error as Error).message);
      this.later(delayAfterFailure);
    } finally {
      this.saving = false;
    }
  }
}
