import { h } from "../dom";
import { drawSvg } from "../drawing/picture";
import type { Bundle, Rendered } from "../output/bundle";
import { Figure } from "../output/figure";
import { loadPlotly, type PlotlyFigure } from "../output/plotly";

/** As wide as the text on a sheet of A4, in pixels. */
const printWidth = 680;

/** A figure that moves and turns on the screen and is a picture on paper. */
export class PrintableFigure implements Rendered {
  readonly element: HTMLElement;
  private readonly figure: Figure;
  private readonly picture = h("div", { class: "print-picture", "aria-hidden": "true" });

  constructor(private readonly content: PlotlyFigure, bundle: Bundle) {
    this.figure = new Figure(content, bundle);
    this.element = h("div", { class: "printable" }, this.figure.element, this.picture);
  }

  /** Draws what is printed. Slow, so it waits until somebody wants to print. */
  async prepare(): Promise<void> {
    if (this.picture.hasChildNodes()) {
      return;
    }

    await loadPlotly();
    const { updatemenus: _, sliders: __, ...layout } = this.content.layout ?? {};
    const svg = await drawSvg({ figure: { ...this.content, layout }, format: "svg", width: printWidth, theme: "light" });
    const drawn = new DOMParser().parseFromString(svg, "image/svg+xml").documentElement;
    this.picture.append(document.importNode(drawn, true));
    await Promise.all([...this.picture.querySelectorAll("image")].map(image => decoded(image.href.baseVal)));
    this.element.classList.add("has-picture");
  }

  update(): void {
    throw new Error("A page without a kernel has no news.");
  }

  dispose(): void {
    this.figure.dispose();
  }
}

async function decoded(source: string): Promise<void> {
  const image = new Image();
  image.src = source;
  await image.decode();
}
