// What an idle kernel holds.
import { connect, lesson, line, measure, memoryOf, neurones, pause, startKernel } from "./servers.mjs";

const rest = 10_000;

await measure(async () => {
  const server = await neurones();
  const manager = connect(server);
  const idle = async (when, cells) => {
    const { kernel, run, find } = await startKernel(manager, server);
    for (const cell of ["1+1", ...cells]) await run(cell);
    await pause(rest);
    console.log(`A kernel idle after ${when}: ${line(memoryOf(find()))}`);
    await kernel.shutdown();
  };
  await idle("its start", []);
  await idle("100 cells", Array(100).fill("1+1"));
  await idle("lesson 05", lesson("05"));
  await idle("lesson 06", lesson("06"));
  console.log(`The server: ${line(memoryOf(server.id))}`);
});
