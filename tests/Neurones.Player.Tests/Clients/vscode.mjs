// What VS Code's Jupyter extension does, in its order, when a learner chooses "Existing Jupyter Server...".
import assert from "node:assert/strict";
import { evaluate, run, status } from "./cells.mjs";

export async function opensANotebook(client) {
  const { KernelAPI, KernelSpecAPI, SessionAPI } = client.services;
  // The probe for a password, and the check of the address.
  assert.ok([200, 403, 404].includes((await client.send("GET", "tree?")).status));
  const [, specs] = await Promise.all([KernelAPI.listRunning(client.settings), KernelSpecAPI.getSpecs(client.settings)]);
  assert.equal(specs.kernelspecs[".net-csharp"].language, "C#");

  const path = `/home/learner/course/05-jvsc-${Date.now()}.ipynb`;
  const session = await client.sessions.startNew(
    { path, name: "05", type: "notebook", kernel: { name: ".net-csharp" } },
    { kernelConnectionOptions: { handleComms: true } },
  );
  assert.ok((await SessionAPI.listRunning(client.settings)).some(one => one.path === path && one.kernel.id === session.kernel.id));
  await status(session.kernel, "idle");
  assert.equal((await session.kernel.requestKernelInfo()).content.language_info.name, "C#");
  await status(session.kernel, "idle");

  // jupyter.runStartupCommands are Python, silent and not in its history.
  const startup = run(session.kernel, "%config Completer.use_jedi = False\nimport os", { silent: true, store_history: false, stop_on_error: false });
  assert.equal((await startup.done).status, "error");
  assert.equal(await evaluate(session.kernel, "6 * 7"), "42");

  // It goes without deleting: the session is found again.
  client.socket.terminate();
  const back = await client.another().startSession(path);
  assert.equal(back.kernel.id, session.kernel.id);
  assert.equal(await evaluate(back.kernel, "1 + 1"), "2");
}
