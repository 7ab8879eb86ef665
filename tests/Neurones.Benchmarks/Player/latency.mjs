// How long 1+1 takes from a client's request to its reply and idle.
import { connect, jupyter, measure, median, neurones, pause, quantile, setting, startKernel } from "./servers.mjs";

await measure(async () => {
  const sides = [await neurones(), await jupyter()].filter(Boolean);
  for (const side of sides) {
    side.run = (await startKernel(connect(side), side)).run;
    side.times = [];
    await side.run("1+1");
  }

  await pause(5000); // Both have come to rest.
  for (let i = 0; i < 20; i++) for (const side of sides) await side.run("1+1");
  for (let i = 0; i < setting("ROUNDS"); i++) {
    for (const side of sides) {
      const start = performance.now();
      await side.run("1+1");
      side.times.push(performance.now() - start);
    }
  }

  for (const { name, times } of sides) {
    console.log(`${name}: median ${median(times).toFixed(1)} ms, p95 ${quantile(times, 0.95).toFixed(1)} ms, least ${Math.min(...times).toFixed(1)} ms, of ${times.length}`);
  }
  if (sides.length === 2) console.log(`ipykernel takes ${(median(sides[1].times) / median(sides[0].times)).toFixed(2)} times as long (median)`);
});
