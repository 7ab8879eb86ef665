import { decoded } from "../prose/links";

/**
 * What the address says: `#/en/05-programming-a-neuron` is a lesson, and with `?present=boundary-map` the lesson in
 * presenter mode, at the step that begins with this cell; with `?continue` the lesson, where its reader left it.
 */
export function readAddress(): { lesson: string; step: string | undefined; goOn: boolean } {
  const [path = "", query] = location.hash.replace(/^#\/?/, "").split("?", 2);
  const wishes = new URLSearchParams(query);
  return { lesson: decoded(path), step: wishes.get("present") ?? undefined, goOn: wishes.has("continue") };
}

/** The address of a step of this lesson; without one, of the lesson. */
export function stepAddress(step?: string): string {
  const [path = ""] = location.hash.split("?", 1);
  return step === undefined ? path : `${path}?${new URLSearchParams({ present: step })}`;
}
