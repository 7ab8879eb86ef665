import { h } from "../dom";
import { currentTheme, onThemeChange } from "../theme";
import { asText, type Rendered } from "./bundle";
import { Fold } from "./fold";

/** A lesson's HTML in a frame of its own, which can reach neither the page nor the server nor the network. */
export class HtmlFrame implements Rendered {
  readonly element: HTMLElement;
  private readonly frame = h("iframe", { src: "/output-frame", sandbox: "allow-scripts", title: "Output", class: "html-frame" });
  private readonly fold = new Fold(this.frame);
  private readonly forgetTheme = onThemeChange(() => this.send());
  private readonly onMessage = (event: MessageEvent) => this.receive(event);
  // Letters grow with the window in presenter mode.
  private readonly sizes = new ResizeObserver(() => this.send());
  private ready = false;

  constructor(private html: string) {
    this.element = this.fold.element;
    addEventListener("message", this.onMessage);
    this.sizes.observe(this.element);
  }

  update(value: unknown): void {
    this.html = asText(value);
    this.send();
  }

  dispose(): void {
    removeEventListener("message", this.onMessage);
    this.forgetTheme();
    this.sizes.disconnect();
    this.fold.dispose();
  }

  private receive(event: MessageEvent): void {
    if (event.source === null || event.source !== this.frame.contentWindow) {
      return;
    }

    // The lesson's own scripts may say anything here.
    const { ready, height } = (event.data ?? {}) as { ready?: unknown; height?: unknown };
    if (ready) {
      this.ready = true;
      this.send();
    } else if (typeof height === "number") {
      this.frame.style.height = `${Math.min(height, 20_000)}px`;
    }
  }

  private send(): void {
    if (this.ready) {
      // The frame's origin is opaque, so there is none to name; the window is ours.
      this.frame.contentWindow?.postMessage({ html: this.html, theme: currentTheme(), size: getComputedStyle(document.documentElement).fontSize }, "*");
    }
  }
}
