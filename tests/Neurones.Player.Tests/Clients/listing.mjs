// What a client lists before it starts anything, and after.
import assert from "node:assert/strict";

export async function kernelSpecs(client) {
  await client.specs.ready;
  const { default: usual, kernelspecs } = client.specs.specs;
  assert.equal(usual, ".net-csharp");
  const spec = kernelspecs[".net-csharp"];
  assert.equal(spec.display_name, ".NET (C#)");
  assert.equal(spec.language, "C#");
  assert.deepEqual(spec.argv, []);
  assert.deepEqual(spec.resources, {});
}

export async function kernels(client) {
  const kernel = await client.start();
  const model = (await client.services.KernelAPI.listRunning(client.settings)).find(one => one.id === kernel.id);
  assert.equal(model.name, ".net-csharp");
  assert.equal(model.connections, 1);
  assert.ok(["starting", "idle", "busy"].includes(model.execution_state));
  assert.ok(Math.abs(Date.now() - Date.parse(model.last_activity)) < 600_000, model.last_activity);
  assert.ok([...client.kernels.running()].some(one => one.id === kernel.id));

  const info = await kernel.info;
  assert.equal(info.implementation, "neurones");
  assert.equal(info.protocol_version, "5.3");
  assert.equal(info.language_info.name, "C#");
  assert.equal(info.language_info.mimetype, "text/x-csharp");
  assert.equal(info.language_info.file_extension, ".cs");
}

export async function shutdown(client) {
  const kernel = await client.start();
  const closed = new Promise(resolve => client.socket.addEventListener("close", event => resolve(event.code)));
  // Not by the library, which closes its own socket first.
  assert.equal((await client.send("DELETE", `api/kernels/${kernel.id}`)).status, 204);
  assert.equal(await closed, 1000);
  await client.kernels.refreshRunning();
  assert.ok(![...client.kernels.running()].some(one => one.id === kernel.id));
  assert.equal((await client.send("GET", `api/kernels/${kernel.id}`)).status, 404);
  assert.equal(kernel.status, "dead");
}

export async function shutdownByTheLibrary(client) {
  const kernel = await client.start();
  const { id } = kernel;
  await kernel.shutdown();
  assert.equal(client.answers.find(answer => answer.method === "DELETE" && answer.path === `/api/kernels/${id}`).status, 204);
  assert.ok(kernel.isDisposed);
  assert.equal(await client.services.KernelAPI.getKernelModel(id, client.settings), undefined);
}
