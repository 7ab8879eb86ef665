// The tests' soak, long: one line of results, and exit code 1 when anything was lost or the server grew.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { measure, neurones, setting } from "./servers.mjs";

const most = 0.2;

await measure(async () => {
  const server = await neurones();
  const cells = setting("CELLS");
  const began = performance.now();
  const { status, stdout } = spawnSync("node", [fileURLToPath(new URL("../../Neurones.Player.Tests/Clients/run.mjs", import.meta.url)), "soak", "soak", "jupyterlab"], {
    stdio: ["ignore", "pipe", "inherit"],
    encoding: "utf8",
    env: {
      ...process.env,
      NEURONES_URL: server.url, NEURONES_TOKEN: server.token, NEURONES_SERVER: server.id, NEURONES_LIMIT: 3_600_000,
      NEURONES_INTERRUPTS: Math.round(cells / 20), NEURONES_RESTARTS: Math.round(cells / 20), NEURONES_KILLS: Math.round(cells / 50),
    },
  });
  if (status !== 0) return 1;
  const { actions, before, after, growth } = JSON.parse(stdout.trim().split("\n").at(-1));
  console.log(
    `${actions} actions in ${((performance.now() - began) / 1000).toFixed(0)} s: every reply and every display arrived, no process is left; ` +
      `the server grew from ${before.toFixed(0)} to ${after.toFixed(0)} MB, ${(100 * growth).toFixed(0)} %`);
  return growth <= most ? 0 : 1;
});
