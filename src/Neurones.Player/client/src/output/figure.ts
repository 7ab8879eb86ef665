import { h } from "../dom";
import { currentTheme, onThemeChange } from "../theme";
import { asText, type Bundle, type Rendered } from "./bundle";
import { listenToKeys, offerKeys } from "./figureKeys";
import { figureTools, type PictureFormat } from "./figureTools";
import { fit } from "./fit";
import { pictureName } from "./pictureName";
import { type Camera, defaultHeight, loadPlotly, needsWebGL, type PlotlyElement, type PlotlyFigure, viewsOf } from "./plotly";
import { paperColour, plotlyTemplate } from "./plotlyTheme";

/** Below this many pixels a 3D box that fills a wide figure would be cut off at the sides. */
const narrow = 480;

/** A figure is at most a few screens high. */
const greatestHeight = 4000;

/** A picture of a figure is at least this wide, also on a telephone: its title must fit. */
const leastPictureWidth = 760;

/** Draw a little before a figure scrolls into view; give up its drawing when it is some screens away. */
const near = "400px";
const far = "2500px";

/**
 * A plotly.js figure. It is drawn only while near the view: browsers allow about 16 WebGL surfaces,
 * and a lesson may hold more. Where the reader left a 3D view is kept.
 */
export class Figure implements Rendered {
  readonly element = h("div", { class: "figure" });
  private readonly plot = h("div", { class: "plot", role: "figure" });
  private readonly frame = h("div", { class: "figure-frame" }, this.plot);
  private readonly observers: { disconnect(): void }[] = [];
  private readonly forgetTheme = onThemeChange(() => void this.applyTheme());
  private view: Record<string, Camera> = {};
  private drawn = false;
  private wanted = false;

  constructor(private figure: PlotlyFigure, bundle: Bundle) {
    this.element.append(this.frame, figureTools(this.element, format => this.save(format)));
    // The wheel scrolls the lesson, even over a figure; with Ctrl, or two fingers, it zooms a 3D view.
    this.element.addEventListener("wheel", event => event.ctrlKey || event.metaKey || event.stopPropagation(), { capture: true, passive: true });
    listenToKeys(this.plot, () => this.figure);
    this.describe(bundle);
    this.observe(near, visible => visible && void this.draw());
    if (needsWebGL(this.figure)) {
      this.observe(far, visible => !visible && this.release());
    }

    const resizes = new ResizeObserver(() => this.fit());
    resizes.observe(this.frame);
    this.observers.push(resizes);
  }

  update(value: unknown, bundle: Bundle): void {
    this.figure = value as PlotlyFigure;
    this.describe(bundle);
    if (this.drawn) {
      void this.redraw();
    }
  }

  dispose(): void {
    this.release();
    this.forgetTheme();
    this.observers.forEach(observer => observer.disconnect());
  }

  private observe(margin: string, seen: (visible: boolean) => void): void {
    const observer = new IntersectionObserver(entries => seen(entries.at(-1)!.isIntersecting), { rootMargin: `${margin} 0px` });
    observer.observe(this.element);
    this.observers.push(observer);
  }

  private describe(bundle: Bundle): void {
    const title = this.figure.layout?.title as { text?: string } | string | undefined;
    const text = "text/plain" in bundle ? asText(bundle["text/plain"]) : typeof title === "string" ? title : title?.text;
    this.plot.setAttribute("aria-label", text ?? "Figure");
    offerKeys(this.plot, this.figure);
    this.element.style.setProperty("--own-height", `${this.ownHeight}px`);
  }

  private get ownHeight(): number {
    return Math.min(Number(this.figure.layout?.height ?? defaultHeight), greatestHeight);
  }

  private fit(): void {
    if (this.frame.clientWidth > 0) {
      fit(this.plot, this.frame, this.figure, this.ownHeight);
      if (this.drawn) {
        void window.Plotly?.Plots.resize(this.plot);
      }
    }
  }

  /** Makes a file of the figure as it stands: turned, zoomed, at this frame of its animation. */
  private async save(format: PictureFormat): Promise<void> {
    const plotly = await loadPlotly();
    const { data, layout } = this.drawn ? this.plot as unknown as PlotlyElement : { data: this.figure.data, layout: this.layout() };
    const theme = currentTheme();
    await plotly.downloadImage(
      { data, layout: { ...layout, paper_bgcolor: paperColour(theme), template: plotlyTemplate(theme) } },
      { format, filename: pictureName(this.element), width: Math.max(this.plot.clientWidth, leastPictureWidth), height: this.ownHeight, scale: format === "png" ? 2 : 1 });
  }

  private async draw(): Promise<void> {
    if (this.wanted) {
      return;
    }

    this.wanted = true;
    try {
      const plotly = await loadPlotly();
      if (this.wanted) {
        this.fit();
        await plotly.newPlot(this.plot, this.figure.data, this.layout(), this.config());
        this.drawn = true;
        await this.addFrames();
      }
    } catch (error) {
      this.wanted = false;
      this.plot.textContent = `This figure could not be drawn: ${(error as Error).message}`;
    }
  }

  private async redraw(): Promise<void> {
    await window.Plotly?.react(this.plot, this.figure.data, this.layout(), this.config());
    await this.addFrames();
  }

  private async addFrames(): Promise<void> {
    if (this.figure.frames?.length) {
      await window.Plotly?.addFrames(this.plot, this.figure.frames);
    }
  }

  private release(): void {
    this.wanted = false;
    if (this.drawn) {
      this.drawn = false;
      this.view = camerasOf((this.plot as unknown as PlotlyElement).layout);
      window.Plotly?.purge(this.plot);
    }
  }

  private async applyTheme(): Promise<void> {
    if (this.drawn) {
      await window.Plotly?.relayout(this.plot, { template: plotlyTemplate(currentTheme()) });
    }
  }

  private layout(): object {
    const { width: _, height: __, ...layout } = structuredClone(this.figure.layout ?? {});
    const cameras = Object.keys(this.view).length > 0 ? this.view : this.element.offsetWidth < narrow ? stepBack(camerasOf(layout)) : {};
    for (const [scene, camera] of Object.entries(cameras)) {
      layout[scene] = { ...(layout[scene] as object), camera };
    }

    return { ...layout, autosize: true, template: plotlyTemplate(currentTheme()) };
  }

  private config(): object {
    return {
      ...this.figure.config,
      responsive: false,
      displaylogo: false,
      scrollZoom: "gl3d",
      // Nothing leaves the machine, whatever the figure asks for; pictures have buttons of their own, and without a mouse the tools would cover the title.
      showLink: false,
      showSendToCloud: false,
      showEditInChartStudio: false,
      modeBarButtonsToRemove: [...(this.figure.config?.modeBarButtonsToRemove ?? []), "sendChartToCloud", "sendDataToCloud", "toImage"],
      displayModeBar: matchMedia("(hover: hover)").matches ? "hover" : false,
    };
  }
}

/** The cameras that are set, such as those that the reader turned. */
function camerasOf(layout: Record<string, unknown>): Record<string, Camera> {
  return Object.fromEntries(viewsOf(layout).flatMap(([scene, camera]) => (camera ? [[scene, camera]] : [])));
}

/** The same cameras from further away. */
function stepBack(cameras: Record<string, Camera>): Record<string, Camera> {
  return Object.fromEntries(Object.entries(cameras).map(([scene, { eye, ...rest }]) =>
    [scene, { ...rest, eye: eye && Object.fromEntries(Object.entries(eye).map(([axis, place]) => [axis, place * 1.6])) }]));
}
