// Sessions: a notebook's path and its kernel.
import assert from "node:assert/strict";
import { evaluate } from "./cells.mjs";

const list = client => client.services.SessionAPI.listRunning(client.settings);

export async function startedAndFoundAgain(client) {
  const path = `work/${Date.now()}.ipynb`;
  const session = await client.startSession(path);
  assert.equal(await evaluate(session.kernel, "6 * 7"), "42");

  const again = await client.another().startSession(path);
  assert.equal(again.id, session.id);
  assert.equal(again.kernel.id, session.kernel.id);
  const listed = (await list(client)).filter(one => one.path === path);
  assert.equal(listed.length, 1);
  assert.equal(listed[0].name, "a notebook");
  assert.equal(listed[0].type, "notebook");
  assert.equal(listed[0].kernel.id, session.kernel.id);
  assert.equal((await client.sessions.findByPath(path)).id, session.id);
}

export async function renamed(client) {
  const session = await client.startSession(`old-${Date.now()}.ipynb`);
  const path = `new-${Date.now()}.ipynb`;
  await session.setPath(path);
  await session.setName("renamed");
  await session.setType("console");
  const [model] = (await list(client)).filter(one => one.id === session.id);
  assert.deepEqual([model.path, model.name, model.type], [path, "renamed", "console"]);
  assert.equal(model.kernel.id, session.kernel.id);
}

export async function givenAnotherKernel(client) {
  const session = await client.startSession(`changed-${Date.now()}.ipynb`);
  const first = session.kernel.id;
  await evaluate(session.kernel, "int kept = 1; kept");
  client.received.length = 0; // Two kernels have two orders.
  const kernel = await session.changeKernel({ name: ".net-csharp" });
  assert.notEqual(kernel.id, first);
  assert.equal(await evaluate(kernel, "1 + 1"), "2");
  assert.equal((await client.send("GET", `api/kernels/${first}`)).status, 404);
  await client.send("DELETE", `api/kernels/${kernel.id}`);
}

export async function deleted(client) {
  const session = await client.startSession(`deleted-${Date.now()}.ipynb`);
  const kernel = session.kernel.id;
  await session.shutdown();
  assert.equal(client.answers.find(answer => answer.method === "DELETE").status, 204);
  assert.ok(!(await list(client)).some(one => one.id === session.id));
  assert.equal((await client.send("GET", `api/kernels/${kernel}`)).status, 404);
  assert.equal((await client.send("DELETE", `api/sessions/${session.id}`)).status, 404);
}
