import { h } from "../dom";
import { LessonKernel } from "../kernel/lessonKernel";
import type { KernelServer } from "../kernel/server";
import { CellLanguage } from "../language/cellLanguage";
import type { CellPlace } from "../output/error";
import { Displays } from "../output/displays";
import { Presenter } from "../presenter/presenter";
import type { Part } from "../presenter/steps";
import { nameHeadings } from "../prose/headings";
import { wireLinks } from "../prose/links";
import { renderMarkdown } from "../prose/markdown";
import type { Edits, Lessons, LessonSummary, Work } from "../server/lessons";
import { type CellHost, CodeCell } from "./codeCell";
import { copyOf, download } from "./copy";
import { Desk } from "./desk";
import { LessonEdits } from "./edits";
import { KeptOutputs } from "./keptOutputs";
import { joined, type Notebook } from "./notebook";
import { neighbours, outline } from "./navigation";
import { LessonProgress } from "./progress";
import { Runner } from "./runner";
import { Toolbar, words } from "./toolbar";

/** A lesson: prose, cells that run, and the kernel behind them. */
export class LessonView implements CellHost {
  readonly element: HTMLElement;
  readonly toolbar: Toolbar;
  readonly displays = new Displays();
  readonly edits: LessonEdits;
  readonly presenter: Presenter;
  private readonly cells: CodeCell[] = [];
  private readonly kernel: LessonKernel;
  private readonly runner: Runner;
  private readonly progress: LessonProgress;
  private readonly kept: KeptOutputs;
  private readonly desk: Desk;
  private readonly news = h("p", { class: "visually-hidden", "aria-live": "polite" });
  private readonly editsWarning = h("p", { class: "notice", role: "alert", hidden: true });
  private readonly progressWarning = h("p", { class: "notice", role: "alert", hidden: true });

  constructor(lessons: Lessons, server: KernelServer, readonly summary: LessonSummary, all: LessonSummary[], private readonly notebook: Notebook, edits: Edits, work: Work) {
    this.edits = new LessonEdits(lessons, summary.id, edits, trouble => this.warn(this.editsWarning, trouble));
    this.kernel = new LessonKernel(server, summary.id);
    this.runner = new Runner(this.kernel, (cell, failed) => this.onFinished(cell, failed));
    this.toolbar = new Toolbar({
      runAll: () => this.run(...this.cells.filter(cell => !cell.skipped)),
      stop: () => this.stop(),
      restart: () => this.restart(),
      present: () => this.presenter.toggle(),
    });
    this.kernel.onChange = () => this.onKernelChange();
    this.kernel.onStateLost = () => this.onStateLost();
    this.kernel.onUpdate = message => this.displays.receive(message);
    this.kernel.onChange();

    this.desk = new Desk(work.folder, {
      goOn: () => this.goOn(),
      download: () => download(copyOf(this.notebook, this.cells), `${summary.id.split("/").at(-1)}-my-copy.ipynb`),
      reset: () => this.reset(),
    });
    const parts = notebook.cells.map(cell => this.place(cell));
    this.presenter = new Presenter(parts, this.toolbar.state, this);
    const column = h("article", { class: "column" }, ...parts.map(part => part.element), neighbours(summary, all));
    column.firstElementChild?.after(this.desk.element);
    this.progress = new LessonProgress(lessons, summary.id, work.lessons[summary.id], this.cells, trouble => this.warn(this.progressWarning, trouble));
    this.progress.onChange = () => this.desk.show(this.progress);
    this.progress.onChange();
    this.kept = new KeptOutputs(summary.id);
    void this.recallOutputs();
    const headings = nameHeadings(column);
    wireLinks(column, summary.id, id => this.goToHeading(id));
    this.element = h("div", { class: "lesson" }, outline(headings, id => this.goToHeading(id)), h("div", { class: "page" }, this.editsWarning, this.progressWarning, column, this.news));
  }

  get isRunning(): boolean {
    return this.runner.active !== undefined;
  }

  /** Leaves the kernel, which keeps its variables for the next visit while there's room for it. */
  close(): void {
    this.cells.forEach(cell => cell.dispose());
    void this.kernel.close();
  }

  /** Goes to where the learner left off. */
  goOn(): void {
    this.progress.next?.focus({ scroll: false });
    this.progress.next?.element.scrollIntoView({ block: "start" });
  }

  run(...cells: CodeCell[]): void {
    this.desk.forget();
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

  moveWhole(from: CodeCell, step: 1 | -1): void {
    this.cells[this.cells.indexOf(from) + step]?.element.focus();
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

  languageOf(cell: CodeCell): CellLanguage {
    const above = () => this.cells.slice(0, this.cells.indexOf(cell)).filter(each => !each.skipped && !each.isFresh);
    return new CellLanguage(this.kernel, () => above().map(each => each.source));
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

    const prose = h("div", { class: "prose", lang: this.summary.language });
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

  restore(cell: CodeCell): void {
    cell.startAgain();
    cell.element.focus({ preventScroll: true });
    this.keepOutputs();
  }

  /** Makes the lesson what it was before the learner came. All but the variables can be brought back. */
  private reset(): void {
    this.runner.abandon();
    const cells = this.cells.map(cell => cell.startAgain());
    const progress = this.progress.now;
    this.progress.set(undefined);
    this.keepOutputs();
    void this.kernel.restart();
    this.desk.sayReset(() => {
      this.cells.forEach((cell, index) => cell.bringBack(cells[index]!));
      this.progress.set(progress);
      this.keepOutputs();
    });
  }

  private onFinished(cell: CodeCell, failed: boolean): void {
    this.onKernelChange();
    this.progress.ran(cell, failed);
    this.keepOutputs();
    if (failed && !cell.mayFail) {
      this.presenter.bring(cell.element);
    }

    if (failed || !this.runner.active) {
      this.news.textContent = `Cell ${cell.number} ${failed ? "failed" : "has run"}.`;
    }
  }

  private onKernelChange(): void {
    const { state, memory } = this.kernel;
    this.toolbar.show(this.kernel, this.runner.active?.number);
    // Of the usual course of things, those who listen hear when a cell has run; of the kernel, what they couldn't expect.
    const isNews = memory === "lost" ? state === "ready" : !["starting", "ready", "running", "stopping", "restarting"].includes(state);
    if (isNews) {
      this.news.textContent = words(state, memory, undefined);
    }
  }

  private keepOutputs(): void {
    for (const cell of this.cells.filter(cell => cell.outputs.changed)) {
      cell.outputs.changed = false;
      void this.kept.save(cell.id, { outputs: cell.outputs.outputs, count: cell.outputs.executionCount });
    }
  }

  private async recallOutputs(): Promise<void> {
    const kept = await this.kept.all();
    for (const cell of this.cells) {
      const outputs = kept.get(cell.id);
      if (outputs && !cell.isTouched) {
        try {
          cell.recall(outputs);
        } catch (error) {
          console.warn(error);
          cell.outputs.restore([], null);
        }

        cell.outputs.changed = false;
      }
    }
  }

  /** Shows a trouble until it is over. */
  private warn(warning: HTMLElement, trouble: string | undefined): void {
    warning.hidden = !trouble;
    // The same words again would be read out again.
    if (trouble && trouble !== warning.textContent) {
      warning.textContent = trouble;
    }
  }
}
