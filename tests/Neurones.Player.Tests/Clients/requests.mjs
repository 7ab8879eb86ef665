// The smaller requests of a notebook's front end.
import assert from "node:assert/strict";
import { evaluate, finish } from "./cells.mjs";
import { incarnations } from "./order.mjs";

export async function complete(client) {
  const kernel = await client.start();
  await finish(kernel, "var temperature = 20.5;");
  // 🧠 is one code point and two UTF-16 units: offsets count code points.
  const code = '/* 🧠 */ Console.WriteL';
  const { content } = await kernel.requestComplete({ code, cursor_pos: [...code].length });
  assert.equal(content.status, "ok");
  assert.ok(content.matches.includes("WriteLine"), content.matches.join());
  assert.deepEqual([content.cursor_start, content.cursor_end], [[...code].length - "WriteL".length, [...code].length]);
  assert.equal(typeof content.metadata, "object");
  const ours = await kernel.requestComplete({ code: "temper", cursor_pos: 6 });
  assert.ok(ours.content.matches.includes("temperature"));
}

export async function inspect(client) {
  const kernel = await client.start();
  const { content } = await kernel.requestInspect({ code: "Math.Sqrt(2)", cursor_pos: 7, detail_level: 0 });
  assert.equal(content.status, "ok");
  assert.equal(content.found, true);
  assert.match(content.data["text/plain"], /Sqrt/);
  assert.equal(typeof content.metadata, "object");
  const nothing = await kernel.requestInspect({ code: "  ", cursor_pos: 1, detail_level: 0 });
  assert.equal(nothing.content.status, "ok");
  assert.equal(nothing.content.found, false);
}

export async function isComplete(client) {
  const kernel = await client.start();
  const ask = async code => (await kernel.requestIsComplete({ code })).content;
  assert.equal((await ask("1 + 1")).status, "complete");
  const open = await ask("if (true) {");
  assert.equal(open.status, "incomplete");
  assert.equal(typeof open.indent, "string");
}

export async function historyAndComms(client) {
  const kernel = await client.start();
  const history = await kernel.requestHistory({ output: false, raw: true, hist_access_type: "tail", n: 10 });
  assert.deepEqual(history.content, { status: "ok", history: [] });
  const comms = await kernel.requestCommInfo({ target_name: "jupyter.widget" });
  assert.deepEqual(comms.content, { status: "ok", comms: {} });

  const comm = kernel.createComm("unknown-target");
  const closed = new Promise(resolve => (comm.onClose = resolve));
  comm.open({});
  assert.equal((await closed).content.comm_id, comm.commId);
}

export async function unknownRequest(client) {
  const kernel = await client.start();
  const request = client.services.KernelMessage.createMessage({
    msgType: "nonsense_request", channel: "shell", username: "", session: kernel.clientId, content: {},
  });
  const { content, header } = await kernel.sendShellMessage(request, true).done;
  assert.equal(header.msg_type, "nonsense_reply");
  assert.equal(content.status, "error");
  assert.equal(await evaluate(kernel, "1 + 1"), "2");
}

export async function halfAnEmoji(client) {
  const kernel = await client.start();
  // A string of JavaScript may hold half of a pair of surrogates, JSON passes it on, and it is no Unicode.
  const cell = await finish(kernel, '"\ud83e".Length');
  assert.equal(cell.reply.status, "error");
  assert.equal(cell.only("error").content.evalue, cell.reply.evalue);
  assert.equal(await evaluate(kernel, "1 + 1"), "2");
  assert.equal(incarnations(client.received).length, 1);
}
