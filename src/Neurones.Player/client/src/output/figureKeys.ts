import type { PlotlyElement } from "./plotly";

interface Slider {
  active?: number;
  currentvalue?: { prefix?: string };
  steps: { label: string; method: "animate"; args: [string[], object?] }[];
}

/** plotly.js draws its buttons and sliders for the mouse alone: this gives them to the keyboard and to those who listen, too. */
export function giveKeys(plot: HTMLElement): void {
  plot.querySelectorAll<SVGElement>(".updatemenu-button").forEach(makeButton);
  plot.querySelectorAll<SVGElement>(".slider-group").forEach((element, index) => makeSlider(element, index, plot as PlotlyElement));
}

function makeButton(element: SVGElement): void {
  describe(element, "button", element.textContent ?? "");
  element.addEventListener("keydown", event => {
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      element.dispatchEvent(new MouseEvent("click", { bubbles: true }));
    }
  });
}

function makeSlider(element: SVGElement, index: number, plot: PlotlyElement): void {
  const slider = () => (plot.layout.sliders as Slider[])[index]!;
  const show = (active: number) => {
    const { steps } = slider();
    element.setAttribute("aria-valuenow", String(active));
    element.setAttribute("aria-valuetext", steps[active]?.label ?? "");
  };
  describe(element, "slider", (slider().currentvalue?.prefix ?? "").trim() || "Frame");
  element.setAttribute("aria-valuemin", "0");
  element.setAttribute("aria-valuemax", String(slider().steps.length - 1));
  show(slider().active ?? 0);
  element.addEventListener("focus", () => show(slider().active ?? 0));
  element.addEventListener("keydown", event => {
    const { active = 0, steps } = slider();
    const last = steps.length - 1;
    const next = { ArrowRight: active + 1, ArrowUp: active + 1, ArrowLeft: active - 1, ArrowDown: active - 1, Home: 0, End: last }[event.key];
    if (next !== undefined) {
      event.preventDefault();
      const wanted = Math.min(Math.max(next, 0), last);
      show(wanted);
      void window.Plotly?.animate(plot, ...steps[wanted]!.args);
    }
  });
}

function describe(element: SVGElement, role: string, name: string): void {
  element.setAttribute("role", role);
  element.setAttribute("aria-label", name);
  element.setAttribute("tabindex", "0");
}
