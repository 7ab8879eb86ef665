// Sockets that break, and several of them.
import assert from "node:assert/strict";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { evaluate, finish, literal, pause, run } from "./cells.mjs";

const gates = [5, 15, 25, 35];
const counted = Array.from({ length: 40 }, (_, i) => `${i}\n`).join("");

export const cutInMidCell = client => losesNothing(client, async kernel => {
  const back = reconnected(kernel);
  client.socket.terminate();
  await back;
  await kernel.requestKernelInfo(); // So that the server too has taken the new socket.
});

export const reconnectedInMidCell = client => losesNothing(client, async kernel => {
  await kernel.reconnect();
  await kernel.requestKernelInfo();
});

// The cell waits at each gate until the client has done something to its socket: what was on its way then would be lost with any server.
async function losesNothing(client, interfere) {
  const kernel = await client.start();
  const flags = await mkdtemp(join(tmpdir(), "neurones-"));
  const wait = `while (!System.IO.File.Exists(System.IO.Path.Combine(${literal(flags)}, $"{i}"))) System.Threading.Thread.Sleep(10);`;
  const cell = run(kernel, `for (var i = 0; i < 40; i++) { Console.WriteLine(i); if (i % 10 == 5) ${wait} }\n"counted"`);
  for (const gate of gates) {
    await cell.until("stream", message => message.content.text.endsWith(`${gate}\n`));
    const before = client.sockets.length;
    await interfere(kernel);
    assert.ok(client.sockets.length > before);
    await writeFile(join(flags, `${gate}`), "");
  }
  assert.equal((await cell.done).status, "ok");
  assert.equal(cell.text(), counted);
  assert.equal(cell.only("execute_result").content.data["text/plain"], "counted");
  assert.equal(await connections(client, kernel), 1);
  await rm(flags, { recursive: true });
}

export async function cellEndsWhileNobodyIsThere(client) {
  const kernel = await client.start();
  const flag = join(tmpdir(), `neurones-${process.pid}`);
  const wait = `while (!System.IO.File.Exists(${literal(flag)})) System.Threading.Thread.Sleep(10);`;
  const cell = run(kernel, `Console.WriteLine("now"); ${wait} for (var i = 0; i < 40; i++) Console.WriteLine(i); "late"`);
  await cell.until("stream");
  // A client on a machine that sleeps: the library's own attempt to come back is held up.
  const usual = kernel._createSocket;
  kernel._createSocket = () => {};
  client.socket.terminate();
  for (let i = 0; i < 500 && (await connections(client, kernel)) > 0; i++) await pause(20);
  await writeFile(flag, "");
  for (let i = 0; i < 500 && (await client.send("GET", `api/kernels/${kernel.id}`)).json.execution_state !== "idle"; i++) await pause(20);
  kernel._createSocket = usual;
  await kernel.reconnect();
  assert.equal((await cell.done).status, "ok");
  assert.equal(cell.text(), `now\n${counted}`);
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
  assert.equal(await connections(client, kernel), 2);
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
  assert.equal((await client.send("GET", `api/kernels/${kernel.id}`)).json.execution_state, "busy");
  await writeFile(flag, "");
  assert.equal((await cell.done).status, "ok");
  assert.equal(await evaluate(kernel, "1"), "1");
  await rm(flag);
}

const connections = async (client, kernel) => (await client.send("GET", `api/kernels/${kernel.id}`)).json.connections;

const reconnected = kernel =>
  new Promise(resolve => {
    kernel.connectionStatusChanged.connect(function changed(_, status) {
      if (status === "connected") resolve(kernel.connectionStatusChanged.disconnect(changed));
    });
  });
