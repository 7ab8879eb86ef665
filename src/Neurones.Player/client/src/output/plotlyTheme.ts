import type { Theme } from "../theme";

const colours = {
  light: { ink: "#23272f", muted: "#636b78", grid: "#e4e1d9", line: "#c9c5bb", soft: "#f3f1eb", paper: "#ffffff" },
  dark: { ink: "#e4e2dc", muted: "#a3abb7", grid: "#2f3540", line: "#4a5160", soft: "#262c35", paper: "#1d2229" },
};

/** What lies under a figure on a sheet of its own. */
export function paperColour(theme: Theme): string {
  return colours[theme].paper;
}

/** The layout that a figure starts from: the page's own colours and letters. What the figure sets itself stays. */
export function plotlyTemplate(theme: Theme): object {
  const { ink, muted, grid, line, soft, paper } = colours[theme];
  const axis = { gridcolor: grid, linecolor: line, zerolinecolor: line, tickcolor: line, tickfont: { color: muted }, title: { font: { size: 13 } } };
  const sceneAxis = { gridcolor: grid, linecolor: line, zerolinecolor: line, tickfont: { color: muted }, title: { font: { size: 13 } }, showbackground: true, backgroundcolor: soft };
  return {
    layout: {
      font: { family: "Inter Variable, Inter, system-ui, sans-serif", size: 13, color: ink },
      title: { font: { size: 15, color: ink } },
      paper_bgcolor: "rgba(0,0,0,0)",
      plot_bgcolor: "rgba(0,0,0,0)",
      xaxis: axis,
      yaxis: axis,
      scene: { xaxis: sceneAxis, yaxis: sceneAxis, zaxis: sceneAxis },
      legend: { bgcolor: "rgba(0,0,0,0)", font: { color: ink } },
      hoverlabel: { bgcolor: paper, bordercolor: line, font: { color: ink } },
      modebar: { bgcolor: "rgba(0,0,0,0)", color: muted, activecolor: ink },
      annotationdefaults: { font: { color: ink }, arrowcolor: muted },
      updatemenudefaults: { bgcolor: soft, bordercolor: line, font: { color: ink } },
      sliderdefaults: { bgcolor: soft, activebgcolor: line, bordercolor: line, tickcolor: line, font: { color: muted } },
    },
  };
}
