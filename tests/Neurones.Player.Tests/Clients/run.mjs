// node run.mjs SCRIPT CASE PRODUCT: runs one test case of a script with a client of the server at NEURONES_URL.
import { inspect } from "node:util";
import { Client } from "./client.mjs";
import { checkOrder } from "./order.mjs";

const [script, name, product] = process.argv.slice(2);
const client = new Client(product, process.env.NEURONES_URL, process.env.NEURONES_TOKEN);

async function fail(error) {
  console.error(error);
  for (const { channel, header, content } of client.received.slice(-25)) {
    console.error(channel, header.msg_type, inspect(content, { breakLength: Infinity, maxStringLength: 200 }));
  }
  await client.dispose();
  process.exit(1);
}

process.on("uncaughtException", fail);
process.on("unhandledRejection", reason => {
  // What the library awaits by itself ends with its kernel: only our own promises count.
  if (!/^(Canceled|Kernel connection disconnected|Kernel info reply errored)/.test(reason?.message ?? reason)) fail(reason);
});
setTimeout(() => fail(new Error("The case did not end in time.")), Number(process.env.NEURONES_LIMIT));

const cases = await import(`./${script}.mjs`);
await cases[name](client);
checkOrder(client.received);
await client.dispose();
process.exit(0);
