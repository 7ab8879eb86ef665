import { isOutside, openOutside } from "../prose/links";
import type { Page } from "./content";

/** Makes links between notebooks lead from page to page; one to a notebook that has no page becomes plain text. */
export function wirePageLinks(root: ParentNode, pages: Page[]): void {
  const known = new Set(pages.map(page => new URL(page.href, location.href).pathname));
  for (const link of root.querySelectorAll<HTMLAnchorElement>(".prose a[href]")) {
    const href = link.getAttribute("href")!;
    if (isOutside(href)) {
      openOutside(link);
    } else if (!href.startsWith("#")) {
      const page = href.replace(/\.ipynb(?=#|$)/, ".html");
      if (known.has(new URL(page, location.href).pathname)) {
        link.href = page;
      } else {
        link.replaceWith(...link.childNodes);
      }
    }
  }
}
