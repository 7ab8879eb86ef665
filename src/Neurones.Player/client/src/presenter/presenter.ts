import type { CodeCell } from "../lesson/codeCell";
import { readAddress, stepAddress } from "./address";
import { Bar } from "./bar";
import { follow } from "./following";
import { actionOf, type KeyActions } from "./keys";
import { type Part, type Step, stepsOf } from "./steps";

/** What the presenter asks of the lesson. */
export interface Presented {
  /** Runs what a cell builds on, then the cell. */
  runToHere(cell: CodeCell): void;
  stop(): void;
}

const root = document.documentElement;

/**
 * Shows a lesson to a classroom: one step at a time, in large type, with the page's own cells, outputs and kernel.
 * What isn't part of the step isn't on the page, for eyes, keys and screen readers alike.
 */
export class Presenter {
  private readonly steps: Step[];
  private readonly bar: Bar;
  private readonly actions: KeyActions;
  private readonly whereStateWas: HTMLElement;
  private index = 0;
  private closing: AbortController | undefined;

  /** `state` is what says how the kernel is: it comes along into the presenter's bar. */
  constructor(private readonly parts: Part[], private readonly state: HTMLElement, lesson: Presented) {
    this.steps = stepsOf(parts);
    this.whereStateWas = state.parentElement!;
    this.actions = {
      forward: () => this.read(1),
      back: () => this.read(-1),
      nextStep: () => this.go(this.index + 1),
      previousStep: () => this.go(this.index - 1),
      first: () => this.go(0),
      last: () => this.go(this.steps.length - 1),
      run: () => this.run(lesson),
      edit: () => this.step.code?.focus(),
      fullScreen: () => void (document.fullscreenElement ? document.exitFullscreen() : root.requestFullscreen()),
      leave: () => this.leave(),
    };
    this.bar = new Bar({ ...this.actions, stop: () => lesson.stop() });
  }

  /** Begins at what the reader sees, or ends. */
  toggle(): void {
    if (this.closing) {
      this.leave();
    } else {
      history.pushState(null, "", stepAddress(this.steps[this.stepInView()]?.id));
      this.follow();
    }
  }

  /** Does what the address says. */
  follow(): void {
    const { step } = readAddress();
    if (step === undefined) {
      this.close();
    } else {
      this.open();
      this.go(Math.max(0, this.steps.findIndex(({ parts }) => parts.some(({ cell }) => cell.id === step))));
    }
  }

  /** Goes to the step that holds an element which the lesson leads to. */
  bring(element: Element): void {
    const index = this.steps.findIndex(({ parts }) => parts.some(part => part.element.contains(element)));
    if (this.closing && index >= 0 && index !== this.index) {
      this.go(index);
    }
  }

  /** Back to the page, at the cell that was on the screen. */
  close(): void {
    if (!this.closing) {
      return;
    }

    this.closing.abort();
    this.closing = undefined;
    root.classList.remove("presenting");
    this.bar.element.remove();
    this.whereStateWas.prepend(this.state);
    const { element } = this.step.parts[0]!;
    element.scrollIntoView({ behavior: "instant" });
    element.focus({ preventScroll: true });
  }

  private get step(): Step {
    return this.steps[this.index]!;
  }

  private leave(): void {
    history.replaceState(null, "", stepAddress());
    this.close();
  }

  private open(): void {
    if (this.closing) {
      return;
    }

    this.closing = new AbortController();
    root.classList.add("presenting");
    this.bar.element.prepend(this.state);
    document.body.append(this.bar.element);
    document.addEventListener("keydown", event => this.onKey(event), { capture: true, signal: this.closing.signal });
    // A frame that was clicked would keep the keys, and the clicker would do nothing.
    addEventListener("blur", () => setTimeout(() => document.activeElement instanceof HTMLIFrameElement && this.focus()), { signal: this.closing.signal });
  }

  private onKey(event: KeyboardEvent): void {
    const action = actionOf(event);
    if (action) {
      event.preventDefault();
      event.stopPropagation();
      this.actions[action]();
    }
  }

  private go(index: number, end = false): void {
    if (!this.steps[index]) {
      return;
    }

    this.index = index;
    const shown = new Set(this.step.parts);
    this.parts.forEach(part => part.element.classList.toggle("on-step", shown.has(part)));
    scrollTo({ top: end ? root.scrollHeight : 0, behavior: "instant" });
    history.replaceState(null, "", stepAddress(this.step.id));
    this.bar.show(index, this.steps.length, titleOf(this.step));
    this.focus();
  }

  /** A screen further in the step, so that a figure fills it; at the step's end, the next step. */
  private read(direction: 1 | -1): void {
    const hidden = direction > 0 ? root.scrollHeight - innerHeight - scrollY : scrollY;
    if (hidden < 8) {
      this.go(this.index + direction, direction < 0);
      return;
    }

    const screen = innerHeight - this.bar.element.offsetHeight;
    const figures = this.step.parts.flatMap(({ element }) => [...element.querySelectorAll(".outputs .figure")]);
    const next = figures.find(figure => isBetween(figure.getBoundingClientRect().top, 0.1 * screen, 1.1 * screen));
    if (direction > 0 && next) {
      next.scrollIntoView();
    } else {
      scrollBy({ top: 0.85 * screen * direction });
    }
  }

  private run(lesson: Presented): void {
    const { code } = this.step;
    if (code) {
      lesson.runToHere(code);
      follow(code.outputs.element);
    }
  }

  private focus(): void {
    const { element } = this.step.code ?? this.step.parts[0]!;
    element.tabIndex = -1;
    element.focus({ preventScroll: true });
  }

  /** The step a third down the window, where one reads. */
  private stepInView(): number {
    const line = innerHeight / 3;
    const part = this.parts.find(({ element }) => element.getBoundingClientRect().bottom > line) ?? this.parts.at(-1);
    return this.steps.findIndex(({ parts }) => parts.includes(part!));
  }
}

function isBetween(value: number, least: number, most: number): boolean {
  return value > least && value < most;
}

function titleOf({ parts, code }: Step): string {
  const heading = parts.map(({ element }) => element.querySelector("h1, h2, h3")).find(found => found);
  return heading ? heading.textContent! : code ? code.element.getAttribute("aria-label")! : "";
}
