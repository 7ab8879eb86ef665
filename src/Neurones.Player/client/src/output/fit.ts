/** Below this width a figure isn't drawn larger than on the page: its legend and titles need the room. */
const leastWidth = 700;

/**
 * Draws a figure at the size of its frame. Higher or lower than it was made for, all of it grows or shrinks alike, letters too,
 * so that it is readable on a projector and whole on a small screen.
 */
export function fit(plot: HTMLElement, frame: HTMLElement, ownHeight: number): void {
  const { clientWidth: width, clientHeight: height } = frame;
  const tall = height / ownHeight;
  const scale = tall < 1 ? tall : Math.max(1, Math.min(tall, width / leastWidth));
  plot.style.width = `${width / scale}px`;
  plot.style.height = `${height / scale}px`;
  plot.style.transform = scale === 1 ? "" : `scale(${scale})`;
}
