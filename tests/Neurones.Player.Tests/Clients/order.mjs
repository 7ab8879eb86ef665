// What clients depend on in the order and the shape of a server's messages, whatever was asked.
import assert from "node:assert/strict";

/** Checks all that a client received from one kernel. */
export function checkOrder(received) {
  const seen = new Set();
  for (const message of received) {
    checkShape(message);
    assert.ok(!seen.has(message.header.msg_id), `${describe(message)} came twice`);
    seen.add(message.header.msg_id);
  }
  incarnations(received);
  for (const request of new Set(received.map(parent).filter(Boolean))) {
    checkRequest(received.filter(message => parent(message) === request));
  }
}

/** The header.session of each process that spoke, in order: one per process, and none again after the next. */
export function incarnations(received) {
  const sessions = received.map(message => message.header.session).filter((session, i, all) => session !== all[i - 1]);
  assert.equal(new Set(sessions).size, sessions.length, "an old process was heard after a new one");
  return sessions;
}

function checkShape(message) {
  for (const field of ["msg_id", "msg_type", "session", "username", "version"]) {
    assert.equal(typeof message.header[field], "string", `${field} of ${describe(message)}`);
  }
  for (const part of ["parent_header", "metadata", "content"]) {
    assert.ok(message[part] !== null && typeof message[part] === "object" && !Array.isArray(message[part]), `${part} of ${describe(message)}`);
  }
  assert.ok(["shell", "control", "iopub"].includes(message.channel), describe(message));
  assert.ok(Array.isArray(message.buffers), describe(message));
}

// Busy first and idle last; one reply at most, and nothing from the cell after it but idle.
function checkRequest(messages) {
  const iopub = messages.filter(message => message.channel === "iopub");
  const replies = messages.filter(message => message.channel !== "iopub");
  const idle = iopub.findIndex(message => message.content.execution_state === "idle");
  assert.ok(replies.length <= 1, `${replies.length} replies: ${messages.map(describe)}`);
  assert.ok(idle < 0 || idle === iopub.length - 1, `after idle came ${iopub.slice(idle + 1).map(describe)}`);
  if (replies[0]?.header.msg_type === "execute_reply" && replies[0].content.status !== "aborted") {
    const after = messages.slice(messages.indexOf(replies[0]) + 1);
    assert.ok(after.every(message => message.content.execution_state === "idle"), `after the reply came ${after.map(describe)}`);
  }
}

const parent = message => message.parent_header.msg_id;

const describe = message => `${message.channel} ${message.header.msg_type} ${message.content.execution_state ?? ""}`;
