import { h } from "../dom";
import { Fold } from "./fold";
import { ansiToHtml } from "./simple";

const maxLines = 2000;

export type StreamName = "stdout" | "stderr";

/** Text that a cell prints; `\r` overwrites the line as in a terminal. */
export class StreamOutput {
  readonly element: HTMLElement;
  private readonly content: HTMLElement;
  private readonly fold: Fold;
  private lines: string[] = [];
  private open = "";
  private dropped = 0;
  private frame = 0;

  constructor(readonly name: StreamName) {
    this.content = h("div", { class: "plain-text" });
    this.fold = new Fold(this.content);
    this.element = h("div", { class: `output ${name}` }, this.fold.element);
  }

  /** All that it shows. */
  get text(): string {
    const note = this.dropped ? `… ${this.dropped} earlier lines are not shown …\n` : "";
    return note + [...this.lines, overwrite(this.open)].join("\n");
  }

  append(text: string): void {
    const [first, ...rest] = text.replaceAll("\r\n", "\n").split("\n");
    this.open = settle(this.open + first);
    for (const next of rest) {
      this.lines.push(overwrite(this.open));
      this.open = settle(next);
    }

    if (this.lines.length > maxLines) {
      this.dropped += this.lines.length - maxLines;
      this.lines = this.lines.slice(-maxLines);
    }

    // However many messages arrive, the page draws once a frame.
    this.frame ||= requestAnimationFrame(() => this.draw());
  }

  dispose(): void {
    cancelAnimationFrame(this.frame);
    this.fold.dispose();
  }

  private draw(): void {
    this.frame = 0;
    this.content.innerHTML = ansiToHtml(this.text.replace(/\n$/, ""));
  }
}

/** Shortens a line that is still being written, so that a long-lived progress line doesn't grow. */
function settle(line: string): string {
  const last = line.lastIndexOf("\r");
  return last < 0 ? line : `${overwrite(line.slice(0, last))}${line.slice(last)}`;
}

/** What a terminal shows of a line in which `\r` moves back to its beginning. */
export function overwrite(line: string): string {
  return line.includes("\r")
    ? line.split("\r").reduce((shown, next) => next + shown.slice(next.length), "")
    : line;
}
