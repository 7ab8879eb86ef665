import type { Extension } from "@codemirror/state";
import { hoverTooltip } from "@codemirror/view";
import type { CellLanguage } from "./cellLanguage";
import { documentation } from "./documentation";

/** What a name is, when it is pointed at. */
export function hover(language: CellLanguage): Extension {
  return hoverTooltip(async (view, position) => {
    const place = view.state.wordAt(position);
    if (!place) {
      return null;
    }

    const insight = await language.inspect(view.state.doc.toString(), place.to);
    const text = insight?.text;
    return text && !isCall(text, view.state.sliceDoc(place.from, place.to)) ? { pos: place.from, end: place.to, above: true, create: () => ({ dom: documentation(text) }) } : null;
  }, { hideOnChange: true, hoverTime: 400 });
}

/** Where the word itself means nothing, the kernel tells of the call around it. */
function isCall(text: string, word: string): boolean {
  return text.startsWith("> ") || text.startsWith("  ") || word === "";
}
