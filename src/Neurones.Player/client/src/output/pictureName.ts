/** What the file of a picture is called: by its lesson and its cell, `05-programming-a-neuron-boundary-map`, and numbered where the cell shows several. */
export function pictureName(picture: Element): string {
  const cell = picture.closest<HTMLElement>("[data-picture]");
  const all = [...(cell?.querySelectorAll(".figure, .image") ?? [])];
  return `${cell?.dataset.picture ?? "figure"}${all.length > 1 ? `-${all.indexOf(picture) + 1}` : ""}`;
}
