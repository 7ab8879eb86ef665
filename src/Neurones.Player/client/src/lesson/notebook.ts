/** The parts of an nbformat 4.5 notebook that the page reads. */
export interface Notebook {
  cells: NotebookCell[];
}

export interface NotebookCell {
  id: string;
  cell_type: "markdown" | "code" | "raw";
  source: string | string[];
  metadata?: { tags?: string[] };

  /** Each is the content of the message that brought it, with its type as `output_type`; only in an executed notebook. */
  outputs?: ({ output_type: string } & Record<string, unknown>)[];
  attachments?: Record<string, Record<string, string>>;
}

/** nbformat writes text as one string or as its lines. */
export function joined(text: string | string[]): string {
  return typeof text === "string" ? text : text.join("");
}

export function hasTag(cell: NotebookCell, tag: "exercise" | "raises-exception" | "skip-execution"): boolean {
  return cell.metadata?.tags?.includes(tag) ?? false;
}
