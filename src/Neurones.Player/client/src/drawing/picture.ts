import { defaultHeight, needsWebGL, type PlotlyFigure } from "../output/plotly";
import { paperColour, plotlyTemplate } from "../output/plotlyTheme";
import type { Theme } from "../theme";

/** A picture that is to be drawn. */
export interface Order {
  figure: PlotlyFigure;
  format: "png" | "svg";
  width: number;

  /** Null or left out: what the figure says. */
  height?: number | null;

  /** Pixels of a PNG for one of the figure. */
  scale?: number;
  theme: Theme;
}

/** The picture as the text of a file. */
export function drawSvg(order: Order): Promise<string> {
  return draw(order, true);
}

/** The picture as red, green, blue and opacity of every pixel. */
export async function drawPixels(order: Order): Promise<ImageData> {
  const image = new Image();
  image.src = await draw(order, false);
  await image.decode();
  const context = new OffscreenCanvas(image.width, image.height).getContext("2d")!;
  context.drawImage(image, 0, 0);
  return context.getImageData(0, 0, image.width, image.height);
}

async function draw({ figure, format, width, height, scale = 1, theme }: Order, imageDataOnly: boolean): Promise<string> {
  if (needsWebGL(figure) && !document.createElement("canvas").getContext("webgl")) {
    throw new Error("this browser has no WebGL, which figures in three dimensions are drawn with");
  }

  const { data, layout } = atItsEnd(figure);
  return await window.Plotly!.toImage(
    { data, layout: { paper_bgcolor: paperColour(theme), ...layout, template: plotlyTemplate(theme) }, config: figure.config },
    { format, width, height: height ?? Number(layout.height ?? defaultHeight), scale: format === "png" ? scale : 1, imageDataOnly });
}

/** Data and layout when an animation's last frame is shown. */
function atItsEnd({ data, layout = {}, frames = [] }: PlotlyFigure): { data: object[]; layout: Record<string, unknown> } {
  const last = frames.at(-1);
  if (!last) {
    return { data, layout };
  }

  const shown = [...data];
  last.data?.forEach((change, index) => {
    const trace = last.traces?.[index] ?? index;
    shown[trace] = { ...shown[trace], ...change };
  });
  const sliders = (layout.sliders as object[] | undefined)?.map(slider => ({ ...slider, active: frames.length - 1 }));
  return { data: shown, layout: { ...layout, ...last.layout, ...(sliders && { sliders }) } };
}
