import { button, h } from "../dom";
import { icon } from "../icons";

export interface BarActions {
  forward(): void;
  back(): void;
  stop(): void;
  fullScreen(): void;
  leave(): void;
}

/** The line below a step: how far the lesson is and, for the mouse and the finger, what the keys do. */
export class Bar {
  readonly element: HTMLElement;
  private readonly count = h("span", { class: "step-count" });
  private readonly news = h("p", { class: "visually-hidden", "aria-live": "polite" });

  constructor(actions: BarActions) {
    this.element = h(
      "nav",
      { class: "presenter-bar", "aria-label": "Presenter" },
      tool("previous", "Back", "Back (Page Up or \u2190)", actions.back),
      this.count,
      tool("next", "Forward", "Forward (Page Down, Space or \u2192)", actions.forward),
      h("span", { class: "bar-end" },
        tool("stop", "Stop", "Stop the cell that runs", actions.stop, "stop"),
        document.fullscreenEnabled ? tool("fullScreen", "Full screen", "Full screen (F)", actions.fullScreen) : undefined,
        tool("close", "Leave", "Back to the page (Escape)", actions.leave)),
      this.news,
    );
  }

  show(index: number, total: number, title: string): void {
    this.count.textContent = `Step ${index + 1} of ${total}`;
    this.news.textContent = `Step ${index + 1} of ${total}: ${title}`;
    this.element.style.setProperty("--done", String((index + 1) / total));
  }
}

function tool(name: Parameters<typeof icon>[0], label: string, title: string, action: () => void, className = ""): HTMLButtonElement {
  const element = button(icon(name), label, action, `quiet ${className}`);
  element.title = title;
  return element;
}
