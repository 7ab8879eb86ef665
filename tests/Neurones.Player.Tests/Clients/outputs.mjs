// What a cell shows, and how a cell fails.
import assert from "node:assert/strict";
import { evaluate, finish, only, run } from "./cells.mjs";

export async function streamsAndResult(client) {
  const kernel = await client.start();
  const cell = await finish(kernel, 'Console.WriteLine("naïve ∂ 🧠"); Console.Error.WriteLine("beware"); 6 * 7');
  assert.equal(cell.text(), "naïve ∂ 🧠\n");
  assert.equal(cell.text("stderr"), "beware\n");
  assert.equal(cell.only("execute_input").content.execution_count, 1);
  const { content } = cell.only("execute_result");
  assert.equal(content.execution_count, 1);
  assert.equal(content.data["text/plain"], "42");
  assert.deepEqual(cell.reply, { status: "ok", execution_count: 1, payload: [], user_expressions: {} });
  assert.deepEqual(cell.outputs.map(states).filter(Boolean), ["busy", "idle"]);
}

export async function silent(client) {
  const kernel = await client.start();
  const cell = await finish(kernel, "int hidden = 5;", { silent: true });
  assert.equal(cell.all("execute_input").length, 0);
  const next = await finish(kernel, "hidden");
  assert.equal(next.only("execute_result").content.data["text/plain"], "5");
  assert.equal(next.reply.execution_count, 1);
}

export async function displayUpdated(client) {
  const kernel = await client.start();
  const cell = await finish(kernel, 'var shown = display("first"); shown.Update("second");');
  const id = cell.only("display_data").content.transient.display_id;
  assert.ok(id);
  assert.match(cell.only("display_data").content.data["text/plain"], /first/);
  assert.equal(cell.only("update_display_data").content.transient.display_id, id);
  assert.match(cell.only("update_display_data").content.data["text/plain"], /second/);

  // The library passes an update of a later cell to the cell that shows it.
  await finish(kernel, 'shown.Update("third"); display("other");');
  const later = cell.all("update_display_data").at(-1);
  assert.equal(later.content.transient.display_id, id);
  assert.match(later.content.data["text/plain"], /third/);
  const other = client.received.findLast(message => message.header.msg_type === "display_data");
  assert.notEqual(other.content.transient.display_id, id);
}

export async function runtimeError(client) {
  const kernel = await client.start();
  const cell = await finish(kernel, 'int x = 3;\nConsole.WriteLine("before");\nthrow new InvalidOperationException("broken");');
  const { content } = cell.only("error");
  assert.match(content.ename, /InvalidOperationException$/);
  assert.match(content.evalue, /broken/);
  assert.ok(content.traceback.length > 0 && content.traceback.every(line => typeof line === "string"));
  assert.match(content.traceback.join("\n"), /line 3/);
  assert.equal(cell.text(), "before\n");
  const { status, ename, evalue, traceback, execution_count } = cell.reply;
  assert.deepEqual({ status, ename, evalue, traceback, execution_count }, { status: "error", ...content, execution_count: 1 });
  assert.equal(await evaluate(kernel, "x"), "3");
}

export async function compileError(client) {
  const kernel = await client.start();
  const cell = await finish(kernel, "int y = 1;\nunknown + 1");
  assert.match(cell.only("error").content.evalue, /CS0103/);
  assert.match(cell.only("error").content.traceback.join("\n"), /unknown/);
  assert.equal(cell.reply.status, "error");
}

export async function errorAbortsWhatIsQueued(client) {
  const kernel = await client.start();
  const cells = ["await Task.Delay(300); throw new Exception();", 'Console.WriteLine("never")', "int never = 1;"].map(code => run(kernel, code));
  const replies = await Promise.all(cells.map(cell => cell.done));
  assert.deepEqual(replies.map(reply => reply.status), ["error", "aborted", "aborted"]);
  assert.equal(cells[1].text(), "");
  assert.equal(await evaluate(kernel, '"alive"'), "alive");
}

export async function errorLetsTheQueueGoOn(client) {
  const kernel = await client.start();
  const failing = run(kernel, "await Task.Delay(300); throw new Exception();", { stop_on_error: false });
  const queued = run(kernel, 'Console.WriteLine("goes on")');
  assert.equal((await failing.done).status, "error");
  assert.equal((await queued.done).status, "ok");
  assert.equal(queued.text(), "goes on\n");
}

export async function outputFlushedBeforeIdle(client) {
  const kernel = await client.start();
  const cell = await finish(kernel, "for (var i = 0; i < 20_000; i++) Console.WriteLine(i);");
  assert.equal(cell.text(), Array.from({ length: 20_000 }, (_, i) => `${i}\n`).join(""));
  const messages = client.received.filter(message => message.parent_header.msg_id === cell.id);
  assert.equal(states(messages.at(-1)), "idle");
  assert.equal(only(messages, "execute_reply"), messages.at(-2));
}

const states = message => message.content.execution_state;
