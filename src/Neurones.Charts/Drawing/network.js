/**
 * A network's answers in the page: what Sequential.Predict computes, for one sample.
 * The numbers of a sample lie as in a Tensor, the channels of a pixel beside each other.
 */
function network({ input, layers, parameters }) {
  const numbers = new Float32Array(Uint8Array.from(atob(parameters), letter => letter.charCodeAt(0)).buffer);
  let used = 0;
  const take = count => numbers.subarray(used, used += count);
  let shape = input;
  const steps = layers.map(layer => {
    const [output, step] = kinds[layer.type](layer, shape, take);
    shape = output;
    return step;
  });
  return sample => steps.reduce((values, step) => step(values), sample);
}

/** For each type of layer: the shape of its answer, and what it does. */
const kinds = {
  Dense({ outputs }, [inputs], take) {
    const [W, b] = [take(inputs * outputs), take(outputs)];
    return [[outputs], X => {
      const Z = Float32Array.from(b);
      for (let i = 0; i < inputs; i++) for (let j = 0; j < outputs; j++) Z[j] += X[i] * W[i * outputs + j];
      return Z;
    }];
  },

  Convolution2D({ filters, size, stride, same }, [height, width, channels], take) {
    const [W, b] = [take(size * size * channels * filters), take(filters)];
    const [rows, top] = steps(height, size, stride, same);
    const [columns, left] = steps(width, size, stride, same);
    return [[rows, columns, filters], X => {
      const Z = new Float32Array(rows * columns * filters);
      for (let r = 0, at = 0; r < rows; r++) {
        for (let c = 0; c < columns; c++, at += filters) {
          Z.set(b, at);
          for (let i = 0; i < size; i++) {
            for (let j = 0; j < size; j++) {
              const [row, column] = [r * stride + i - top, c * stride + j - left];
              if (row < 0 || row >= height || column < 0 || column >= width) continue;
              for (let k = 0; k < channels; k++) {
                const x = X[(row * width + column) * channels + k];
                const w = ((i * size + j) * channels + k) * filters;
                for (let f = 0; f < filters; f++) Z[at + f] += x * W[w + f];
              }
            }
          }
        }
      }
      return Z;
    }];
  },

  MaxPooling2D({ size, stride }, [height, width, channels]) {
    const [rows] = steps(height, size, stride, false);
    const [columns] = steps(width, size, stride, false);
    return [[rows, columns, channels], X => Float32Array.from({ length: rows * columns * channels }, (_, at) => {
      const [k, c, r] = [at % channels, Math.floor(at / channels) % columns, Math.floor(at / channels / columns)];
      let most = -Infinity;
      for (let i = 0; i < size; i++) {
        for (let j = 0; j < size; j++) most = Math.max(most, X[((r * stride + i) * width + c * stride + j) * channels + k]);
      }
      return most;
    })];
  },

  Flatten: (_, shape) => [[shape.reduce((size, length) => size * length)], X => X],
  Reshape: ({ shape }) => [shape, X => X],
  Dropout: (_, shape) => [shape, X => X],
  ReLU: (_, shape) => [shape, X => X.map(x => Math.max(x, 0))],
  Sigmoid: (_, shape) => [shape, X => X.map(x => 1 / (1 + Math.exp(-x)))],
  Tanh: (_, shape) => [shape, X => X.map(Math.tanh)],
  Softmax: (_, shape) => [shape, X => {
    const most = Math.max(...X);
    const powers = X.map(x => Math.exp(x - most));
    const sum = powers.reduce((total, power) => total + power);
    return powers.map(power => power / sum);
  }],
};

/** How often a window fits along an axis, and how many zeros stand before it. */
function steps(length, window, stride, same) {
  if (!same) return [Math.floor((length - window) / stride) + 1, 0];
  const count = Math.ceil(length / stride);
  return [count, Math.floor(Math.max((count - 1) * stride + window - length, 0) / 2)];
}
