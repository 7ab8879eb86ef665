/** The little of plotly.js that the page calls. */
export interface Plotly {
  newPlot(root: HTMLElement, data: object[], layout: object, config: object): Promise<PlotlyElement>;
  react(root: HTMLElement, data: object[], layout: object, config: object): Promise<PlotlyElement>;
  relayout(root: HTMLElement, update: object): Promise<PlotlyElement>;
  animate(root: HTMLElement, names: (string | null)[] | null, options?: object): Promise<void>;
  addFrames(root: HTMLElement, frames: object[]): Promise<PlotlyElement>;
  purge(root: HTMLElement): void;
  downloadImage(figure: { data: object[]; layout: object }, options: { format: string; filename: string; width: number; height: number; scale: number }): Promise<string>;
  toImage(figure: { data: object[]; layout: object; config?: object }, options: { format: string; width: number; height: number; scale?: number; imageDataOnly: boolean }): Promise<string>;
  Plots: { resize(root: HTMLElement): Promise<unknown> };
}

/** The element that plotly.js draws in carries the figure as it now stands, after zooming and turning. */
export interface PlotlyElement extends HTMLElement {
  data: object[];
  layout: Record<string, unknown>;
}

/** A figure as a kernel sends it. */
export interface PlotlyFigure {
  data: object[];
  layout?: Record<string, unknown>;
  config?: { modeBarButtonsToRemove?: string[] };
  frames?: Frame[];
}

/** One picture of an animation: new data for some of the traces, and what changes around them. */
export interface Frame {
  name?: string;
  data?: object[];
  traces?: number[];
  layout?: Record<string, unknown>;
}

/** Of a figure that says nothing of its height. */
export const defaultHeight = 450;

export interface Point {
  x: number;
  y: number;
  z: number;
}

/** How a 3D view is seen. */
export interface Camera {
  /** Of each axis that it leaves out, plotly.js takes its own. */
  eye?: Partial<Point>;
}

/** The 3D views of a layout, each with its camera where one is set. */
export function viewsOf(layout: Record<string, unknown>): [scene: string, camera: Camera | undefined][] {
  return Object.entries(layout)
    .filter(([name, scene]) => /^scene\d*$/.test(name) && scene)
    .map(([name, scene]) => [name, (scene as { camera?: Camera }).camera]);
}

export function needsWebGL(figure: PlotlyFigure): boolean {
  return figure.data.some(trace => /3d$|gl$|^(surface|isosurface|volume|cone|streamtube)$/.test((trace as { type?: string }).type ?? ""));
}

declare global {
  interface Window {
    Plotly?: Plotly;
  }
}

let loading: Promise<Plotly> | undefined;
let source = "/assets/plotly.min.js";

/** Where plotly.js is taken from, if not from the server. */
export function loadPlotlyFrom(place: string): void {
  source = place;
}

/** Loads plotly.js, five megabytes, when the first figure needs it. */
export function loadPlotly(): Promise<Plotly> {
  return (loading ??= new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = source;
    script.onload = () => (window.Plotly ? resolve(window.Plotly) : reject(new Error("plotly.min.js did not define Plotly.")));
    script.onerror = () => {
      loading = undefined;
      script.remove();
      reject(new Error(`there is no ${source}.`));
    };
    document.head.append(script);
  }));
}
