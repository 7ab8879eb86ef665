// Added to plotly.js: its own `animate` leaves maps blank between two frames. Here each frame is drawn as a whole.

interface Frame {
  name: string;
  data: object[];
  traces: number[];
  layout?: object;
}

interface Graph extends HTMLElement {
  data: object[];
  layout: { sliders?: { active?: number }[] };
  _transitionData?: { _frames: Frame[] };
}

interface Plotly {
  register(module: object): void;
  react(graph: Graph, data: object[], layout: object): Promise<unknown>;
}

const plotly = (window as unknown as { Plotly: Plotly }).Plotly;
const playing = new WeakMap<Graph, symbol>();

/** What buttons and sliders call: plays all frames for null, stops for [null], and shows those that are named. */
async function animate(graph: Graph, names: (string | null)[] | null, options?: { frame?: { duration?: number } }): Promise<void> {
  const run = Symbol();
  playing.set(graph, run);
  const frames = graph._transitionData?._frames ?? [];
  const shown = graph.layout.sliders?.[0]?.active ?? 0;
  const from = shown + 1 < frames.length ? shown + 1 : 0;
  const wanted = names === null ? frames.slice(from) : names.flatMap(name => frames.filter(frame => frame.name === name));
  for (const frame of wanted) {
    const next = performance.now() + (options?.frame?.duration ?? 0);
    await show(graph, frame, frames.indexOf(frame));
    await new Promise(resolve => setTimeout(resolve, Math.max(0, next - performance.now())));
    await new Promise(resolve => requestAnimationFrame(resolve)); // Each frame is seen, even on a slow machine.
    if (playing.get(graph) !== run || !graph.isConnected) {
      return;
    }
  }
}

async function show(graph: Graph, frame: Frame, index: number): Promise<void> {
  const data = [...graph.data];
  frame.traces.forEach((trace, i) => data[trace] = { ...data[trace], ...frame.data[i] });
  const sliders = graph.layout.sliders?.map((slider, i) => i === 0 ? { ...slider, active: index } : slider);
  await plotly.react(graph, data, { ...graph.layout, ...frame.layout, ...(sliders && { sliders }) });
}

plotly.register({ moduleType: "apiMethod", name: "animate", fn: animate });
