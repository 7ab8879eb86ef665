import { h } from "../dom";

const foldedHeight = 640;

/** Keeps a long output from burying the lesson: shows its beginning, and the rest on demand. */
export class Fold {
  readonly element: HTMLElement;
  private readonly toggle = h("button", { type: "button", class: "fold-toggle", onclick: () => this.setOpen(!this.open) });
  private readonly observer: ResizeObserver;
  private open = false;

  constructor(content: HTMLElement) {
    this.element = h("div", { class: "fold" }, h("div", { class: "fold-content" }, content), this.toggle);
    this.element.style.setProperty("--folded-height", `${foldedHeight}px`);
    this.setOpen(false);
    this.observer = new ResizeObserver(() => {
      // Folding must save something worth saving.
      this.element.classList.toggle("long", content.offsetHeight > foldedHeight * 1.25);
      // What is too wide can be scrolled by the keyboard, too.
      if (content.scrollWidth > content.clientWidth) {
        content.tabIndex = 0;
      } else {
        content.removeAttribute("tabindex");
      }
    });
    this.observer.observe(content);
  }

  dispose(): void {
    this.observer.disconnect();
  }

  private setOpen(open: boolean): void {
    this.open = open;
    this.element.classList.toggle("open", open);
    this.toggle.textContent = open ? "Show less" : "Show all";
    this.toggle.setAttribute("aria-expanded", String(open));
  }
}
