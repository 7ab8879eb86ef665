/** Keeps what a running cell shows in sight, until the reader scrolls or does something else. */
export function follow(outputs: HTMLElement): void {
  const end = new AbortController();
  const look = () => {
    const figure = outputs.querySelector(".figure, .image");
    (figure ?? outputs).scrollIntoView({ block: figure ? "start" : "nearest", behavior: "instant" });
  };
  const changes = new MutationObserver(look);
  const sizes = new ResizeObserver(look);
  end.signal.addEventListener("abort", () => {
    changes.disconnect();
    sizes.disconnect();
  });
  changes.observe(outputs, { childList: true });
  sizes.observe(outputs);
  for (const deed of ["keydown", "wheel", "pointerdown"]) {
    addEventListener(deed, () => end.abort(), { capture: true, signal: end.signal });
  }
}
