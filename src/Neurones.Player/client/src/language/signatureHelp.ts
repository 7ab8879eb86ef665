import { type Extension, Prec, StateEffect, StateField } from "@codemirror/state";
import { EditorView, keymap, showTooltip, type Tooltip, ViewPlugin, type ViewUpdate } from "@codemirror/view";
import { h } from "../dom";
import type { CellLanguage, Overload, Signatures } from "./cellLanguage";
import { fromCodePoints } from "./codePoints";

const show = StateEffect.define<Tooltip | null>();
const delay = 80;

const shown = StateField.define<Tooltip | null>({
  create: () => null,
  update(tooltip, transaction) {
    for (const effect of transaction.effects) {
      if (effect.is(show)) {
        return effect.value;
      }
    }

    return tooltip && transaction.docChanged ? { ...tooltip, pos: transaction.changes.mapPos(tooltip.pos) } : tooltip;
  },
  provide: field => showTooltip.from(field),
});

/** What a call takes, above the cursor: from its bracket on as one types, or at Ctrl+Shift+Space, until Escape. */
export function signatureHelp(language: CellLanguage): Extension {
  const asker = ViewPlugin.define(view => new Asker(view, language));
  const ask = (view: EditorView) => {
    view.plugin(asker)?.ask(0);
    return true;
  };
  const close = (view: EditorView) => {
    const open = view.state.field(shown) !== null;
    view.plugin(asker)?.cancel();
    if (open) {
      view.dispatch({ effects: show.of(null) });
    }

    return open;
  };
  return [
    shown,
    asker,
    Prec.high(keymap.of([{ key: "Ctrl-Shift-Space", run: ask }, { key: "Escape", run: close }])),
    EditorView.domEventHandlers({ blur: (_, view) => void close(view) }),
  ];
}

class Asker {
  private timer = 0;
  private asked = 0;

  constructor(private readonly view: EditorView, private readonly language: CellLanguage) {}

  update(update: ViewUpdate): void {
    const isOpen = update.state.field(shown) !== null;
    if (isOpen ? update.docChanged || update.selectionSet : startsCall(update)) {
      this.ask(delay);
    }
  }

  ask(wait: number): void {
    this.cancel();
    this.timer = window.setTimeout(() => void this.look(++this.asked), wait);
  }

  cancel(): void {
    clearTimeout(this.timer);
    this.asked++;
  }

  destroy(): void {
    this.cancel();
  }

  private async look(number: number): Promise<void> {
    const { state } = this.view;
    const { head } = state.selection.main;
    const insight = await this.language.inspect(state.doc.toString(), head);
    if (number === this.asked && (insight?.signatures || this.view.state.field(shown))) {
      this.view.dispatch({ effects: show.of(insight?.signatures ? tooltip(insight.signatures, head) : null) });
    }
  }
}

function startsCall(update: ViewUpdate): boolean {
  return update.docChanged && update.transactions.some(transaction => transaction.isUserEvent("input")) && /[(,]\s?$/.test(update.state.sliceDoc(update.state.selection.main.head - 2, update.state.selection.main.head));
}

function tooltip(signatures: Signatures, position: number): Tooltip {
  return { pos: position, above: true, create: () => ({ dom: help(signatures) }) };
}

function help({ active, overloads }: Signatures): HTMLElement {
  const chosen = overloads[active];
  const parameter = chosen?.parameters[chosen.active_parameter];
  const others = overloads.length - 1;
  return h(
    "div",
    { class: "documentation signature-help", role: "status" },
    chosen && label(chosen),
    others > 0 ? h("span", { class: "overloads" }, `${others} more overload${others > 1 ? "s" : ""}`) : undefined,
    parameter?.text ? h("p", {}, parameter.text) : undefined,
    chosen?.summary ? h("p", { class: "summary" }, chosen.summary) : undefined,
  );
}

function label({ label, parameters, active_parameter }: Overload): HTMLElement {
  const parameter = parameters[active_parameter];
  if (!parameter) {
    return h("code", { class: "signature" }, label);
  }

  const [start, end] = [fromCodePoints(label, parameter.start), fromCodePoints(label, parameter.end)];
  return h("code", { class: "signature" }, label.slice(0, start), h("strong", { class: "active-parameter" }, label.slice(start, end)), label.slice(end));
}
