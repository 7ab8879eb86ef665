// From the start of a kernel to its first result, and from opening the page to all of it being there.
import { spawnSync } from "node:child_process";
import { connect, jupyter, measure, median, neurones, pause, playwright, setting, startKernel } from "./servers.mjs";

const most = 20;

await measure(async () => {
  const rounds = Math.min(most, setting("ROUNDS"));
  const sides = [await neurones(), await jupyter()].filter(Boolean);
  for (const side of sides) Object.assign(side, { manager: connect(side), times: [] });
  for (let i = 0; i < rounds; i++) {
    for (const side of sides) {
      const start = performance.now();
      const { kernel, run } = await startKernel(side.manager, side);
      await run("1+1");
      side.times.push(performance.now() - start);
      await pause(2000); // A kernel that has just answered goes on preparing for a while.
      await kernel.shutdown();
    }
  }

  for (const { name, times } of sides) console.log(`${name}: first result after ${median(times).toFixed(0)} ms (median of ${times.length}), at most ${Math.max(...times).toFixed(0)} ms`);
  await loadPage(sides[0], rounds);
});

async function loadPage(server, rounds) {
  const executablePath = ["chromium", "google-chrome"].map(name => spawnSync("which", [name], { encoding: "utf8" }).stdout.trim()).find(Boolean);
  if (!executablePath) return console.log("The page is skipped: no Chromium is on the PATH.");
  const browser = await playwright().chromium.launch({ executablePath, args: ["--no-sandbox", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"] });
  const contents = [];
  const lesson = [];
  for (let i = 0; i < rounds; i++) {
    const context = await browser.newContext(); // With an empty cache.
    const page = await context.newPage();
    contents.push(await timed(() => page.goto(server.address), page.locator(".lessons")));
    await page.locator(".entry").first().click();
    await page.locator(".cm-content").first().waitFor();
    lesson.push(await timed(() => page.reload({ waitUntil: "commit" }), page.locator(".cm-content").first()));
    await context.close();
  }

  await browser.close();
  for (const [name, times] of Object.entries({ contents, lesson })) {
    console.log(`The page, ${name}: there after ${median(times).toFixed(0)} ms (median of ${times.length}), at first ${times[0].toFixed(0)} ms`);
  }
}

async function timed(open, wanted) {
  const start = performance.now();
  await open();
  await wanted.waitFor();
  return performance.now() - start;
}
