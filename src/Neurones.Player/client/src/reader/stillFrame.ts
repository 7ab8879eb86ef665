import { h } from "../dom";
import { asText, type Rendered } from "../output/bundle";
import { currentTheme, onThemeChange } from "../theme";
import { frameStyle } from "./frameStyle";

/**
 * A lesson's HTML in a frame of its own, where no script runs, no form is sent and nothing is fetched.
 * Since nothing runs there, the frame may keep the page's origin, so that the page can see how high it is.
 */
export class StillFrame implements Rendered {
  readonly element: HTMLElement;
  private readonly frame = h("iframe", { sandbox: "allow-same-origin", title: "Output", class: "html-frame" });
  private readonly forgetTheme = onThemeChange(() => this.applyTheme());
  private readonly resizes = new ResizeObserver(() => this.fit());

  constructor(html: unknown) {
    this.element = this.frame;
    this.frame.addEventListener("load", () => {
      this.applyTheme();
      this.resizes.observe(this.frame.contentDocument!.body);
    });
    this.update(html);
  }

  update(html: unknown): void {
    this.frame.srcdoc = `<!doctype html><html lang="${document.documentElement.lang}"><title>Output</title><style>${frameStyle}</style><body><div id="output">${asText(html)}</div>`;
  }

  dispose(): void {
    this.resizes.disconnect();
    this.forgetTheme();
  }

  private applyTheme(): void {
    this.frame.contentDocument?.documentElement.setAttribute("data-theme", currentTheme());
  }

  private fit(): void {
    const body = this.frame.contentDocument!.body;
    const scrollbar = body.scrollWidth > body.clientWidth ? 16 : 0;
    this.frame.style.height = `${Math.min(Math.ceil(body.getBoundingClientRect().height) + scrollbar, 20_000)}px`;
  }
}
