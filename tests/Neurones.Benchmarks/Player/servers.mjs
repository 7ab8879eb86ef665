// The servers that are measured, and JupyterLab's own library as their client.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const repository = fileURLToPath(new URL("../../../", import.meta.url));
const require = createRequire(join(repository, "tests/Neurones.Player.Tests/Clients/package.json"));
const { KernelManager, ServerConnection } = require("@jupyterlab/services");

const started = [];
const end = code => {
  started.forEach(process => process.kill("SIGTERM"));
  setTimeout(() => process.exit(code), 1500);
};
process.on("uncaughtException", fail);
process.on("unhandledRejection", reason => {
  // What the library awaits by itself ends with its kernel.
  if (!String(reason?.message).startsWith("Canceled")) fail(reason);
});

function fail(error) {
  console.error(error);
  end(1);
}

// The library tells of each WebSocket that it opens.
console.debug = () => {};
console.warn = () => {};

/** Runs one part and ends what it started. */
export async function measure(part) {
  end((await part()) ?? 0);
}

export async function neurones(options = []) {
  const command = join(repository, "artifacts/bin/Neurones.Player/release/neurones.dll");
  const data = mkdtempSync(join(tmpdir(), "neurones-"));
  const server = spawn("dotnet", [command, "serve", "--port", "0", "--no-browser", ...options], {
    cwd: repository,
    stdio: ["ignore", "pipe", "ignore"],
    env: { ...process.env, XDG_DATA_HOME: data, XDG_CONFIG_HOME: data },
  });
  started.push(server);
  const line = await new Promise(resolve => server.stdout.once("data", data => resolve(String(data).trim())));
  const address = new URL(line);
  return { name: "neurones", kernel: ".net-csharp", url: `${address.origin}/`, token: address.searchParams.get("token"), address: line, id: server.pid };
}

/** Debian's jupyter-server with ipykernel; null, and its name printed, where it isn't installed. */
export async function jupyter() {
  if (spawnSync("jupyter-server", ["--version"]).status !== 0 || spawnSync("/usr/bin/python3", ["-c", "import ipykernel"]).status !== 0) {
    console.log("ipykernel is skipped: jupyter-server or ipykernel isn't installed (Debian: jupyter-server, python3-ipykernel).");
    return null;
  }

  const token = Math.random().toString(36).slice(2);
  const port = 20000 + Math.floor(20000 * Math.random());
  const folder = mkdtempSync(join(tmpdir(), "jupyter-"));
  const options = ["--no-browser", "--allow-root", "--ip=127.0.0.1", `--port=${port}`, `--ServerApp.token=${token}`];
  const server = spawn("jupyter-server", options, { cwd: folder, stdio: ["ignore", "ignore", "pipe"] });
  started.push(server);
  await new Promise(resolve => server.stderr.on("data", data => String(data).includes("is running at") && resolve()));
  return { name: "ipykernel", kernel: "python3", url: `http://127.0.0.1:${port}/`, token, id: server.pid };
}

export function connect(server) {
  const serverSettings = ServerConnection.makeSettings({ baseUrl: server.url, token: server.token, appendToken: true });
  return new KernelManager({ serverSettings, standby: "never" });
}

/** Starts a kernel and runs cells in it. `pid` is its process where it is ours. */
export async function startKernel(manager, server) {
  const before = childrenOf(server.id);
  const kernel = await manager.startNew({ name: server.kernel });
  return {
    kernel,
    run: async code => {
      const reply = await kernel.requestExecute({ code, stop_on_error: true }).done;
      if (reply.content.status !== "ok") throw new Error(`${code}: ${reply.content.evalue}`);
    },
    find: () => childrenOf(server.id).find(id => !before.includes(id)),
  };
}

/** The browser driver that the tests use. */
export const playwright = () => require(join(repository, "artifacts/bin/Neurones.Player.Tests/release/.playwright/package"));

/** The code cells of a lesson. */
export function lesson(name) {
  const folder = join(repository, "notebooks/en");
  const file = readdirSync(folder).find(file => file.startsWith(name));
  return JSON.parse(readFileSync(join(folder, file), "utf8")).cells
    .filter(cell => cell.cell_type === "code" && cell.metadata.tags?.includes("raises-exception") !== true)
    .map(cell => [cell.source].flat().join(""));
}

export const childrenOf = id =>
  readdirSync(`/proc/${id}/task`).flatMap(task => {
    const file = `/proc/${id}/task/${task}/children`;
    return existsSync(file) ? readFileSync(file, "utf8").split(" ").filter(Boolean) : [];
  });

/** Resident memory in MB: all pages, and each page shared out among the processes that have it. */
export function memoryOf(id) {
  const text = readFileSync(`/proc/${id}/smaps_rollup`, "utf8");
  const megabytes = field => Number(new RegExp(`^${field}: +(\\d+)`, "m").exec(text)[1]) / 1024;
  return { rss: megabytes("Rss"), pss: megabytes("Pss") };
}

export const sorted = numbers => [...numbers].sort((a, b) => a - b);
export const quantile = (numbers, q) => sorted(numbers)[Math.min(numbers.length - 1, Math.floor(q * numbers.length))];
export const median = numbers => quantile(numbers, 0.5);
export const pause = milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds));
export const setting = name => Number(process.env[`NEURONES_${name}`]);
export const line = memory => `${memory.rss.toFixed(0)} MB resident, ${memory.pss.toFixed(0)} MB with shared pages shared out`;
