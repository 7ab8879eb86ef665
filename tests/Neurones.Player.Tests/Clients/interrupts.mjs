// Interrupts: the cell stops and the variables stay, or the kernel is ended and says so.
import assert from "node:assert/strict";
import { evaluate, finish, run, status } from "./cells.mjs";
import { incarnations } from "./order.mjs";

export const loop = client => stops(client, "while (true) { }");
export const endlessAwait = client => stops(client, "await Task.Delay(-1);");
export const loopOfAwaits = client => stops(client, "while (true) await Task.Yield();");
export const sleep = client => stops(client, "System.Threading.Thread.Sleep(-1);");

async function stops(client, code) {
  const kernel = await client.start();
  await finish(kernel, "int kept = 5;");
  const cell = run(kernel, `Console.WriteLine("now");\n${code}`);
  const queued = run(kernel, "kept = 6;");
  await cell.until("stream");
  await kernel.interrupt();
  assert.deepEqual(client.answers.filter(answer => answer.path.endsWith("/interrupt")).map(answer => answer.status), [204]);
  assert.equal((await cell.done).status, "error");
  assert.notEqual(cell.only("error").content.evalue, "");
  assert.equal((await queued.done).status, "aborted");
  assert.equal(await evaluate(kernel, "kept"), "5");
  assert.equal(incarnations(client.received).length, 1);
}

export async function nothingRuns(client) {
  const kernel = await client.start();
  await kernel.interrupt();
  assert.equal(await evaluate(kernel, "1 + 1"), "2");
}

export async function whatCannotBeStopped(client) {
  const kernel = await client.start();
  await finish(kernel, "int lost = 5;");
  // One library call that runs for minutes.
  const cell = run(kernel, 'Console.WriteLine("now"); System.Threading.Thread.SpinWait(int.MaxValue); System.Threading.Thread.SpinWait(int.MaxValue);');
  await cell.until("stream");
  const restarting = status(kernel, "autorestarting");
  await kernel.interrupt();
  const reply = await cell.done;
  assert.equal(reply.status, "error");
  assert.match(cell.only("error").content.evalue, /did not stop within .* state is lost/);
  await restarting;
  const after = await finish(kernel, "lost");
  assert.match(after.only("error").content.evalue, /CS0103/);
  assert.equal(incarnations(client.received).length, 2);
}
