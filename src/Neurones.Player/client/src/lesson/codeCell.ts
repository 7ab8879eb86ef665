import type { EditorView } from "@codemirror/view";
import { button, h } from "../dom";
import { icon } from "../icons";
import type { CellLanguage } from "../language/cellLanguage";
import { asText } from "../output/bundle";
import type { Displays } from "../output/displays";
import type { CellPlace } from "../output/error";
import { OutputArea } from "../output/outputArea";
import type { CellEdit } from "../server/lessons";
import { createEditor, goToLine, replaceSource } from "./editor";
import type { LessonEdits } from "./edits";
import type { CellOutputs } from "./keptOutputs";
import { hasTag, joined, type NotebookCell, type Output } from "./notebook";

/** A cell as it was before the lesson was reset. */
export interface CellSnapshot extends CellOutputs {
  edit: CellEdit | undefined;
}

export type RunState = "idle" | "waiting" | "running" | "ok" | "failed" | "stopped";

/** What a cell asks of the lesson around it. */
export interface CellHost {
  readonly displays: Displays;
  readonly edits: LessonEdits;
  run(cell: CodeCell): void;
  runToHere(cell: CodeCell): void;
  move(from: CodeCell, step: 1 | -1): void;

  /** Gives the keyboard to the next or previous cell as a whole. */
  moveWhole(from: CodeCell, step: 1 | -1): void;

  /** Gives the keyboard to the next cell; what is read stays where it is. */
  moveOn(from: CodeCell): void;
  goTo(place: CellPlace): void;

  /** What the kernel knows of the code in this cell. */
  languageOf(cell: CodeCell): CellLanguage;

  /** Gives the cell the lesson's own text. */
  restore(cell: CodeCell): void;
}

/** A code cell: its editor, its controls and, below it, its outputs. */
export class CodeCell {
  readonly element: HTMLElement;
  readonly name: string;
  readonly outputs: OutputArea;
  readonly skipped: boolean;
  readonly isExercise: boolean;
  readonly mayFail: boolean;

  /** Its error is what the lesson wants to show. */
  readonly shouldFail: boolean;

  /** The source that last ran without error and whose variables the kernel still has. */
  freshSource: string | undefined;

  private readonly editor: EditorView;
  private readonly original: string;
  private readonly status = h("span", { class: "cell-status" });
  private readonly edited = h("p", { class: "edited", hidden: true });
  private startedAt = 0;
  private clock = 0;

  constructor(readonly cell: NotebookCell, readonly number: number, private readonly host: CellHost) {
    this.name = `cell-${String(number).padStart(2, "0")}`;
    this.skipped = hasTag(cell, "skip-execution");
    this.shouldFail = hasTag(cell, "raises-exception");
    this.isExercise = hasTag(cell, "exercise");
    this.mayFail = this.shouldFail || this.isExercise;
    this.original = joined(cell.source);
    this.outputs = new OutputArea(host.displays, place => host.goTo(place));
    this.editor = createEditor(host.edits.of(cell.id)?.source ?? this.original, `C# code of cell ${number}`, {
      runAndMoveOn: () => {
        host.run(this);
        host.moveOn(this);
      },
      runInPlace: () => host.run(this),
      move: step => host.move(this, step),
      leave: () => this.leave(),
    }, host.languageOf(this), source => this.onEdit(source));
    this.editor.setTabFocusMode(true);
    this.element = this.build();
    this.showEdited();
  }

  get id(): string {
    return this.cell.id;
  }

  get source(): string {
    return this.editor.state.doc.toString();
  }

  /** The exercise's check said that the answer is right. */
  get isSolved(): boolean {
    return this.isExercise && this.outputs.outputs.some(saysRight);
  }

  /** It runs, waits, or has run since the lesson was opened. */
  get isTouched(): boolean {
    return this.element.dataset.state !== undefined;
  }

  get isFresh(): boolean {
    return this.freshSource === this.source;
  }

  focus({ scroll } = { scroll: true }): void {
    this.editor.focus();
    if (scroll) {
      this.element.scrollIntoView({ block: "nearest" });
    }
  }

  /** Brings the cell to the top of the view unless it is in sight with room below it for what it shows. */
  reveal(): void {
    const { top, bottom } = this.element.getBoundingClientRect();
    if (top < 0 || bottom > 0.6 * window.innerHeight) {
      this.element.scrollIntoView({ block: "start" });
    }
  }

  goToLine(line: number, column?: number): void {
    this.element.scrollIntoView({ block: "nearest" });
    goToLine(this.editor, line, column);
  }

  /** The kernel no longer has what this cell left there. */
  forget(): void {
    this.freshSource = undefined;
    if (this.element.dataset.state === "ok") {
      this.setState("idle");
    }
  }

