import { type PlotlyElement, type PlotlyFigure, type Point, viewsOf } from "./plotly";

const turn = 10 * Math.PI / 180;
const steepest = 85 * Math.PI / 180;
const usualEye: Point = { x: 1.25, y: 1.25, z: 1.25 };

/** Lets the keyboard do what the mouse does: arrows turn a 3D view, or go through the frames of an animation, which Space plays and stops. */
export function listenToKeys(plot: HTMLElement, figure: () => PlotlyFigure): void {
  let playing = false;
  const animate = async (names: (string | null)[] | null, options?: object) => {
    playing = names === null;
    await window.Plotly?.animate(plot, names, options);
    playing = false;
  };
  plot.addEventListener("keydown", event => {
    const deed = plot.matches(":focus-visible") ? deedOf(event, plot as PlotlyElement, figure(), playing, animate) : undefined;
    if (deed) {
      event.preventDefault();
      deed();
    }
  });
}

/** Says that the figure answers to keys, if it does. */
export function offerKeys(plot: HTMLElement, figure: PlotlyFigure): void {
  const keys = figure.frames?.length ? "ArrowLeft ArrowRight Space" : viewsOf(figure.layout ?? {}).length > 0 ? "ArrowLeft ArrowRight ArrowUp ArrowDown" : undefined;
  if (keys) {
    plot.tabIndex = 0;
    plot.setAttribute("aria-keyshortcuts", keys);
  } else {
    plot.removeAttribute("tabindex");
    plot.removeAttribute("aria-keyshortcuts");
  }
}

function deedOf({ key }: KeyboardEvent, plot: PlotlyElement, figure: PlotlyFigure, playing: boolean, animate: (names: (string | null)[] | null, options?: object) => void): (() => void) | undefined {
  const across = key === "ArrowLeft" ? -1 : key === "ArrowRight" ? 1 : 0;
  const up = key === "ArrowDown" ? -1 : key === "ArrowUp" ? 1 : 0;
  if (figure.frames?.length) {
    const name = across === 0 ? undefined : figure.frames[active(plot) + across]?.name;
    return name ? () => animate([name]) : key === " " ? () => (playing ? animate([null]) : animate(null, playOptions(figure))) : undefined;
  }

  const views = viewsOf(plot.layout ?? {});
  return views.length > 0 && (across !== 0 || up !== 0)
    ? () => void window.Plotly?.relayout(plot, Object.fromEntries(views.map(([scene, camera]) => [`${scene}.camera.eye`, turned({ ...usualEye, ...camera?.eye }, across * turn, up * turn)])))
    : undefined;
}

function active(plot: PlotlyElement): number {
  return (plot.layout.sliders as { active?: number }[] | undefined)?.[0]?.active ?? 0;
}

/** How fast the figure's own button plays it. */
function playOptions({ layout }: PlotlyFigure): object | undefined {
  const menus = (layout?.updatemenus ?? []) as { buttons?: { args?: [unknown, object?] }[] }[];
  return menus.flatMap(menu => menu.buttons ?? []).find(button => button.args?.[0] === null)?.args?.[1];
}

function turned({ x, y, z }: Point, around: number, up: number): Point {
  const away = Math.hypot(x, y, z);
  const along = Math.atan2(y, x) + around;
  const above = Math.max(-steepest, Math.min(steepest, Math.asin(z / away) + up));
  return { x: away * Math.cos(above) * Math.cos(along), y: away * Math.cos(above) * Math.sin(along), z: away * Math.sin(above) };
}
