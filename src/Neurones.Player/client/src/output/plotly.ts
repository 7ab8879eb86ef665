/** The little of plotly.js that the page calls. */
export interface Plotly {
  newPlot(root: HTMLElement, data: object[], layout: object, config: object): Promise<PlotlyElement>;
  react(root: HTMLElement, data: object[], layout: object, config: object): Promise<PlotlyElement>;
  relayout(root: HTMLElement, update: object): Promise<PlotlyElement>;
  addFrames(root: HTMLElement, frames: object[]): Promise<PlotlyElement>;
  purge(root: HTMLElement): void;
  Plots: { resize(root: HTMLElement): void };
}

/** The element that plotly.js draws in carries the figure as it now stands, after zooming and turning. */
export interface PlotlyElement extends HTMLElement {
  layout: Record<string, unknown>;
}

declare global {
  interface Window {
    Plotly?: Plotly;
  }
}

let loading: Promise<Plotly> | undefined;

/** Loads plotly.js, five megabytes, when the first figure needs it. */
export function loadPlotly(): Promise<Plotly> {
  return (loading ??= new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = "/assets/plotly.min.js";
    script.onload = () => (window.Plotly ? resolve(window.Plotly) : reject(new Error("plotly.min.js did not define Plotly.")));
    script.onerror = () => {
      loading = undefined;
      script.remove();
      reject(new Error("The server did not send plotly.min.js."));
    };
    document.head.append(script);
  }));
}
