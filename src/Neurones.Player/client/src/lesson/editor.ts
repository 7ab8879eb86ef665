import { closeBrackets, closeBracketsKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { bracketMatching, indentOnInput, indentUnit, syntaxHighlighting } from "@codemirror/language";
import { EditorState, Prec, StateEffect, StateField } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView, keymap, lineNumbers } from "@codemirror/view";
import { classHighlighter } from "@lezer/highlight";
import type { CellLanguage } from "../language/cellLanguage";
import { languageSupport } from "../language/language";
import { csharpSupport } from "./csharp";

export interface EditorKeys {
  runAndMoveOn(): void;
  runInPlace(): void;
  move(step: 1 | -1): void;
  leave(): void;
}

/** What the page's header covers, in pixels: the caret stays below it. */
const headerHeight = 64;

/** How much of the editor, in pixels, is under the header: tooltips for what is there aren't shown. */
function coveredBy(view: EditorView): number {
  return Math.min(headerHeight, Math.max(0, headerHeight - view.scrollDOM.getBoundingClientRect().top));
}

const markLine = StateEffect.define<number>();

/** The line that an error named, until the code changes. */
const markedLine = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, transaction) {
    if (transaction.docChanged) {
      marks = Decoration.none;
    }

    for (const effect of transaction.effects) {
      if (effect.is(markLine)) {
        marks = Decoration.set(Decoration.line({ class: "marked-line" }).range(effect.value));
      }
    }

    return marks;
  },
  provide: field => EditorView.decorations.from(field),
});

export function createEditor(source: string, label: string, keys: EditorKeys, language: CellLanguage, changed: (source: string) => void): EditorView {
  const command = (action: () => void) => () => {
    action();
    return true;
  };
  return new EditorView({
    state: EditorState.create({
      doc: source,
      extensions: [
        Prec.highest(keymap.of([
          { key: "Shift-Enter", run: command(keys.runAndMoveOn) },
          { key: "Mod-Enter", run: command(keys.runInPlace) },
          { key: "Ctrl-Enter", run: command(keys.runInPlace) },
          { key: "Alt-ArrowUp", run: command(() => keys.move(-1)) },
          { key: "Alt-ArrowDown", run: command(() => keys.move(1)) },
        ])),
        lineNumbers(),
        history(),
        indentOnInput(),
        indentUnit.of("    "),
        bracketMatching(),
        closeBrackets(),
        csharpSupport,
        syntaxHighlighting(classHighlighter),
        markedLine,
        languageSupport(language),
        keymap.of([...closeBracketsKeymap, ...defaultKeymap, ...historyKeymap, indentWithTab, { key: "Escape", run: command(keys.leave) }]),
        EditorView.contentAttributes.of({ "aria-label": label, tabindex: "0", spellcheck: "false", autocapitalize: "off" }),
        EditorView.scrollMargins.of(view => ({ top: coveredBy(view) })),
        EditorView.updateListener.of(update => {
          if (update.docChanged) {
            changed(update.state.doc.toString());
          }
        }),
      ],
    }),
  });
}

export function replaceSource(editor: EditorView, source: string): void {
  editor.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert: source } });
}

/** Puts the caret on a line, counted from 1 and kept inside the text, and marks it. */
export function goToLine(editor: EditorView, lineNumber: number, column = 1): void {
  const line = editor.state.doc.line(Math.min(Math.max(lineNumber, 1), editor.state.doc.lines));
  const position = Math.min(line.from + column - 1, line.to);
  editor.dispatch({ selection: { anchor: position }, effects: markLine.of(line.from), scrollIntoView: true });
  editor.focus();
}
