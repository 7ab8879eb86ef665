import { h } from "../dom";
import type { Progress } from "../server/lessons";

/** The share of cells that have run, as a picture beside the words that say the same. */
export function progressBar({ done, cells }: Progress): HTMLElement {
  const bar = h("span", { class: "bar", "aria-hidden": "true" });
  bar.style.setProperty("--share", `${cells === 0 ? 0 : Math.min(100, (100 * done.length) / cells)}%`);
  return bar;
}
