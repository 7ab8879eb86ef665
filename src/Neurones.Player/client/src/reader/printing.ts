import type { PrintableFigure } from "./printableFigure";

/** Gets the page ready for paper: figures as pictures, folded answers open. `page.html#print` gets ready by itself, for a browser without a window. */
export class Printing {
  onProgress: (words: string | undefined) => void = () => {};
  private readonly figures: PrintableFigure[] = [];
  private closed: HTMLDetailsElement[] = [];

  constructor() {
    addEventListener("beforeprint", () => this.openDetails());
    addEventListener("afterprint", () => this.closed.forEach(details => (details.open = false)));
    addEventListener("keydown", event => {
      if ((event.ctrlKey || event.metaKey) && event.key === "p") {
        event.preventDefault();
        void this.print();
      }
    });
    addEventListener("load", () => location.hash === "#print" && void this.prepare());
  }

  add(figure: PrintableFigure): PrintableFigure {
    this.figures.push(figure);
    return figure;
  }

  async print(): Promise<void> {
    await this.prepare();
    window.print();
  }

  private async prepare(): Promise<void> {
    for (const [index, figure] of this.figures.entries()) {
      this.onProgress(`Figure ${index + 1} of ${this.figures.length}`);
      await figure.prepare().catch(() => {}); // Its text alternative is printed.
    }

    this.onProgress(undefined);
    document.documentElement.dataset.print = "ready";
  }

  private openDetails(): void {
    this.closed = [...document.querySelectorAll<HTMLDetailsElement>("details:not([open])")];
    this.closed.forEach(details => (details.open = true));
  }
}
