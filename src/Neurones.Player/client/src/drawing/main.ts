// What `neurones export` opens in a browser without a window: it takes one figure after the other and gives their pictures back.
import { drawPixels, drawSvg, type Order } from "./picture";

const headers = { Authorization: `token ${new URLSearchParams(location.search).get("token")}` };

async function answer(order: Order): Promise<void> {
  try {
    Math.random = sameEachTime(); // plotly.js names the parts of an SVG by chance: the same figure is to give the same file.
    if (order.format === "svg") {
      await post("/picture", await drawSvg(order));
    } else {
      const { width, height, data } = await drawPixels(order);
      await post(`/pixels?width=${width}&height=${height}`, data);
    }
  } catch (error) {
    await post("/failure", (error as Error).message);
  }
}

/** Knuth and Lewis' generator, from the same start. */
function sameEachTime(): () => number {
  let state = 0;
  return () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
}

async function post(path: string, body: BodyInit): Promise<void> {
  await fetch(path, { method: "POST", headers, body });
}

try {
  for (;;) {
    await answer(await (await fetch("/order", { headers })).json() as Order);
  }
} finally {
  window.close(); // The command has ended, so nobody needs this browser.
}
