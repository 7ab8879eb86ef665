import { h } from "../dom";
import { LessonKernel } from "../kernel/lessonKernel";
import type { KernelServer } from "../kernel/server";
import type { CellPlace } from "../output/error";
import type { Displays } from "../output/outputArea";
import { Presenter } from "../presenter/presenter";
import type { Part } from "../presenter/steps";
import { nameHeadings } from "../prose/headings";
import { wireLinks } from "../prose/links";
import { renderMarkdown } from "../prose/markdown";
import type { Edits, Lessons, LessonSummary } from "../server/lessons";
import { recordProgress } from "../server/progress";
import { type CellHost, CodeCell } from "./codeCell";
import { LessonEdits } from "./edits";
import { joined, type Notebook } from "./notebook";
import { neighbours, outline } from "./navigation";
import { Runner } from "./runner";
import { Toolbar } from "./toolbar";

/** A lesson: prose, cells that run, and the kernel behind them. */
export class LessonView implements CellHost {
  readonly element: HTMLElement;
  readonly toolbar: Toolbar;
  readonly displays: Displays = new Map();
  readonly edits: LessonEdits;
  readonly presenter: Presenter;
  private readonly cells: CodeCell[] = [];
  private readonly kernel: LessonKernel;
  private readonly runner: Runner;
  private readonly news = h("p", { class: "visually-hidden", "aria-live": "polite" });
  private readonly warning = h("p", { class: "notice", role: "alert", hidden: true });

  constructor(lessons: Lessons, server: KernelServer, readonly summary: LessonSummary, all: LessonSummary[], notebook: Notebook, edits: Edits) {
    this.edits = new LessonEdits(lessons, summary.id, edits, message => this.warn(message));
    this.kernel = new LessonKernel(server, summary.id);
    this.runner = new Runner(this.kernel, (cell, failed) => this.onFinished(cell, failed));
    this.toolbar = new Toolbar({
      runAll: () => this.run(...this.cells.filter(cell => !cell.skipped)),
      stop: () => this.stop(),
      restart: () => this.restart(),
      present: () => this.presenter.toggle(),
    });
    this.kernel.onChange = () => this.toolbar.show(this.kernel, this.runner.current?.number);
    this.kernel.onStateLost = () => this.onStateLost();
    this.kernel.onChange();

    const parts = notebook.cells.map(cell => this.place(cell));
    this.presenter = new Presenter(parts, this.toolbar.state, this);
    const column = h("article", { class: "column" }, ...parts.map(part => part.element), neighbours(summary, all));
    const headings = nameHeadings(column);
    wireLinks(column, summary.id, id => this.goToHeading(id));
    this.element = h("div", { class: "lesson" }, outline(headings, id => this.goToHeading(id)), h("div", { class: "page" }, this.warning, column, this.news));
  }

  get isRunning(): boolean {
    return this.runner.current !== undefined;
  }

  /** Leaves the kernel, which keeps its variables for the next visit while there's room for it. */
  close(): void {
    void this.kernel.close();
  }

  run(...cells: CodeCell[]): void {
    this.runner.run(cells);
    this.kernel.onChange();
  }

  /** Runs what this cell builds on and hasn't run since, in order, then the cell. */
  runToHere(cell: CodeCell): void {
    const upTo = this.cells.slice(0, this.cells.indexOf(cell)).filter(earlier => !earlier.skipped);
    const stale = upTo.findIndex(earlier => !earlier.isFresh);
    this.run(...(stale < 0 ? [] : upTo.slice(stale)), cell);
  }

  stop(): void {
    this.runner.clear();
    void this.kernel.interrupt();
  }

  move(from: CodeCell, step: 1 | -1): void {
    this.cells[this.cells.indexOf(from) + step]?.focus();
  }

  moveOn(from: CodeCell): void {
    this.cells[this.cells.indexOf(from) + 1]?.focus({ scroll: false });
    from.reveal();
  }

  goTo(place: CellPlace): void {
    const cell = this.cells.find(cell => cell.name === place.cell);
    if (cell) {
      this.presenter.bring(cell.element);
      cell.goToLine(place.line, place.column);
    }
  }

  goToHeading(id: string): void {
    const heading = document.getElementById(id);
    if (heading) {
      this.presenter.bring(heading);
      heading.scrollIntoView();
      heading.focus({ preventScroll: true });
    }
  }

  private place(cell: Notebook["cells"][number]): Part {
    if (cell.cell_type === "code") {
      const codeCell = new CodeCell(cell, this.cells.length + 1, this);
      codeCell.element.dataset.picture = `${this.summary.id.split("/").at(-1)}-${cell.id}`;
      this.cells.push(codeCell);
      return { cell, element: codeCell.element, code: codeCell };
    }

    const prose = h("div", { class: "prose" });
    prose.append(cell.cell_type === "markdown" ? renderMarkdown(joined(cell.source), { attachments: cell.attachments, lesson: this.summary.id }) : joined(cell.source));
    return { cell, element: prose };
  }

  private restart(): void {
    this.runner.clear();
    void this.kernel.restart();
  }

  private onStateLost(): void {
    this.runner.clear();
    this.cells.forEach(cell => cell.forget());
  }

  private onFinished(cell: CodeCell, failed: boolean): void {
    this.kernel.onChange();
    this.news.textContent = `Cell ${cell.number} ${failed ? "failed" : "has run"}.`;
    if (failed && !cell.mayFail) {
      this.presenter.bring(cell.element);
    }

    if (!failed) {
      recordProgress(this.summary.id, cell.id, this.cells.filter(cell => !cell.skipped).length);
    }
  }

  private warn(message: string): void {
    this.warning.textContent = message;
    this.warning.hidden = false;
  }
}
