import type { CodeCell } from "./codeCell";
import { joined, lines, type Notebook, type Output } from "./notebook";

/** The lesson as the learner left it: its own notebook with the sources, outputs and counts that are on the page. */
export function copyOf(notebook: Notebook, cells: CodeCell[]): Notebook {
  const byId = new Map(cells.map(cell => [cell.id, cell]));
  return {
    ...notebook,
    cells: notebook.cells.map(cell => {
      const own = cell.cell_type === "code" ? byId.get(cell.id) : undefined;
      return own ? { ...cell, source: lines(own.source), outputs: own.outputs.outputs.map(inLines), execution_count: own.outputs.executionCount } : cell;
    }),
  };
}

/** Gives the learner a file of that name. */
export function download(notebook: Notebook, name: string): void {
  const address = URL.createObjectURL(new Blob([`${JSON.stringify(notebook, null, 1)}\n`], { type: "application/x-ipynb+json" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000); // Some browsers read it a moment later.
}

function inLines(output: Output): Output {
  if (output.output_type === "stream") {
    return { ...output, text: lines(joined(output.text)) };
  }

  return output.output_type === "error"
    ? output
    : { ...output, data: Object.fromEntries(Object.entries(output.data).map(([mime, value]) => [mime, typeof value === "string" && !mime.endsWith("json") ? lines(value) : value])) };
}
