import { button, h } from "../dom";
import { icon } from "../icons";

export type PictureFormat = "png" | "svg";

/** A figure's own buttons: it fills the screen, or becomes a file. */
export function figureTools(figure: HTMLElement, save: (format: PictureFormat) => Promise<void>): HTMLElement {
  const failure = h("span", { class: "figure-failure", role: "status" });
  const download = (format: PictureFormat) => {
    const element = button(icon("download"), format.toUpperCase(), () => {
      failure.textContent = "";
      save(format).catch((error: Error) => (failure.textContent = `The picture could not be made: ${error.message}`));
    }, "quiet");
    element.title = `Save the figure as ${format.toUpperCase()}: as it stands now, in the page's colours`;
    return element;
  };
  return h("div", { class: "figure-tools", role: "group", "aria-label": "Figure" }, failure, document.fullscreenEnabled ? enlarge(figure) : undefined, download("png"), download("svg"));
}

function enlarge(figure: HTMLElement): HTMLElement {
  const element = button(icon("fullScreen"), "Enlarge", () => void (document.fullscreenElement === figure ? document.exitFullscreen() : figure.requestFullscreen()), "quiet enlarge");
  element.title = "Let the figure fill the screen";
  figure.addEventListener("fullscreenchange", () => (element.lastElementChild!.textContent = document.fullscreenElement === figure ? "Back" : "Enlarge"));
  return element;
}
