/**
 * What the address says: `#/en/05-programming-a-neuron` is a lesson, and with `?present=boundary-map` the lesson in
 * presenter mode, at the step that begins with this cell.
 */
export function readAddress(): { lesson: string; step: string | undefined } {
  const [path = "", query] = location.hash.replace(/^#\/?/, "").split("?", 2);
  return { lesson: decodeURIComponent(path), step: new URLSearchParams(query).get("present") ?? undefined };
}

/** The address of a step of this lesson; without one, of the lesson. */
export function stepAddress(step?: string): string {
  const [path = ""] = location.hash.split("?", 1);
  return step === undefined ? path : `${path}?${new URLSearchParams({ present: step })}`;
}
