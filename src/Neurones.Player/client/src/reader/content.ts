import type { Notebook } from "../lesson/notebook";
import type { Attachments } from "../prose/markdown";

/** A notebook with what running it gave, as `neurones export --html` writes it into its page. */
export interface LessonContent {
  notebook: Notebook;

  /** The pictures that the prose shows, by their place as it names them. */
  pictures: Attachments;

  /** Where plotly.js lies, seen from the page. */
  plotly: string;

  /** Other pages that lie beside this one or below, seen from it. */
  pages: Page[];
  contents?: string;
  previous?: Page;
  next?: Page;
}

export interface Page {
  href: string;
  title: string;
}

/** The list of the pages in a folder. */
export interface ContentsContent {
  title: string;
  pages: Page[];
}

/** The content that this page brings with it. */
export function ownContent(): LessonContent | ContentsContent {
  return JSON.parse(document.getElementById("content")!.textContent!) as LessonContent | ContentsContent;
}
