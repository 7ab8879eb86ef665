// Restarts: a new process under the same identifier.
import assert from "node:assert/strict";
import { evaluate, finish, run } from "./cells.mjs";
import { incarnations } from "./order.mjs";

export async function stateIsLost(client) {
  const kernel = await client.start();
  const { id } = kernel;
  await finish(kernel, "int x = 5;");
  await kernel.restart();
  assert.equal(kernel.id, id);
  assert.equal(client.answers.find(answer => answer.path.endsWith("/restart")).status, 200);
  const cell = await finish(kernel, "x");
  assert.match(cell.only("error").content.evalue, /CS0103/);
  assert.equal(cell.reply.execution_count, 1);
  assert.equal(await evaluate(kernel, "6 * 7"), "42");
  assert.equal(incarnations(client.received).length, 2);
  assert.equal((await client.send("GET", `api/kernels/${id}`)).json.id, id);
}

export async function inMidCell(client) {
  const kernel = await client.start();
  const flood = run(kernel, 'while (true) Console.WriteLine("old");');
  const queued = run(kernel, 'Console.WriteLine("never");');
  await flood.until("stream");
  const ended = Promise.allSettled([flood.done, queued.done]);
  await kernel.restart();
  assert.deepEqual((await ended).map(one => one.status), ["rejected", "rejected"]);

  assert.equal(await evaluate(kernel, '"new"'), "new");
  const sessions = incarnations(client.received);
  assert.equal(sessions.length, 2);
  const ofTheNew = client.received.filter(message => message.header.session === sessions[1]);
  assert.ok(!ofTheNew.some(message => [flood.id, queued.id].includes(message.parent_header.msg_id)));
}

export async function againAndAgain(client) {
  const kernel = await client.start();
  for (let i = 0; i < 3; i++) {
    await kernel.restart();
    assert.equal((await finish(kernel, "int x = 1;")).reply.execution_count, 1);
  }
  assert.equal(incarnations(client.received).length, 4);
}
