const delay = 600;

/** Saves a moment after the last change, and at once when the tab closes. */
export class DelayedSave {
  private timer = 0;

  constructor(private readonly save: () => Promise<void>, private readonly failed: (message: string) => void) {
    addEventListener("pagehide", () => this.timer && void this.now());
  }

  later(): void {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.now(), delay);
  }

  private async now(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = 0;
    try {
      await this.save();
    } catch (error) {
      this.failed((error as Error).message);
    }
  }
}
