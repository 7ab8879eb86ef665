import { h } from "../dom";
import { type Bundle, MimeOutput } from "./bundle";
import { type CellError, type CellPlace, errorOutput } from "./error";
import { type StreamName, StreamOutput } from "./stream";

/** Outputs that can be updated later, by display id, wherever in the lesson they stand. */
export type Displays = Map<string, Set<MimeOutput>>;

/** Everything below one cell that running it brought. */
export class OutputArea {
  readonly element = h("div", { class: "outputs" });
  private outputs: { dispose(): void }[] = [];
  private openStream: StreamOutput | undefined;
  private clearFirst = false;

  constructor(private readonly displays: Displays, private readonly goTo: (place: CellPlace) => void) {}

  /** The next output replaces all earlier ones; until then they stay, so that the page doesn't jump. */
  expectNew(): void {
    this.clearFirst = true;
  }

  /** The cell has ended: if it brought nothing, what it showed before is out of date. */
  finish(): void {
    if (this.clearFirst) {
      this.clear();
    }

    this.element.style.minHeight = "";
  }

  receive(message: { header: { msg_type: string }; content: object }): void {
    const content = message.content as Record<string, unknown>;
    switch (message.header.msg_type) {
      case "stream":
        this.print(content.name as StreamName, content.text as string);
        break;
      case "display_data":
      case "execute_result":
        this.display(content.data as Bundle, (content.transient as { display_id?: string } | undefined)?.display_id);
        break;
      case "update_display_data":
        this.updateDisplays(content.data as Bundle, (content.transient as { display_id?: string }).display_id!);
        break;
      case "error":
        this.fail(content as unknown as CellError);
        break;
      case "clear_output":
        if (content.wait) {
          this.expectNew();
        } else {
          this.clear();
        }

        break;
    }
  }

  fail(error: CellError): void {
    this.add(errorOutput(error, this.goTo), { dispose() {} });
  }

  clear(): void {
    this.clearFirst = false;
    // Held until the cell ends, so that what follows doesn't move up and down again.
    this.element.style.minHeight = `${this.element.offsetHeight}px`;
    this.outputs.forEach(output => output.dispose());
    this.outputs = [];
    this.openStream = undefined;
    this.element.replaceChildren();
  }

  private print(name: StreamName, text: string): void {
    if (this.clearFirst || this.openStream?.name !== name) {
      const stream = new StreamOutput(name);
      this.add(stream.element, stream);
      this.openStream = stream;
    }

    this.openStream!.append(text);
  }

  private display(bundle: Bundle, id: string | undefined): void {
    const output = new MimeOutput(bundle);
    const known = id === undefined ? undefined : (this.displays.get(id) ?? new Set());
    if (id !== undefined && known) {
      this.displays.set(id, known.add(output));
    }

    this.add(output.element, {
      dispose() {
        known?.delete(output);
        output.dispose();
      },
    });
  }

  private updateDisplays(bundle: Bundle, id: string): void {
    this.displays.get(id)?.forEach(output => output.show(bundle));
  }

  private add(element: HTMLElement, output: { dispose(): void }): void {
    if (this.clearFirst) {
      this.clear();
    }

    this.openStream = undefined;
    this.outputs.push(output);
    this.element.append(element);
  }
}
