import { joined } from "../lesson/notebook";
import { Figure } from "./figure";
import { HtmlFrame } from "./htmlFrame";
import type { PlotlyFigure } from "./plotly";
import { image, markdown, plainText } from "./simple";

/** A MIME bundle: one value in several forms. */
export type Bundle = Record<string, unknown>;

/** What is on the page for one output. */
export interface Rendered {
  readonly element: HTMLElement;
  /** Shows a new value in place. */
  update(value: unknown, bundle: Bundle): void;
  dispose(): void;
}

type Renderer = (value: unknown, bundle: Bundle) => Rendered;

/** The forms that the page can show, the best first. */
const renderers: [mime: string, render: Renderer][] = [
  ["application/vnd.plotly.v1+json", (value, bundle) => new Figure(value as PlotlyFigure, bundle)],
  ["text/html", value => new HtmlFrame(asText(value))],
  ["image/png", image("image/png")],
  ["image/jpeg", image("image/jpeg")],
  ["image/svg+xml", image("image/svg+xml")],
  ["text/markdown", markdown],
  ["text/latex", markdown],
  ["text/plain", plainText],
];

/** Makes values of a form show in another way, where there is no server. */
export function setRenderer(mime: string, render: Renderer): void {
  renderers.find(entry => entry[0] === mime)![1] = render;
}

/** One displayed value; stays in its place when the value is displayed again under the same id. */
export class MimeOutput {
  readonly element = document.createElement("div");
  private mime = "";
  private rendered: Rendered | undefined;

  constructor(bundle: Bundle) {
    this.element.className = "output";
    this.show(bundle);
  }

  show(bundle: Bundle): void {
    const [mime, render] = renderers.find(([name]) => name in bundle) ?? ["text/plain", plainText];
    const value = bundle[mime] ?? `This page can't show ${Object.keys(bundle).join(", ")}.`;
    if (this.rendered && mime === this.mime) {
      this.rendered.update(value, bundle);
      return;
    }

    this.rendered?.dispose();
    this.mime = mime;
    this.rendered = tryRender(render, value, bundle) ?? plainText(`This ${mime} can't be shown.`, bundle);
    this.element.replaceChildren(this.rendered.element);
  }

  dispose(): void {
    this.rendered?.dispose();
  }
}

/** A value that isn't what its MIME type promises must not take the outputs after it along. */
function tryRender(render: Renderer, value: unknown, bundle: Bundle): Rendered | undefined {
  try {
    return render(value, bundle);
  } catch (error) {
    console.warn(error);
    return undefined;
  }
}

export function asText(value: unknown): string {
  return typeof value === "string" || Array.isArray(value) ? joined(value as string | string[]) : JSON.stringify(value, null, 2);
}
