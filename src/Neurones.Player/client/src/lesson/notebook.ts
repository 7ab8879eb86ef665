import type { Bundle } from "../output/bundle";

/** The parts of an nbformat 4.5 notebook that the page reads; a learner's copy keeps the others as they are. */
export interface Notebook {
  cells: NotebookCell[];
}

export interface NotebookCell {
  id: string;
  cell_type: "markdown" | "code" | "raw";
  source: string | string[];
  metadata?: { tags?: string[] };

  /** Only an executed notebook has them. */
  outputs?: Output[];
  execution_count?: number | null;
  attachments?: Record<string, Record<string, string>>;
}

/** What a cell showed, as a notebook keeps it. */
export type Output =
  | { output_type: "stream"; name: "stdout" | "stderr"; text: string | string[] }
  | { output_type: "display_data"; data: Bundle; metadata: object }
  | { output_type: "execute_result"; data: Bundle; metadata: object; execution_count: number | null }
  | { output_type: "error"; ename: string; evalue: string; traceback: string[] };

/** nbformat writes text as one string or as its lines. */
export function joined(text: string | string[]): string {
  return typeof text === "string" ? text : text.join("");
}

/** Text as its lines, each with its end, as Jupyter writes it. */
export function lines(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

export function hasTag(cell: NotebookCell, tag: "exercise" | "raises-exception" | "skip-execution"): boolean {
  return cell.metadata?.tags?.includes(tag) ?? false;
}
