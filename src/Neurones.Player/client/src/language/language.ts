import type { Extension } from "@codemirror/state";
import { tooltips } from "@codemirror/view";
import type { CellLanguage } from "./cellLanguage";
import { completion } from "./completion";
import { diagnostics } from "./diagnostics";
import { hover } from "./hover";
import { signatureHelp } from "./signatureHelp";

/** What the kernel knows of the code, in the editor: names to complete, what a call takes, what a name is, what is wrong. */
export function languageSupport(language: CellLanguage): Extension {
  // Fixed and in the body, since a cell's box cuts off what is larger than it.
  return [completion(language), signatureHelp(language), hover(language), diagnostics(language), tooltips({ position: "fixed", parent: document.body })];
}
