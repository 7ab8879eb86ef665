// What `neurones export` opens in a browser without a window: it takes one figure after the other and gives their pictures back.
import { drawPixels, drawSvg, type Order } from "./picture";

const headers = { Authorization: `token ${new URLSearchParams(location.search).get("token")}` };

async function answer(order: Order): Promise<void> {
  try {
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
