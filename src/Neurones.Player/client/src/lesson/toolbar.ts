import { button, h } from "../dom";
import { icon } from "../icons";
import type { KernelState, LessonKernel } from "../kernel/lessonKernel";

export interface ToolbarActions {
  runAll(): void;
  stop(): void;
  restart(): void;
  present(): void;
}

/** What acts on the lesson as a whole, and the kernel's state in words. */
export class Toolbar {
  readonly element: HTMLElement;
  readonly state = h("p", { class: "kernel-state" });
  private readonly stop: HTMLButtonElement;

  constructor(actions: ToolbarActions) {
    this.stop = button(icon("stop"), "Stop", actions.stop);
    const present = button(icon("present"), "Present", actions.present);
    present.title = "Show the lesson to a classroom, step by step (Alt+P)";
    this.element = h(
      "div",
      { class: "toolbar", role: "group", "aria-label": "Run the lesson" },
      this.state,
      button(icon("runAll"), "Run all", actions.runAll, "primary"),
      this.stop,
      button(icon("restart"), "Restart", actions.restart),
      present,
    );
  }

  show(kernel: LessonKernel, cell: number | undefined): void {
    // A cell that was sent runs, even before the kernel says so.
    const state = kernel.state === "ready" && cell !== undefined ? "running" : kernel.state;
    this.state.dataset.state = state;
    this.state.textContent = words(state, kernel.memory, cell);
    this.stop.disabled = state !== "running" && cell === undefined;
  }
}

/** The kernel's state for the learner; `cell` is the number of the one that runs. */
export function words(state: KernelState, memory: LessonKernel["memory"], cell: number | undefined): string {
  const which = cell === undefined ? "" : ` cell ${cell}`;
  const texts: Record<KernelState, string> = {
    starting: "Starting C#…",
    ready: memory === "lost" ? "Restarted: variables were lost" : memory === "kept" ? "Ready, with your variables" : "Ready",
    running: `Running${which}`,
    stopping: `Stopping${which}…`,
    restarting: "Restarting…",
    crashed: "Stopped, restarting: variables were lost",
    stopped: "Stopped. Restart to go on",
    disconnected: "Connection lost, trying again…",
    refused: "Too many lessons are open: close a tab, then restart",
    unreachable: "The server doesn't answer. Is it still running?",
  };
  return texts[state];
}
