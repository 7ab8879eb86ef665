import { type Diagnostic, forEachDiagnostic, nextDiagnostic, previousDiagnostic, setDiagnostics } from "@codemirror/lint";
import type { Extension } from "@codemirror/state";
import { EditorView, keymap, ViewPlugin, type ViewUpdate } from "@codemirror/view";
import { h } from "../dom";
import type { CellLanguage, Finding } from "./cellLanguage";

const delay = 600;

/** What the compiler would say, under the text a moment after it was typed; F8 and Shift+F8 lead through it. */
export function diagnostics(language: CellLanguage): Extension {
  return [
    ViewPlugin.define(view => new Diagnoser(view, language)),
    keymap.of([
      { key: "F8", run: view => nextDiagnostic(view) && tell(view), shift: view => previousDiagnostic(view) && tell(view) },
    ]),
  ];
}

class Diagnoser {
  private timer = 0;
  private count = 0;

  constructor(private readonly view: EditorView, private readonly language: CellLanguage) {}

  update(update: ViewUpdate): void {
    // What the cells above declare may have changed while the learner was elsewhere.
    if (update.docChanged || (update.focusChanged && update.view.hasFocus)) {
      this.lookLater();
    }
  }

  destroy(): void {
    clearTimeout(this.timer);
  }

  private lookLater(): void {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.look(), delay);
  }

  private async look(): Promise<void> {
    const { doc } = this.view.state;
    const findings = await this.language.diagnose(doc.toString());
    if (findings && this.view.state.doc.eq(doc)) {
      this.view.dispatch(setDiagnostics(this.view.state, findings.map(toDiagnostic)));
      this.announce(findings.length);
    }
  }

  private announce(count: number): void {
    if (count !== this.count) {
      const text = count === 0 ? "No errors any more." : `${count} problem${count > 1 ? "s" : ""} in this cell: F8 goes to the next.`;
      this.view.dispatch({ effects: EditorView.announce.of(text) });
      this.count = count;
    }
  }
}

function toDiagnostic({ from, to, severity, message }: Finding): Diagnostic {
  return { from, to, severity, message, renderMessage: () => words(severity, message) };
}

function words(severity: string, message: string): HTMLElement {
  return h("span", {}, h("strong", {}, severity === "error" ? "Error: " : "Warning: "), message);
}

/** Says the message that the cursor has come to, which is shown there too. */
function tell(view: EditorView): boolean {
  const { from, to } = view.state.selection.main;
  const messages: string[] = [];
  forEachDiagnostic(view.state, ({ severity, message }, start, end) => {
    if (start === from && end === to) {
      messages.push(`${severity}: ${message}`);
    }
  });
  view.dispatch({ effects: EditorView.announce.of(messages.join(" ")) });
  return true;
}
