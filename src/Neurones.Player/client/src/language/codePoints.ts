/** Jupyter counts code points where JavaScript counts UTF-16 units. */
export function toCodePoints(text: string, index: number): number {
  return Array.from(text.slice(0, index)).length;
}

export function fromCodePoints(text: string, offset: number): number {
  return Array.from(text).slice(0, offset).join("").length;
}
