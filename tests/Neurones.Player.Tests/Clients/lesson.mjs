// A lesson as a notebook's front end opens it and runs all its cells.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { run } from "./cells.mjs";

const plotly = "application/vnd.plotly.v1+json";

export async function runAll(client) {
  const notebook = JSON.parse(await readFile(process.env.NEURONES_LESSON, "utf8"));
  const sources = notebook.cells.filter(cell => cell.cell_type === "code").map(cell => [cell.source].flat().join(""));
  const session = await client.startSession(`en/05-programming-a-neuron-${Date.now()}.ipynb`);
  const cells = sources.map(source => run(session.kernel, source));
  for (const [i, cell] of cells.entries()) {
    const reply = await cell.done;
    assert.equal(reply.status, "ok", `cell ${i + 1}: ${reply.evalue}`);
    assert.equal(reply.execution_count, i + 1);
    assert.equal(cell.only("execute_input").content.code, sources[i]);
  }

  const withFigure = sources.map((source, i) => [source, cells[i]]).filter(([source]) => /^Chart\.[^;]*$/.test(source.split("\n\n").at(-1)));
  assert.ok(withFigure.length >= 8, `${withFigure.length} cells with a figure`);
  for (const [source, cell] of withFigure) checkFigure(source, cell);
  const [, training] = cells.map((cell, i) => [sources[i], cell]).find(([source]) => source.includes("log loss = {"));
  assert.match(training.text(), /accuracy = 0\.\d\d/);
  const [, scatter] = withFigure[0];
  const points = scatter.only("execute_result").content.data[plotly].data.flatMap(trace => trace.x);
  assert.equal(points.length, 100);
}

function checkFigure(source, cell) {
  const { data } = cell.only("execute_result").content;
  const figure = data[plotly];
  assert.ok(Array.isArray(figure.data) && figure.data.length > 0, source);
  assert.ok(figure.data.every(trace => typeof trace.type === "string"), source);
  assert.equal(typeof figure.layout, "object", source);
  assert.ok(data["text/plain"].startsWith(figure.layout.title.text.replaceAll("<br>", " ")), data["text/plain"]);
}
