import { acceptCompletion, autocompletion, closeCompletion, type Completion, type CompletionContext, completionKeymap, type CompletionResult, selectedCompletion } from "@codemirror/autocomplete";
import { type Extension, Prec } from "@codemirror/state";
import { type EditorView, keymap } from "@codemirror/view";
import type { CellLanguage, Proposal } from "./cellLanguage";
import { documentation } from "./documentation";

const word = /@?[\p{L}\p{N}_]*/u;
const wholeWord = /^@?[\p{L}\p{N}_]*$/u;

/** The words that CodeMirror has icons for. */
const icons: Record<string, string> = {
  constant: "constant", delegate: "type", enum: "enum", enumMember: "constant", event: "property", field: "property", function: "function", interface: "interface",
  keyword: "keyword", method: "method", namespace: "namespace", parameter: "variable", property: "property", struct: "class", typeParameter: "type", variable: "variable",
};

/** Names as one types and at Ctrl+Space; Enter or Tab takes one, Escape none. */
export function completion(language: CellLanguage): Extension {
  return [
    autocompletion({ override: [context => complete(language, context)], defaultKeymap: false, activateOnTypingDelay: 60, maxRenderedOptions: 60 }),
    Prec.high(keymap.of([
      { key: "Enter", run: acceptUnlessTyped },
      { key: "Tab", run: acceptCompletion },
      ...completionKeymap.filter(binding => binding.key !== "Enter"),
    ])),
  ];
}

async function complete(language: CellLanguage, context: CompletionContext): Promise<CompletionResult | null> {
  const typed = context.matchBefore(word)?.text ?? "";
  const before = context.state.sliceDoc(context.pos - typed.length - 1, context.pos - typed.length);
  if (!context.explicit && (/^\p{N}/u.test(typed) || (typed === "" && before !== "."))) {
    return null;
  }

  const code = context.state.doc.toString();
  const found = await language.complete(code, context.pos);
  if (!found || found.items.length === 0) {
    return null;
  }

  return { from: found.from, options: found.items.map((item, i) => option(language, code, context.pos, found.from, item, i)), validFor: wholeWord };
}

function option(language: CellLanguage, code: string, index: number, from: number, item: Proposal, rank: number): Completion {
  return {
    label: item.text,
    type: icons[item.type] ?? "class",
    // Equally good matches stay in the kernel's order.
    boost: Math.max(-99, 99 - rank),
    info: async () => {
      const insight = item.type === "keyword" ? undefined : await language.inspect(code.slice(0, from) + item.text + code.slice(index), from + item.text.length);
      const text = insight?.text ?? item.signature;
      return text ? documentation(text) : null;
    },
  };
}

/** Enter after a whole word begins a new line, as it would without the list. */
function acceptUnlessTyped(view: EditorView): boolean {
  const selected = selectedCompletion(view.state);
  const { head } = view.state.selection.main;
  if (selected && view.state.sliceDoc(head - selected.label.length, head) === selected.label) {
    closeCompletion(view);
    return false;
  }

  return acceptCompletion(view);
}
