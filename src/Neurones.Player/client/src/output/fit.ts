import type { PlotlyFigure } from "./plotly";

/** Below this width a figure isn't drawn larger than on the page: its legend and titles need the room. */
const leastWidth = 700;

/** Plots can be so much lower than they were made before the letters around them must become smaller; a drawing without axes can't. */
const squeezed = 0.85;

/**
 * Draws a figure at the size of its frame. On a stage, which is the whole screen, it grows, and where its frame is too low for it
 * it shrinks: all of it alike, letters too, so that it is readable on a projector and whole on a small screen.
 */
export function fit(plot: HTMLElement, frame: HTMLElement, figure: PlotlyFigure, ownHeight: number): void {
  const { clientWidth: width, clientHeight: height } = frame;
  const onStage = frame.closest(".presenting, :fullscreen") !== null;
  const most = onStage ? Math.max(1, width / leastWidth) : 1;
  const isDrawing = (figure.layout?.yaxis as { visible?: boolean } | undefined)?.visible === false;
  const scale = Math.min(most, height / (isDrawing ? ownHeight : squeezed * ownHeight));
  plot.style.width = `${width / scale}px`;
  plot.style.height = `${height / scale}px`;
  plot.style.transform = scale === 1 ? "" : `scale(${scale})`;
}
