/** Whether a link names where it leads by itself, as a page of the Web does. */
export function isOutside(href: string): boolean {
  return /^[a-z][a-z+.-]*:|^\/\//i.test(href);
}

/**
 * Where a link of a lesson leads inside the page: to another lesson, to a heading, or outside (null).
 * `lesson` is the id of the lesson that holds the link; notebook links are relative to its file.
 */
export function resolveLink(href: string, lesson: string): { lesson?: string; heading?: string } | null {
  if (isOutside(href)) {
    return null;
  }

  const url = URL.parse(href, `http://lessons/${lesson}`);
  if (url?.host !== "lessons") {
    return null;
  }

  const heading = url.hash ? decoded(url.hash.slice(1)) : undefined;
  if (href.startsWith("#")) {
    return { heading };
  }

  return url.pathname.endsWith(".ipynb")
    ? { lesson: decoded(url.pathname.slice(1, -".ipynb".length)), heading }
    : null;
}

/** Where the server has the picture that a lesson refers to by its place among the repository's files; null where it has none. */
export function resolvePicture(source: string, lesson: string): string | null {
  const url = URL.parse(source, `http://repository/notebooks/${lesson}`);
  return url?.host === "repository" && url.pathname.startsWith("/images/") ? url.pathname : null;
}

/** Text without its percent signs; as it is where they mean nothing. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Makes a link leave the page where it is, and tell nobody where that was. */
export function openOutside(link: HTMLAnchorElement): void {
  link.target = "_blank";
  link.rel = "noopener noreferrer";
}

/** Makes the links of rendered prose lead where they should. */
export function wireLinks(root: ParentNode, lesson: string, goToHeading: (id: string) => void): void {
  for (const link of root.querySelectorAll<HTMLAnchorElement>("a[href]")) {
    const target = resolveLink(link.getAttribute("href")!, lesson);
    if (target === null) {
      openOutside(link);
    } else if (target.lesson) {
      link.href = `#/${target.lesson}`;
    } else if (target.heading) {
      link.addEventListener("click", event => {
        event.preventDefault();
        goToHeading(target.heading!);
      });
    }
  }
}
