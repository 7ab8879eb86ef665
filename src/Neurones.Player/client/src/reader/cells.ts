import { h } from "../dom";
import { highlight } from "../lesson/csharp";
import { hasTag, joined, type NotebookCell } from "../lesson/notebook";
import { setRenderer } from "../output/bundle";
import { Displays } from "../output/displays";
import { OutputArea } from "../output/outputArea";
import type { PlotlyFigure } from "../output/plotly";
import { type Attachments, renderMarkdown } from "../prose/markdown";
import type { Printing } from "./printing";
import { PrintableFigure } from "./printableFigure";
import { StillFrame } from "./stillFrame";

/** The cells of an executed notebook as elements. */
export class Cells {
  private count = 0;

  constructor(private readonly pictures: Attachments, printing: Printing) {
    setRenderer("text/html", value => new StillFrame(value));
    setRenderer("application/vnd.plotly.v1+json", (value, bundle) => printing.add(new PrintableFigure(value as PlotlyFigure, bundle)));
  }

  show(cell: NotebookCell): HTMLElement {
    return cell.cell_type === "code" ? this.code(cell) : this.prose(cell);
  }

  private prose(cell: NotebookCell): HTMLElement {
    const prose = h("div", { class: "prose" });
    prose.append(cell.cell_type === "markdown" ? renderMarkdown(joined(cell.source), { attachments: { ...this.pictures, ...cell.attachments } }) : joined(cell.source));
    return prose;
  }

  private code(cell: NotebookCell): HTMLElement {
    const number = ++this.count;
    const name = `cell-${String(number).padStart(2, "0")}`;
    const exercise = hasTag(cell, "exercise");
    const code = h("code", {}, joined(cell.source));
    highlight(code);
    const outputs = new OutputArea(new Displays(), place => document.getElementById(place.cell)?.scrollIntoView());
    outputs.restore(cell.outputs ?? [], cell.execution_count ?? null);

    return h(
      "section",
      { class: exercise ? "cell exercise" : "cell", id: name, "aria-label": `Cell ${number}${exercise ? ", exercise" : ""}` },
      h(
        "div",
        { class: "cell-box" },
        h("div", { class: "cell-head" }, h("span", { class: "cell-name" }, name), exercise ? h("span", { class: "badge" }, "Exercise") : undefined),
        h("pre", { class: "cell-code", tabindex: "0", role: "region", "aria-label": `C# code of cell ${number}` }, code),
      ),
      outputs.element,
    );
  }
}
