import { h } from "./dom";
import { icon } from "./icons";
import { currentTheme, onThemeChange, toggleTheme } from "./theme";

/** The bar at the top: the way back to the contents, the lesson's toolbar, the theme. */
export class Header {
  readonly element: HTMLElement;
  private readonly place = h("div", { class: "header-place" });

  constructor() {
    const home = h("a", { href: "#/", class: "home", title: "Contents" }, icon("contents"), h("span", {}, "Neurones"));
    this.element = h("header", { class: "header" }, home, this.place, themeButton());
  }

  show(toolbar: HTMLElement | undefined): void {
    this.place.replaceChildren(...(toolbar ? [toolbar] : []));
  }
}

function themeButton(): HTMLElement {
  const element = h("button", { type: "button", class: "button quiet theme", onclick: toggleTheme });
  const show = () => {
    const dark = currentTheme() === "dark";
    element.setAttribute("aria-label", dark ? "Light colours" : "Dark colours");
    element.title = dark ? "Light colours" : "Dark colours";
    element.replaceChildren(icon(dark ? "sun" : "moon"));
  };
  onThemeChange(show);
  show();
  return element;
}
