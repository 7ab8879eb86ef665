// Hundreds of cells, interrupts, restarts and kills in an order drawn from a seed: no reply may be lost, no process left over.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { evaluate, finish, literal, pause, run, status } from "./cells.mjs";
import { checkOrder } from "./order.mjs";

const of = (name, usual) => Number(process.env[`NEURONES_${name}`] ?? usual);

export async function soak(client) {
  const random = generator(of("SEED", 1));
  const server = of("SERVER", 0);
  const actions = shuffled(random, [
    ...Array(of("CELLS", 60)).fill(cell),
    ...Array(of("INTERRUPTS", 4)).fill(interrupt),
    ...Array(of("RESTARTS", 3)).fill(restart),
    ...Array(of("KILLS", 2)).fill(kill),
  ]);
  const warm = Math.floor(actions.length / 5);
  const kernel = await client.start();
  let before = 0;
  for (const [i, action] of actions.entries()) {
    if (i === warm) before = residentMegabytes(server);
    try {
      await action(kernel, random);
      checkOrder(client.received);
    } catch (error) {
      throw new Error(`Action ${i} of ${actions.length} (${action.name}): ${error.message}`, { cause: error });
    }
    client.received.length = 0;
  }

  const after = residentMegabytes(server);
  await kernel.shutdown();
  await noChildOf(server);
  console.log(JSON.stringify({ actions: actions.length, before, after, growth: after / before - 1 }));
}

async function cell(kernel, random) {
  const [code, check] = random.of(kinds)(random);
  const done = await finish(kernel, code);
  check(done);
}

/** Cells of the usual kinds, each with what must arrive of it. */
const kinds = [
  random => {
    const [a, b] = [random.below(1000), random.below(1000)];
    return [`${a} + ${b}`, done => assert.equal(resultOf(done), `${a + b}`)];
  },
  random => {
    const lines = texts(random);
    return [lines.map(line => `Console.WriteLine(${literal(line)});`).join("\n"), done => assert.equal(done.text(), lines.map(line => line + "\n").join(""))];
  },
  random => {
    const shown = texts(random);
    return [
      shown.map(text => `display(${literal(text)}, "text/markdown");`).join("\n"),
      done => assert.deepEqual(done.all("display_data").map(message => message.content.data["text/markdown"]), shown),
    ];
  },
  random => {
    const shown = texts(random);
    const code = `var d${random.below(5)} = display("first", "text/html");\n`;
    const name = /var (d\d)/.exec(code)[1];
    return [
      code + shown.map(text => `${name}.Update(${literal(text)});`).join("\n"),
      done => {
        const id = done.only("display_data").content.transient.display_id;
        const updates = done.all("update_display_data");
        // Those that follow one another fast are sent together: the last of them is what stays.
        const seen = updates.map(message => message.content.data["text/html"]);
        assert.deepEqual(seen, shown.filter(text => seen.includes(text)));
        assert.equal(seen.at(-1), shown.at(-1));
        assert.ok(updates.every(message => message.content.transient.display_id === id));
      },
    ];
  },
  random => {
    const length = random.below(300_000);
    return [
      `display("[" + new string('1', ${length}) + "]", "application/vnd.neurones+text");`,
      done => assert.equal(done.only("display_data").content.data["application/vnd.neurones+text"].length, length + 2),
    ];
  },
  random => {
    const message = `wrong ${random.below(1000)}`;
    return [
      `throw new InvalidOperationException(${literal(message)});`,
      done => {
        assert.equal(done.reply.status, "error");
        assert.equal(done.only("error").content.evalue, message);
      },
    ];
  },
];

async function interrupt(kernel, random) {
  const code = random.of(["while (true) { }", "await Task.Delay(-1);"]);
  const running = run(kernel, `Console.WriteLine("now");\n${code}`);
  await running.until("stream");
  await kernel.interrupt();
  assert.equal((await running.done).status, "error");
  assert.equal(running.only("error").content.ename, "Interrupted");
}

async function restart(kernel) {
  await kernel.restart();
  assert.equal(await evaluate(kernel, "6 * 7"), "42");
}

async function kill(kernel, random) {
  const id = Number(await evaluate(kernel, "Environment.ProcessId"));
  const restarting = status(kernel, "autorestarting");
  const running = random.below(2) ? run(kernel, 'Console.WriteLine("now"); await Task.Delay(-1);') : null;
  await running?.until("stream");
  process.kill(id, "SIGKILL");
  if (running) {
    assert.equal((await running.done).status, "error");
    assert.match(running.only("error").content.evalue, /state is lost/);
  }
  await restarting;
  assert.equal(await evaluate(kernel, "6 * 7"), "42");
}

const resultOf = done => done.only("execute_result").content.data["text/plain"];

const texts = random => Array.from({ length: 1 + random.below(20) }, () => `x² ${"é".repeat(random.below(200))} ${random.below(1e9)}`);

/** The server must have no child left: its kernels end with their shutdown. */
async function noChildOf(server) {
  for (let i = 0; i < 100 && childrenOf(server).length > 0; i++) await pause(100);
  assert.deepEqual(childrenOf(server), []);
}

const childrenOf = id =>
  readdirSync(`/proc/${id}/task`).flatMap(task => readFileSync(`/proc/${id}/task/${task}/children`, "utf8").split(" ").filter(Boolean));

const residentMegabytes = id => Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${id}/status`, "utf8"))[1]) / 1024;

function shuffled(random, list) {
  for (let i = list.length - 1; i > 0; i--) {
    const j = random.below(i + 1);
    [list[i], list[j]] = [list[j], list[i]];
  }
  return list;
}

/** Numbers below a bound, the same for the same seed (mulberry32). */
function generator(seed) {
  let state = seed;
  const below = bound => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4294967296) * bound);
  };
  return { below, of: list => list[below(list.length)] };
}
