import type { IndentContext, StringStream } from "@codemirror/language";

/** Text between quotes. Raw text ends with as many quotes as it began with; holes begin with as many braces as there were dollars. */
interface Text {
  readonly kind: "text";
  readonly verbatim: boolean;
  readonly quotes: number;
  readonly dollars: number;
}

/** Code in a hole of an interpolated string, and how many of its brackets are open. */
interface Hole {
  readonly kind: "hole";
  readonly depth: number;
  readonly dollars: number;
}

export interface CSharpState {
  readonly inside: readonly (Text | Hole)[];
  readonly inComment: boolean;

  /** The last word or sign, which says how to take the next name. */
  readonly previous: string;
}

type Writable = { -readonly [K in keyof CSharpState]: CSharpState[K] };

const keywords = new Set((
  "abstract as async await base bool break byte case catch char checked class const continue decimal default delegate do double dynamic else enum event explicit "
  + "extern false finally fixed float for foreach goto if implicit in int interface internal is lock long nameof namespace new nint nuint null object operator out "
  + "override params private protected public readonly record ref return sbyte sealed short sizeof stackalloc static string struct switch this throw true try "
  + "typeof uint ulong unchecked unsafe ushort using var virtual void volatile when where while with yield"
).split(" "));

const literals = new Set(["true", "false", "null"]);
const beforeType = new Set(["new", "class", "record", "struct", "interface", "enum", "is", "as"]);

const number = /^(0[xX][\da-fA-F_]+|0[bB][01_]+|(\d[\d_]*)?\.?\d[\d_]*([eE][+-]?\d+)?)[fFdDmMuUlL]*/;
const opening = /^(\$*@?\$*)("{3,}|")/;
const name = /^@?[\p{L}_][\p{L}\p{N}_]*/u;
const typeArguments = /^<[\p{L}\p{N}_\s,<>[\]().?]*>/u;

export function startState(): CSharpState {
  return { inside: [], inComment: false, previous: "" };
}

export function token(stream: StringStream, state: Writable): string | null {
  const top = state.inside.at(-1);
  return state.inComment ? comment(stream, state) : top?.kind === "text" ? text(stream, state, top) : code(stream, state, top);
}

/** As far as the line above, one step more after an open bracket, one less before a closing one. */
export function indentation(context: IndentContext, position: number): number {
  let above = context.lineAt(position, -1);
  while (above.from > 0 && (above.from >= position || above.text.trim() === "")) {
    above = context.lineAt(above.from - 1, -1);
  }

  if (above.from >= position) {
    return 0;
  }

  const opened = /[{([]\s*$/.test(above.text) ? context.unit : 0;
  const closed = /^\s*[})\]]/.test(context.textAfterPos(position)) ? context.unit : 0;
  return Math.max(0, context.lineIndent(above.from) + opened - closed);
}

function comment(stream: StringStream, state: Writable): string {
  state.inComment = !stream.skipTo("*/");
  if (state.inComment) {
    stream.skipToEnd();
  } else {
    stream.match("*/");
  }

  return "comment";
}

function code(stream: StringStream, state: Writable, hole: Hole | undefined): string | null {
  const starts = stream.sol();
  if (stream.eatSpace()) {
    return null;
  }

  if (stream.match("//") || (starts || stream.string.slice(0, stream.pos).trim() === "") && stream.peek() === "#") {
    const style = stream.peek() === "#" && !stream.string.slice(0, stream.pos).endsWith("//") ? "meta" : "comment";
    stream.skipToEnd();
    return style;
  }

  if (stream.match("/*")) {
    return comment(stream, state);
  }

  const quote = stream.match(opening) as RegExpMatchArray | null;
  if (quote) {
    const prefix = quote[1] ?? "";
    const quotes = (quote[2] ?? "").length;
    state.inside = [...state.inside, { kind: "text", verbatim: prefix.includes("@"), quotes, dollars: prefix.split("$").length - 1 }];
    state.previous = "\"";
    return "string";
  }

  if (stream.match(/^'(\\.[^']*|[^'\\])'/)) {
    state.previous = "'";
    return "string";
  }

  if (state.previous !== "." && stream.match(number)) {
    state.previous = "0";
    return "number";
  }

  const word = stream.match(name) as RegExpMatchArray | null;
  if (word) {
    const style = styleOf(word[0], state.previous, stream.string.slice(stream.pos));
    state.previous = word[0];
    return style;
  }

  return sign(stream, state, hole);
}

function sign(stream: StringStream, state: Writable, hole: Hole | undefined): string | null {
  const character = stream.next() ?? "";
  state.previous = character;
  if (!hole) {
    return null;
  }

  if (hole.depth === 0 && character === "}") {
    stream.match("}".repeat(hole.dollars - 1));
    state.inside = state.inside.slice(0, -1);
    return "string.special";
  }

  if (hole.depth === 0 && character === ":") {
    stream.eatWhile(/[^}]/);
    return "string";
  }

  const change = "([{".includes(character) ? 1 : ")]}".includes(character) ? -1 : 0;
  state.inside = [...state.inside.slice(0, -1), { ...hole, depth: Math.max(0, hole.depth + change) }];
  return null;
}

function text(stream: StringStream, state: Writable, { verbatim, quotes, dollars }: Text): string {
  const raw = quotes > 1;
  const open = "{".repeat(dollars);
  for (let first = true; !stream.eol(); first = false) {
    if (stream.match("\"".repeat(quotes), false) && !(verbatim && !raw && stream.match("\"\"", false))) {
      stream.match("\"".repeat(quotes));
      state.inside = state.inside.slice(0, -1);
      return "string";
    }

    if (dollars > 0 && stream.match(open, false) && (raw || !stream.match("{{", false))) {
      if (!first) {
        return "string";
      }

      stream.match(open);
      state.inside = [...state.inside, { kind: "hole", depth: 0, dollars }];
      state.previous = "{";
      return "string.special";
    }

    const pair = !raw && (verbatim ? stream.match("\"\"") : stream.match(/^\\./)) || dollars > 0 && !raw && stream.match("{{");
    if (!pair) {
      stream.next();
    }
  }

  if (!verbatim && !raw) {
    // Half-typed: the quote that is missing was meant on this line.
    state.inside = state.inside.slice(0, -1);
  }

  return "string";
}

function styleOf(word: string, previous: string, rest: string): string | null {
  if (previous !== "." && keywords.has(word)) {
    return literals.has(word) ? "bool" : "keyword";
  }

  const after = rest.replace(typeArguments, "");
  const isCapitalised = /^@?\p{Lu}.*\p{Ll}/u.test(word);
  if (beforeType.has(previous) || (isCapitalised && previous !== "." && /^(\s*\.\s*\p{Lu}|\?|(\[,*\])*\??\s+[\p{L}_])/u.test(after) && !/^\s+(is|as|in|and|or|when|with|switch)\b/.test(after))) {
    return "typeName";
  }

  if (after.startsWith("(")) {
    return "variableName.special";
  }

  return isCapitalised && previous !== "." && after !== rest ? "typeName" : "variableName";
}