  /** Shows what an earlier visit left. */
  recall({ outputs, count }: CellOutputs): void {
    this.outputs.restore(outputs, count);
    this.setState("idle", "from your last visit");
  }

  /** Makes it the lesson's own again, and gives back what it was. */
  startAgain(): CellSnapshot {
    const snapshot = { edit: this.host.edits.of(this.id), outputs: this.outputs.outputs, count: this.outputs.executionCount };
    this.restoreOriginal();
    return snapshot;
  }

  bringBack({ edit, outputs, count }: CellSnapshot): void {
    if (edit) {
      replaceSource(this.editor, edit.source);
      this.host.edits.set(this.id, edit);
      this.showEdited();
    }

    if (outputs.length > 0) {
      this.outputs.restore(outputs, count);
      this.setState("idle", "from before the reset");
    }
  }

  setState(state: RunState, words?: string): void {
    this.element.dataset.state = state;
    clearInterval(this.clock);
    if (state === "running") {
      this.startedAt = performance.now();
      this.clock = window.setInterval(() => (this.status.textContent = `running, ${seconds(this.startedAt)}`), 100);
    }

    const took = this.startedAt ? seconds(this.startedAt) : "";
    const usual = { idle: "", waiting: "waiting", running: "running", ok: `ran in ${took}`, failed: `failed after ${took}`, stopped: "stopped" };
    this.status.textContent = words ?? usual[state];
  }

  dispose(): void {
    this.outputs.dispose();
    this.editor.destroy();
  }

  private build(): HTMLElement {
    const exercise = this.isExercise;
    const run = h("button", { type: "button", class: "run", title: "Run this cell (Ctrl+Enter)", "aria-label": `Run cell ${this.number}`, onclick: () => this.host.run(this) }, icon("run"));
    return h(
      "section",
      { class: exercise ? "cell exercise" : "cell", id: this.name, tabindex: "-1", "aria-label": `Cell ${this.number}${exercise ? ", exercise" : ""}`, onkeydown: (event: KeyboardEvent) => this.onKey(event) },
      h(
        "div",
        { class: "cell-box" },
        h(
          "div",
          { class: "cell-head" },
          run,
          h("span", { class: "cell-name" }, this.name),
          exercise ? h("span", { class: "badge" }, "Exercise") : undefined,
          this.status,
          this.toHere(),
        ),
        h("div", { onpointerdown: () => this.editor.setTabFocusMode(false) }, this.editor.dom),
        this.edited,
      ),
      this.outputs.element,
    );
  }

  private toHere(): HTMLElement {
    const element = button(icon("runToHere"), "Run to here", () => this.host.runToHere(this), "quiet to-here");
    element.title = "Run what this cell needs, then the cell";
    element.setAttribute("aria-label", `Run to cell ${this.number}`);
    return element;
  }

  /** Keys for a cell that is focused as a whole, after Escape has left the editor. */
  private onKey(event: KeyboardEvent): void {
    if (event.target !== this.element || event.altKey || event.ctrlKey || event.metaKey) {
      return;
    }

    if (event.key === "Enter") {
      event.preventDefault();
      this.editor.setTabFocusMode(false);
      this.editor.focus();
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      this.host.moveWhole(this, event.key === "ArrowDown" ? 1 : -1);
    }
  }

  /** Tab goes on through the page until the learner begins to write: then it indents. */
  private onEdit(source: string): void {
    this.editor.setTabFocusMode(false);
    const startedFrom = this.host.edits.of(this.id)?.original ?? this.original;
    this.host.edits.set(this.id, { source, original: source === this.original ? this.original : startedFrom });
    this.showEdited();
  }

  private leave(): void {
    this.editor.setTabFocusMode(true);
    this.element.focus();
  }

  /** What the edited code showed goes with it. */
  private restoreOriginal(): void {
    replaceSource(this.editor, this.original);
    this.editor.setTabFocusMode(true);
    this.outputs.restore([], null);
    this.freshSource = undefined;
    this.setState("idle");
  }

  private showEdited(): void {
    const edit = this.host.edits.of(this.id);
    const text = edit?.original === this.original ? "You edited this cell." : "You edited this cell, and the lesson's own version has changed since.";
    this.edited.hidden = !edit;
    this.edited.replaceChildren(
      h("span", {}, text),
      button(icon("restore"), edit?.original === this.original ? "Restore the original" : "Take the lesson's version", () => this.host.restore(this), "quiet"),
    );
  }
}

/** A check's words begin with its verdict. */
function saysRight(output: Output): boolean {
  return "data" in output && asText(output.data["text/plain"] ?? "").startsWith("Right: ");
}

function seconds(since: number): string {
  const elapsed = (performance.now() - since) / 1000;
  return elapsed < 10 ? `${elapsed.toFixed(elapsed < 1 ? 2 : 1)} s` : `${Math.round(elapsed)} s`;
}
