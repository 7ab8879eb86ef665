// How many kernels one machine holds: idle ones by memory, busy ones by how long their learners wait.
import { freemem, totalmem } from "node:os";
import { connect, lesson, line, measure, median, memoryOf, neurones, pause, quantile, setting, startKernel } from "./servers.mjs";

const memoryLimit = 0.8;
const period = 60_000;

await measure(async () => {
  const limit = setting("KERNELS");
  const server = await neurones(["--max-kernels", `${limit}`]);
  const manager = connect(server);
  const learners = [];
  const used = () => 1 - freemem() / totalmem();
  while (learners.length < limit && used() < memoryLimit) {
    const learner = await startKernel(manager, server);
    await learner.run("1+1");
    learner.id = learner.find();
    learners.push(learner);
  }

  await pause(10_000);
  const held = learners.map(learner => memoryOf(learner.id));
  const mean = field => held.reduce((sum, memory) => sum + memory[field], 0) / held.length;
  const asked = await timesOf(learners, "1+1");
  console.log(`${learners.length} idle kernels, each ${line({ rss: mean("rss"), pss: mean("pss") })}; the machine's memory is ${(100 * used()).toFixed(0)} % full`);
  console.log(`At that share ${Math.floor((memoryLimit * totalmem()) / (mean("pss") * 2 ** 20))} would fill ${100 * memoryLimit} % of ${(totalmem() / 2 ** 30).toFixed(0)} GiB; one answers after ${median(asked).toFixed(0)} ms (median)`);

  const cells = lesson("05").slice(0, 8);
  for (let count = 1; count <= learners.length; count *= 2) {
    const times = (await Promise.all(learners.slice(0, count).map((learner, i) => learn(learner, cells, i / count)))).flat();
    console.log(`${count} busy learners, a cell of lesson 05 every ${setting("EVERY")} s: a cell takes ${median(times).toFixed(0)} ms, p95 ${quantile(times, 0.95).toFixed(0)} ms`);
  }
});

async function timesOf(learners, code) {
  const times = [];
  for (const learner of learners) times.push(await timed(learner, code));
  return times;
}

/** Runs a cell every so often, for a minute, from its own moment on. */
async function learn(learner, cells, phase) {
  const every = 1000 * setting("EVERY");
  const times = [];
  await pause(phase * every);
  for (let i = 0; i * every < period; i++) {
    const taken = await timed(learner, cells[i % cells.length]);
    times.push(taken);
    await pause(Math.max(0, every - taken));
  }

  return times;
}

async function timed(learner, code) {
  const start = performance.now();
  await learner.run(code);
  return performance.now() - start;
}
