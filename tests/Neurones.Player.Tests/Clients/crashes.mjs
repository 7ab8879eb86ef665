// Crashes: the cell says why, the client hears of the restart, and the kernel can be used again.
import assert from "node:assert/strict";
import { evaluate, finish, run, status } from "./cells.mjs";
import { incarnations } from "./order.mjs";

export const failFast = client => crashes(client, 'Environment.FailFast("on purpose");', /The kernel stopped because/);
export const stackOverflow = client => crashes(client, "int F(int n) => F(n + 1) + 1;\nF(0)", /the stack overflowed/);
export const exit = client => crashes(client, "Environment.Exit(3);", /exit code 3/);

async function crashes(client, code, cause) {
  const kernel = await client.start();
  await finish(kernel, "int x = 5;");
  const restarting = status(kernel, "autorestarting");
  const crashing = run(kernel, code);
  const queued = run(kernel, "x");
  // The library cancels what waits as soon as it hears of the restart: the answers must come before.
  const [reply, aborted] = await Promise.all([crashing.done, queued.done]);
  assert.equal(reply.status, "error");
  assert.equal(crashing.only("error").content.evalue, reply.evalue);
  assert.match(reply.evalue, cause);
  assert.match(reply.evalue, /state is lost/);
  assert.equal(aborted.status, "aborted");
  await restarting;
  await usableAndFresh(client, kernel);
}

export async function killed(client) {
  const kernel = await client.start();
  const id = Number(await evaluate(kernel, "int x = 5; Environment.ProcessId"));
  const restarting = status(kernel, "autorestarting");
  const cell = run(kernel, 'Console.WriteLine("now"); await Task.Delay(-1);');
  await cell.until("stream");
  process.kill(id, "SIGKILL");
  assert.equal((await cell.done).status, "error");
  assert.match(cell.only("error").content.evalue, /The kernel stopped because/);
  await restarting;
  await usableAndFresh(client, kernel);
}

export async function killedWhileIdle(client) {
  const kernel = await client.start();
  const id = Number(await evaluate(kernel, "int x = 5; Environment.ProcessId"));
  const restarting = status(kernel, "autorestarting");
  process.kill(id, "SIGKILL");
  await restarting;
  await usableAndFresh(client, kernel);
}

async function usableAndFresh(client, kernel) {
  const cell = await finish(kernel, "x");
  assert.match(cell.only("error").content.evalue, /CS0103/);
  assert.equal(cell.reply.execution_count, 1);
  assert.equal(await evaluate(kernel, "6 * 7"), "42");
  const told = client.received.filter(message => message.content.execution_state === "restarting");
  assert.equal(told.length, 1);
  assert.deepEqual(told[0].parent_header, {});
  const sessions = incarnations(client.received);
  assert.equal(sessions.length, 2);
  assert.equal(told[0].header.session, sessions[0]);
}

/** Against a server whose kernels end before they answer. */
export async function neverStarts(client) {
  const kernel = await client.kernels.startNew({ name: ".net-csharp" });
  await status(kernel, "dead");
  const own = client.received.filter(message => message.header.msg_type === "status" && !message.parent_header.msg_id);
  const states = own.map(message => message.content.execution_state);
  assert.deepEqual([states[0], states.at(-1)], ["restarting", "dead"]);
  assert.equal((await client.send("GET", `api/kernels/${kernel.id}`)).json.execution_state, "dead");
}
