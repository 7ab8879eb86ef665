import type { EditorView } from "@codemirror/view";
import { button, h } from "../dom";
import { icon } from "../icons";
import { type Displays, OutputArea } from "../output/outputArea";
import type { CellLanguage } from "../language/cellLanguage";
import type { CellPlace } from "../output/error";
import { createEditor, goToLine, replaceSource } from "./editor";
import type { LessonEdits } from "./edits";
import { hasTag, joined, type NotebookCell } from "./notebook";

export type RunState = "idle" | "waiting" | "running" | "ok" | "failed" | "stopped";

/** What a cell asks of the lesson around it. */
export interface CellHost {
  readonly displays: Displays;
  readonly edits: LessonEdits;
  run(cell: CodeCell): void;
  runToHere(cell: CodeCell): void;
  move(from: CodeCell, step: 1 | -1): void;

  /** Gives the keyboard to the next cell; what is read stays where it is. */
  moveOn(from: CodeCell): void;
  goTo(place: CellPlace): void;

  /** What the kernel knows of the code in this cell. */
  languageOf(cell: CodeCell): CellLanguage;
}

/** A code cell: its editor, its controls and, below it, its outputs. */
export class CodeCell {
  readonly element: HTMLElement;
  readonly name: string;
  readonly outputs: OutputArea;
  readonly skipped: boolean;
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
    this.mayFail = this.shouldFail || hasTag(cell, "exercise");
    this.original = joined(cell.source);
    this.outputs = new OutputArea(host.displays, place => host.goTo(place));
    this.editor = createEditor(host.edits.of(cell.id)?.source ?? this.original, `C# code of cell ${number}`, {
      runAndMoveOn: () => {
        host.run(this);
        host.moveOn(this);
      },
      runInPlace: () => host.run(this),
      move: step => host.move(this, step),
      leave: () => this.element.focus(),
    }, host.languageOf(this), source => this.onEdit(source));
    this.element = this.build(hasTag(cell, "exercise"));
    this.showEdited();
  }

  get id(): string {
    return this.cell.id;
  }

  get source(): string {
    return this.editor.state.doc.toString();
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

  private build(exercise: boolean): HTMLElement {
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
        this.editor.dom,
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
      this.editor.focus();
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      this.host.move(this, event.key === "ArrowDown" ? 1 : -1);
    }
  }

  private onEdit(source: string): void {
    const startedFrom = this.host.edits.of(this.id)?.original ?? this.original;
    this.host.edits.set(this.id, source, source === this.original ? this.original : startedFrom);
    this.showEdited();
  }

  private showEdited(): void {
    const edit = this.host.edits.of(this.id);
    const text = edit?.original === this.original ? "You edited this cell." : "You edited this cell, and the lesson's own version has changed since.";
    this.edited.hidden = !edit;
    this.edited.replaceChildren(
      h("span", {}, text),
      button(icon("restore"), edit?.original === this.original ? "Restore the original" : "Take the lesson's version", () => replaceSource(this.editor, this.original), "quiet"),
    );
  }
}

function seconds(since: number): string {
  const elapsed = (performance.now() - since) / 1000;
  return elapsed < 10 ? `${elapsed.toFixed(elapsed < 1 ? 2 : 1)} s` : `${Math.round(elapsed)} s`;
}
