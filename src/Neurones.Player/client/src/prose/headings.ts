/** Gives each heading an id, as GitHub would, so that links and the outline can lead to it. */
export function nameHeadings(root: ParentNode): HTMLHeadingElement[] {
  const taken = new Set<string>();
  const headings = [...root.querySelectorAll<HTMLHeadingElement>("h1, h2, h3")];
  for (const heading of headings) {
    const slug = (heading.textContent ?? "").trim().toLowerCase().replace(/[^\p{L}\p{N}\s-]/gu, "").replace(/\s+/g, "-");
    let id = slug;
    for (let copy = 1; taken.has(id); copy++) {
      id = `${slug}-${copy}`;
    }

    taken.add(id);
    heading.id = id;
    heading.tabIndex = -1;
  }

  return headings;
}
