import { h } from "../dom";
import { Fold } from "./fold";

export interface CellPlace {
  cell: string;
  line: number;
  column?: number;
}

export interface CellError {
  ename: string;
  evalue: string;
  traceback: string[];
}

/** `cell-03:line 4` in a run-time trace, `cell-03(2,5)` in a compiler message. */
const place = /(cell-\d+)(?::line (\d+)|\((\d+),(\d+)\))/g;
const ansiCodes = /\x1b\[[0-9;]*m/g;

/** A trace names a cell by its place on the disk, which says nothing to a learner. */
const folders = /(?<![^\s"'(])[^\s"'(]*[\\/](?=cell-\d+[:(])/g;

/** An error, in which each place in a cell leads to its line. */
export function errorOutput(error: CellError, goTo: (place: CellPlace) => void): HTMLElement {
  const trace = error.traceback.join("\n").replace(ansiCodes, "").replace(folders, "").trim();
  const headline = [error.ename, error.evalue].filter(Boolean).join(": ").replace(folders, "");
  const details = h("div", { class: "plain-text trace" });
  // A trace begins by repeating what the headline says.
  const repeated = [headline, error.evalue].find(text => text && trace.startsWith(text)) ?? "";
  details.append(...linked(trace.slice(repeated.length).trimEnd().replace(/^\n/, ""), goTo));
  return h(
    "div",
    { class: "output error", role: "group", "aria-label": "Error" },
    h("p", { class: "error-headline" }, ...linked(headline, goTo)),
    details.childNodes.length > 0 ? new Fold(details).element : undefined,
  );
}

function linked(text: string, goTo: (place: CellPlace) => void): Node[] {
  const nodes: Node[] = [];
  let end = 0;
  for (const match of text.matchAll(place)) {
    const target = { cell: match[1]!, line: Number(match[2] ?? match[3]), column: match[4] ? Number(match[4]) : undefined };
    nodes.push(new Text(text.slice(end, match.index)));
    nodes.push(h("button", { type: "button", class: "place", title: "Go to this line", onclick: () => goTo(target) }, match[0]));
    end = match.index + match[0].length;
  }

  return end < text.length ? [...nodes, new Text(text.slice(end))] : nodes;
}
