import type { PlotlyElement } from "./plotly";

/** On a narrow page a legend may need more rows than its figure has room for above the plot: the plot makes way, else they would lie on the title. */
export async function makeRoomForLegend(plot: PlotlyElement, ownTop: number): Promise<void> {
  const title = plot.querySelector(".gtitle")?.getBoundingClientRect();
  const legend = plot.querySelector(".legend")?.getBoundingClientRect();
  const top = (plot.layout.margin as { t?: number } | undefined)?.t;
  if (title && legend && top !== undefined) {
    const scale = plot.getBoundingClientRect().height / plot.clientHeight;
    const wanted = Math.max(ownTop, Math.ceil(top + (title.bottom - legend.top) / scale));
    if (wanted !== top) {
      await window.Plotly?.relayout(plot, { "margin.t": wanted });
    }
  }
}
