const side = 28; // pixels of a digit
const box = 20; // how much of it the drawing fills, as in MNIST
const pen = 2.4; // how wide a stroke is there

/** Lets the learner draw in the element, and shows the network's probabilities as they change. */
function digitPad(element, model, classes) {
  const predict = network(model);
  const [field, seen] = element.querySelectorAll("canvas");
  const [paper, small] = [field.getContext("2d"), seen.getContext("2d", { willReadFrequently: true })];
  const verdict = element.querySelector("[role=status]");
  const rows = classes.map(name => row(element.querySelector("ul"), name));
  let strokes = [];
  let asked = false;

  const point = event => {
    const { left, top, width, height } = field.getBoundingClientRect();
    return [(event.clientX - left) / width, (event.clientY - top) / height];
  };

  field.addEventListener("pointerdown", event => {
    if (event.button !== 0) return;
    event.preventDefault();
    field.setPointerCapture(event.pointerId);
    strokes.push({ pointer: event.pointerId, points: [point(event)] });
    changed();
  });
  field.addEventListener("pointermove", event => {
    const stroke = strokes.findLast(({ pointer }) => pointer === event.pointerId);
    if (!stroke) return;
    const events = event.getCoalescedEvents?.() ?? [];
    stroke.points.push(...(events.length > 0 ? events : [event]).map(point));
    changed();
  });
  for (const end of ["pointerup", "pointercancel"]) {
    field.addEventListener(end, event => {
      for (const stroke of strokes) if (stroke.pointer === event.pointerId) stroke.pointer = null;
      show(true);
    });
  }
  element.querySelector("button").addEventListener("click", () => {
    strokes = [];
    show(true);
  });
  element.hidden = false;
  show(true);

  function changed() {
    if (!asked) requestAnimationFrame(() => show(false));
    asked = true;
  }

  /** Draws everything anew; in words only when a stroke is finished, so that nobody is talked to all the time. */
  function show(inWords) {
    asked = false;
    const lines = strokes.map(({ points }) => points);
    ink(paper, field.width, lines, ([x, y]) => [x * field.width, y * field.width], field.width / 13);
    centre(small, lines);
    const probabilities = lines.length > 0 ? predict(grey(small)) : rows.map(() => 0);
    const best = lines.length > 0 ? probabilities.indexOf(Math.max(...probabilities)) : -1;
    rows.forEach((set, i) => set(probabilities[i], i === best));
    if (inWords) verdict.textContent = best < 0 ? "Draw in the black field." : `${classes[best]}, with a probability of ${probabilities[best].toFixed(2)}.`;
  }
}

/** A class with its bar and its probability; what sets them. */
function row(list, name) {
  const [item, bar, number] = ["li", "span", "data"].map(tag => document.createElement(tag));
  item.append(Object.assign(document.createElement("span"), { textContent: name }), bar, number);
  bar.append(document.createElement("span"));
  bar.setAttribute("aria-hidden", "true");
  list.append(item);
  return (probability, best) => {
    item.classList.toggle("best", best);
    bar.firstChild.style.width = `${100 * probability}%`;
    number.value = probability;
    number.textContent = probability.toFixed(2);
  };
}

/** Black paper with white strokes; place says where a point lies on it. */
function ink(paper, size, lines, place, width) {
  paper.fillStyle = "#000";
  paper.fillRect(0, 0, size, size);
  paper.strokeStyle = "#fff";
  paper.lineWidth = width;
  paper.lineCap = paper.lineJoin = "round";
  for (const points of lines) {
    paper.beginPath();
    paper.moveTo(...place(points[0]));
    for (const point of points) paper.lineTo(...place(point));
    paper.stroke();
  }
}

/** The drawing as the digits of MNIST are: it fills a box of 20 x 20, and its centre of mass is in the middle of 28 x 28. */
function centre(paper, lines) {
  const points = lines.flat();
  const [left, right, top, bottom] = [0, 1].flatMap(axis => [Math.min, Math.max].map(end => end(...points.map(point => point[axis]))));
  const scale = (box - pen) / Math.max(right - left, bottom - top, 0.1);
  const moved = (x, y) => ink(paper, side, lines, point => [(point[0] - left) * scale + x, (point[1] - top) * scale + y], pen);
  moved(pen, pen);
  const pixels = grey(paper);
  const [mass, across, down] = pixels.reduce(([m, a, d], value, i) => [m + value, a + value * (i % side + 0.5), d + value * (Math.floor(i / side) + 0.5)], [0, 0, 0]);
  if (mass > 0) moved(pen + side / 2 - across / mass, pen + side / 2 - down / mass);
}

/** The pixels from 0, black, to 1, white. */
const grey = paper => Float32Array.from({ length: side * side }, (pixels => (_, i) => pixels[4 * i] / 255)(paper.getImageData(0, 0, side, side).data));
