// node frames.mjs PRODUCT < {messages, frames}: what the client's own serialiser makes of our messages, and of our frames.
import { createRequire } from "node:module";
import { text } from "node:stream/consumers";
import { services } from "./client.mjs";

const require = createRequire(import.meta.url);
const { serialize, deserialize } = require(`${services[process.argv[2]]}/lib/kernel/serialize`);

const encode = (message, protocol) => {
  const buffers = (message.buffers ?? []).map(base64 => new Uint8Array(Buffer.from(base64, "base64")).buffer);
  const frame = serialize({ ...message, buffers }, protocol);
  return typeof frame === "string" ? { text: frame } : { base64: Buffer.from(frame).toString("base64") };
};

const decode = (frame, protocol) => {
  const bytes = Buffer.from(frame, "base64");
  const { channel, header, parent_header, metadata, content, buffers } =
    protocol ? deserialize(new Uint8Array(bytes).buffer, protocol) : deserialize(bytes.toString("utf8"));
  return { channel, header, parent_header, metadata, content, buffers };
};

const { protocol, messages, frames } = JSON.parse(await text(process.stdin));
console.log(JSON.stringify({ encoded: messages.map(message => encode(message, protocol)), decoded: frames.map(frame => decode(frame, protocol)) }));
