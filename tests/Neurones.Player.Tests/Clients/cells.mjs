// Cells as a notebook's front end runs them, and what they give.

/** Starts a cell; `done` resolves to its reply. */
export function run(kernel, code, options = {}) {
  const future = kernel.requestExecute({ code, stop_on_error: true, ...options }, false);
  const outputs = [];
  const waiting = [];
  future.onIOPub = message => {
    outputs.push(message);
    waiting.filter(one => one.fits(message)).forEach(one => one.resolve(message));
  };
  return {
    id: future.msg.header.msg_id,
    outputs,
    done: future.done.then(reply => reply.content),
    all: type => outputs.filter(message => message.header.msg_type === type),
    only: type => only(outputs, type),
    /** What it printed to standard output or another stream. */
    text: (name = "stdout") =>
      outputs.filter(message => message.header.msg_type === "stream" && message.content.name === name).map(message => message.content.text).join(""),
    /** Resolves when an output of this type has come. */
    until: (type, fits = () => true) =>
      new Promise(resolve => {
        const one = { fits: message => message.header.msg_type === type && fits(message), resolve };
        const past = outputs.find(one.fits);
        past ? resolve(past) : waiting.push(one);
      }),
  };
}

/** Runs a cell to its end. */
export async function finish(kernel, code, options) {
  const cell = run(kernel, code, options);
  return Object.assign(cell, { reply: await cell.done });
}

/** The value that a cell ended with, as text. */
export async function evaluate(kernel, code) {
  const cell = await finish(kernel, code);
  if (cell.reply.status !== "ok") throw new Error(`${code}: ${cell.reply.evalue ?? cell.reply.status}`);
  return cell.only("execute_result").content.data["text/plain"];
}

export function only(messages, type) {
  const found = messages.filter(message => message.header.msg_type === type);
  if (found.length !== 1) throw new Error(`${found.length} ${type} among ${messages.map(message => message.header.msg_type).join(", ")}`);
  return found[0];
}

/** Resolves when the kernel's status is one of these. */
export function status(kernel, ...wanted) {
  return new Promise(resolve => {
    if (wanted.includes(kernel.status)) return resolve(kernel.status);
    const changed = (_, now) => {
      if (wanted.includes(now)) {
        kernel.statusChanged.disconnect(changed);
        resolve(now);
      }
    };
    kernel.statusChanged.connect(changed);
  });
}

export const pause = milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds));

/** A string as C# reads it. */
export const literal = text => JSON.stringify(text);
