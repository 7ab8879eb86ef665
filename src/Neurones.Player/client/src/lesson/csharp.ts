import { csharpLanguage } from "@replit/codemirror-lang-csharp";
import { classHighlighter, highlightCode } from "@lezer/highlight";

/** Colours a block of C# in prose with the editor's own classes. */
export function highlight(code: HTMLElement): void {
  const source = code.textContent ?? "";
  code.textContent = "";
  highlightCode(
    source,
    csharpLanguage.parser.parse(source),
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
