import type { LessonKernel } from "../kernel/lessonKernel";
import type { CodeCell } from "./codeCell";

/** Runs a lesson's cells one after the other; an error ends the row. */
export class Runner {
  private current: CodeCell | undefined;
  private queue: CodeCell[] = [];
  private abandoned: CodeCell | undefined;

  constructor(
    private readonly kernel: LessonKernel,
    private readonly finished: (cell: CodeCell, failed: boolean) => void,
  ) {}

  run(cells: CodeCell[]): void {
    const added = cells.filter(cell => cell !== this.current && !this.queue.includes(cell));
    added.forEach(cell => cell.setState("waiting"));
    this.queue.push(...added);
    void this.work();
  }

  /** Forgets the cells that wait. */
  clear(): void {
    this.queue.forEach(cell => cell.setState("stopped"));
    this.queue = [];
  }

  /** Forgets the cells that wait, and doesn't show how the one that runs ends. */
  abandon(): void {
    this.clear();
    this.abandoned = this.current;
  }

  /** The cell that runs, or is about to. */
  get active(): CodeCell | undefined {
    return this.current ?? this.queue[0];
  }

  private async work(): Promise<void> {
    while (!this.current && this.queue.length > 0) {
      const cell = this.queue.shift()!;
      this.current = cell;
      const failed = await this.runOne(cell);
      this.current = undefined;
      if (cell === this.abandoned) {
        this.abandoned = undefined;
        cell.startAgain();
      } else {
        this.finished(cell, failed);
      }
    }
  }

  private async runOne(cell: CodeCell): Promise<boolean> {
    const source = cell.source;
    cell.freshSource = undefined;
    cell.outputs.expectNew();
    cell.setState("running");
    const result = await this.kernel.execute(source, cell.name, !cell.mayFail, message => cell.outputs.receive(message));
    if (result === "lost") {
      cell.outputs.fail({
        ename: "The kernel stopped",
        evalue: "its variables are lost. \"Run to here\" runs the cells above again.",
        traceback: [],
      });
    }

    cell.outputs.finish();
    const intended = result === "error" && cell.shouldFail;
    cell.setState(result === "ok" || intended ? "ok" : result === "aborted" ? "stopped" : "failed", intended ? "failed, as it should" : undefined);
    if (result === "ok" || (result === "error" && cell.mayFail)) {
      cell.freshSource = source;
    } else {
      this.clear();
    }

    return result !== "ok" && !intended;
  }
}
