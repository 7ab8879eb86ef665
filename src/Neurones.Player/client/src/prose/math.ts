import katex from "katex";
import type { MarkdownIt } from "markdown-it";

/** No formula needs a space or a rule of more ems, and a larger one would bury the page. */
const largestLength = 50;

/**
 * Recognises `$...$` and `$$...$$` and leaves them as `<span class="math">` with the TeX as text,
 * so that the HTML can be sanitised first and KaTeX's own output need not be.
 */
export function mathPlugin(md: MarkdownIt): void {
  md.inline.ruler.after("escape", "math", (state, silent) => {
    const source = state.src;
    if (source[state.pos] !== "$") {
      return false;
    }

    const fence = source.startsWith("$$", state.pos) ? "$$" : "$";
    const start = state.pos + fence.length;
    const end = closing(source, fence, start);
    if (end < 0) {
      return false;
    }

    if (!silent) {
      const token = state.push("math", "span", 0);
      token.content = source.slice(start, end).trim();
      token.markup = fence;
    }

    state.pos = end + fence.length;
    return true;
  });

  md.renderer.rules.math = (tokens, index) => {
    const token = tokens[index]!;
    const display = token.markup === "$$" ? " math-display" : "";
    return `<span class="math${display}">${md.utils.escapeHtml(token.content)}</span>`;
  };
}

export function renderMath(root: ParentNode): void {
  for (const element of root.querySelectorAll<HTMLElement>(".math")) {
    typeset(element);
    holdPunctuation(element);
  }
}

/** Typesets a formula; one that is beyond KaTeX, as a thousand nested braces are, stays as it was written. */
function typeset(element: HTMLElement): void {
  const tex = element.textContent ?? "";
  try {
    katex.render(tex, element, { displayMode: element.classList.contains("math-display"), throwOnError: false, maxSize: largestLength });
  } catch {
    element.textContent = tex;
  }
}

/** Keeps a comma or a full stop on the line of the formula before it. */
function holdPunctuation(formula: HTMLElement): void {
  const next = formula.nextSibling;
  const mark = next instanceof Text ? /^[^\s\w]+/.exec(next.data)?.[0] : undefined;
  if (mark) {
    const held = document.createElement("span");
    held.className = "held";
    formula.replaceWith(held);
    held.append(formula, mark);
    (next as Text).deleteData(0, mark.length);
  }
}

/** Finds the closing fence. A single `$` must hug its formula, so that prices in a sentence stay prices. */
function closing(source: string, fence: string, start: number): number {
  if (fence === "$" && /\s/.test(source[start] ?? " ")) {
    return -1;
  }

  for (let end = source.indexOf(fence, start + 1); end >= 0; end = source.indexOf(fence, end + 1)) {
    const hugs = !/\s/.test(source[end - 1]!) && !/\d/.test(source[end + 1] ?? "");
    if (source[end - 1] !== "\\" && (fence === "$$" || hugs)) {
      return end;
    }
  }

  return -1;
}
