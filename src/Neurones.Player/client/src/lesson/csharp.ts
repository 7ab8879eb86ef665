import { indentService, StreamLanguage } from "@codemirror/language";
import { classHighlighter, highlightCode } from "@lezer/highlight";
import { type CSharpState, indentation, startState, token } from "./csharpTokens";

/** C# as cells hold it: statements, functions and types in any order, half-typed or not. */
const csharp = StreamLanguage.define<CSharpState>({
  name: "csharp",
  startState,
  copyState: state => ({ ...state }),
  token,
  languageData: {
    closeBrackets: { brackets: ["(", "[", "{", "'", "\""] },
    commentTokens: { line: "//", block: { open: "/*", close: "*/" } },
    indentOnInput: /^\s*[}\])]$/,
  },
});

/** The language, with lines that begin where the one above suggests. */
export const csharpSupport = [csharp, indentService.of(indentation)];

/** Colours a block of C# in prose with the editor's own classes. */
export function highlight(code: HTMLElement): void {
  const source = code.textContent ?? "";
  code.textContent = "";
  highlightCode(
    source,
    csharp.parser.parse(source),
    classHighlighter,
    (text, classes) => {
      if (!classes) {
        code.append(text);
        return;
      }

      const span = document.createElement("span");
      span.className = classes;
      span.textContent = text;
      code.append(span);
    },
    () => code.append("\n"),
  );
}
