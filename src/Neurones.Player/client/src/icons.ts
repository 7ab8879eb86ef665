const shapes = {
  run: '<path d="M5 3.2v9.6L13 8z" fill="currentColor"/>',
  runAll: '<path d="M2 3.2v9.6L8.5 8zM8.5 3.2v9.6L15 8z" fill="currentColor"/>',
  runToHere: '<path d="M3 2h10M8 4.5v6M5 8l3 3 3-3M3 14h10"/>',
  stop: '<rect x="3.5" y="3.5" width="9" height="9" rx="1.5" fill="currentColor"/>',
  restart: '<path d="M13 8a5 5 0 1 1-1.6-3.7M13 2v3h-3"/>',
  sun: '<circle cx="8" cy="8" r="3"/><path d="M8 1v1.5M8 13.5V15M1 8h1.5M13.5 8H15M3 3l1 1M12 12l1 1M13 3l-1 1M4 12l-1 1"/>',
  moon: '<path d="M13.5 9.6A6 6 0 0 1 6.4 2.5a6 6 0 1 0 7.1 7.1z"/>',
  contents: '<path d="M2.5 4h11M2.5 8h11M2.5 12h7"/>',
  restore: '<path d="M3 5h6.5a3.5 3.5 0 0 1 0 7H6M5.5 2.5 3 5l2.5 2.5"/>',
  goOn: '<path d="M3 8h9M8.5 4.5 12 8l-3.5 3.5"/>',
  present: '<path d="M2 3h12v8H2zM8 11v3M5.5 14h5"/>',
  previous: '<path d="M10 3 5 8l5 5"/>',
  next: '<path d="m6 3 5 5-5 5"/>',
  fullScreen: '<path d="M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10"/>',
  close: '<path d="m3.5 3.5 9 9M12.5 3.5l-9 9"/>',
  download: '<path d="M8 2v8M4.8 7.2 8 10.4l3.2-3.2M3 13.5h10"/>',
  print: '<path d="M4.5 6V2h7v4M4.5 11.5h-2V6h11v5.5h-2M4.5 9.5h7V14h-7z"/>',
  done: '<path d="m3.5 8.5 3 3 6-7"/>',
};

/** A 16-pixel icon in the colour of the text around it; decoration only, so hidden from screen readers. */
export function icon(name: keyof typeof shapes): SVGSVGElement {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 16 16");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  svg.innerHTML = shapes[name];
  return svg;
}
