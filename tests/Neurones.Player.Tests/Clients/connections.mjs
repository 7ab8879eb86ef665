// Sockets that break, and several of them.
import assert from "node:assert/strict";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { rm, writeFile } from "node:fs/promises";
import { evaluate, finish, literal, pause, run } from "./cells.mjs";

const counting = 'for (var i = 0; i < 40; i++) { Console.WriteLine(i); await Task.Delay(50); }\n"counted"';
const counted = Array.from({ length: 40 }, (_, i) => `${i}\n`).join("");

export const cutInMidCell = client => losesNothing(client, () => client.socket.terminate());
export const reconnectedInMidCell = client => losesNothing(client, kernel => kernel.reconnect());
export const cutAgainAndAgain = client =>
  losesNothing(client, async () => {
    for (let i = 0; i < 3; i++, await pause(150)) client.socket.terminate();
  });

async function losesNothing(client, interfere) {
  const kernel = await client.start();
  const cell = run(kernel, counting);
  await cell.until("stream", message => message.content.text.includes("5"));
  const before = client.sockets.length;
  await interfere(kernel);
  assert.equal((await cell.done).status, "ok");
  assert.ok(client.sockets.length > before);
  assert.equal(cell.text(), counted);
  assert.equal(cell.only("execute_result").content.data["text/plain"], "counted");
  assert.equal((await client.send("GET", `api/kernels/${kernel.id}`)).json.connections, 1);
}

export async function cellEndsWhileNobodyIsThere(client) {
  const kernel = await client.start();
  const flag = join(tmpdir(), `neurones-${process.pid}`);
  const cell = run(kernel, `Console.WriteLine("now"); await Task.Delay(500); System.IO.File.WriteAllText(${literal(flag)}, ""); "late"`);
  await cell.until("stream");
  // A client on a machine that sleeps: the library's own attempt to come back is held up.
  const usual = kernel._createSocket;
  clearTimeout(kernel._reconnectTimeout);
  kernel._createSocket = () => {};
  client.socket.terminate();
  await pause(1500);
  kernel._createSocket = usual;
  await kernel.reconnect();
  assert.equal((await cell.done).status, "ok");
  assert.equal(cell.only("execute_result").content.data["text/plain"], "late");
  await rm(flag);
}

export async function secondClient(client) {
  const kernel = await client.start();
  const other = client.another();
  const watching = other.kernels.connectTo({ model: kernel.model });
  await watching.info;
  assert.notEqual(watching.clientId, kernel.clientId);

  const cell = await finish(kernel, 'Console.WriteLine("to all"); 6 * 7');
  await finish(watching, "1"); // Behind it, so that all of it has come.
  const heard = other.received.filter(message => message.parent_header.msg_id === cell.id);
  assert.deepEqual(
    heard.map(message => message.header.msg_type),
    client.received.filter(message => message.parent_header.msg_id === cell.id && message.channel === "iopub").map(message => message.header.msg_type),
  );
  assert.ok(heard.some(message => message.content.text === "to all\n"));
  assert.ok(heard.every(message => message.channel === "iopub" && message.parent_header.session === kernel.clientId));
  assert.ok(!client.received.some(message => message.channel === "shell" && message.parent_header.session !== kernel.clientId));
  assert.equal((await client.send("GET", `api/kernels/${kernel.id}`)).json.connections, 2);
  await other.dispose();
}

export async function kernelInfoWhileACellRuns(client) {
  const kernel = await client.start();
  const flag = join(tmpdir(), `neurones-info-${process.pid}`);
  // It ends only after the answer: the client writes the file when it has it.
  const cell = run(kernel, `Console.WriteLine("now"); while (!System.IO.File.Exists(${literal(flag)})) System.Threading.Thread.Sleep(20); "ended"`);
  await cell.until("stream");
  const { content } = await kernel.requestKernelInfo();
  assert.equal(content.status, "ok");
  assert.equal(cell.all("execute_result").length, 0);
  await writeFile(flag, "");
  assert.equal((await cell.done).status, "ok");
  assert.equal(await evaluate(kernel, "1"), "1");
  await rm(flag);
}
