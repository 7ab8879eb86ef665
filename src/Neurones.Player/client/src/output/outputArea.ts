import { h } from "../dom";
import { joined, type Output } from "../lesson/notebook";
import { type Bundle, MimeOutput } from "./bundle";
import type { Displays } from "./displays";
import { type CellError, type CellPlace, errorOutput } from "./error";
import { type StreamName, StreamOutput } from "./stream";

/** One output on the page. */
interface Shown {
  /** As a notebook keeps it, with all updates so far. */
  record(): Output;
  dispose(): void;
}

/** Everything below one cell that running it brought. */
export class OutputArea {
  readonly element = h("div", { class: "outputs" });

  /** The number of the run that brought it; null before the first. */
  executionCount: number | null = null;

  /** Since whoever keeps outputs set it to false. */
  changed = false;

  private shown: Shown[] = [];
  private openStream: StreamOutput | undefined;

  /** What is shown comes from an earlier run, and goes with this run's first output, or with its end. */
  private outdated = false;

  /** The kernel asked to clear when the next output comes. */
  private clearNext = false;

  constructor(private readonly displays: Displays, private readonly goTo: (place: CellPlace) => void) {}

  get outputs(): Output[] {
    return this.shown.map(output => output.record());
  }

  /** The cell begins to run. Earlier outputs stay until the next comes, so that the page doesn't jump, but no update reaches them. */
  expectNew(): void {
    this.outdated = true;
    this.clearNext = false;
    this.displays.forget(this);
  }

  /** The cell has ended: if it brought nothing, what it showed before is out of date. */
  finish(): void {
    if (this.outdated) {
      this.clear();
    }

    this.element.style.minHeight = "";
  }

  receive(message: { header: { msg_type: string }; content: object }): void {
    const content = message.content as Record<string, unknown>;
    const type = message.header.msg_type;
    switch (type) {
      case "execute_input":
        this.executionCount = content.execution_count as number;
        break;
      case "stream":
        this.print(content.name as StreamName, content.text as string);
        break;
      case "display_data":
      case "execute_result":
        this.display(asOutput(type, content), displayId(content));
        break;
      case "error":
        this.fail(content as unknown as CellError);
        break;
      case "clear_output":
        if (content.wait) {
          this.clearNext = true;
        } else {
          this.clear();
        }

        break;
    }
  }

  /** Shows what a notebook kept. */
  restore(outputs: Output[], count: number | null): void {
    this.clear();
    this.executionCount = count;
    for (const output of outputs) {
      switch (output.output_type) {
        case "stream":
          this.print(output.name, joined(output.text));
          break;
        case "error":
          this.fail(output);
          break;
        case "display_data":
        case "execute_result":
          this.display(output, undefined);
      }
    }

    this.element.style.minHeight = "";
  }

  fail({ ename, evalue, traceback }: CellError): void {
    const record: Output = { output_type: "error", ename, evalue, traceback };
    this.add(errorOutput(record, this.goTo), { record: () => record, dispose() {} });
  }

  dispose(): void {
    this.displays.forget(this);
    this.shown.forEach(output => output.dispose());
  }

  private clear(): void {
    this.outdated = this.clearNext = false;
    this.changed = true;
    // Held until the cell ends, so that what follows doesn't move up and down again.
    this.element.style.minHeight = `${this.element.offsetHeight}px`;
    this.dispose();
    this.shown = [];
    this.openStream = undefined;
    this.element.replaceChildren();
  }

  private print(name: StreamName, text: string): void {
    if (this.outdated || this.clearNext || this.openStream?.name !== name) {
      const stream = new StreamOutput(name);
      this.add(stream.element, { record: () => ({ output_type: "stream", name, text: stream.text }), dispose: () => stream.dispose() });
      this.openStream = stream;
    }

    this.openStream!.append(text);
    this.changed = true;
  }

  private display(record: DisplayRecord, id: string | undefined): void {
    const output = new MimeOutput(record.data);
    const update = (data: Bundle, metadata: object) => {
      record = { ...record, data, metadata };
      output.show(data);
      this.changed = true;
    };
    this.add(output.element, { record: () => record, dispose: () => output.dispose() });
    if (id !== undefined) {
      // A value shown again under its id is the same value wherever it stands.
      this.displays.update(id, record.data, record.metadata);
      this.displays.add(id, this, update);
    }
  }

  private add(element: HTMLElement, output: Shown): void {
    if (this.outdated || this.clearNext) {
      this.clear();
    }

    this.changed = true;
    this.openStream = undefined;
    this.shown.push(output);
    this.element.append(element);
  }
}

type DisplayRecord = Extract<Output, { data: Bundle }>;

function asOutput(type: "display_data" | "execute_result", content: Record<string, unknown>): DisplayRecord {
  const shown = { data: content.data as Bundle, metadata: (content.metadata ?? {}) as object };
  return type === "display_data"
    ? { output_type: type, ...shown }
    : { output_type: type, ...shown, execution_count: content.execution_count as number };
}

function displayId(content: Record<string, unknown>): string | undefined {
  return (content.transient as { display_id?: string } | undefined)?.display_id;
}
