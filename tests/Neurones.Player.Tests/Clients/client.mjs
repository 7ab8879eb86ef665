// A real Jupyter client, set up as its product sets it up. It keeps all that its server says.
import { createRequire } from "node:module";
import { request as plainRequest } from "node:http";

const require = createRequire(import.meta.url);

/** The library's package, by the product that uses it. */
export const services = { jupyterlab: "@jupyterlab/services", vscode: "services-7.5.1" };

// JupyterLab's library brings its own ws and takes Node's fetch; VS Code gives it the older ones that it locks.
const settingsOf = {
  jupyterlab: () => ({}),
  vscode: token => {
    const fetch = require("node-fetch");
    const OldSocket = require("ws");
    class VsCodeSocket extends OldSocket {
      constructor(url, protocols) {
        super(url, protocols, { headers: { Authorization: `token ${token}` } });
      }
    }
    return { fetch, Request: fetch.Request, Headers: fetch.Headers, WebSocket: VsCodeSocket };
  },
};

export class Client {
  /** Every message received, in order. */
  received = [];
  /** Every answer over HTTP: method, path and status. */
  answers = [];
  /** Every WebSocket made, oldest first; `closedWith` is the code that it was closed with. */
  sockets = [];

  constructor(product, baseUrl, token) {
    Object.assign(this, { product, baseUrl, token });
    this.services = require(services[product]);
    const { ServerConnection, KernelSpecManager, KernelManager, SessionManager } = this.services;
    const usual = ServerConnection.makeSettings({ baseUrl, token, appendToken: true, ...settingsOf[product](token) });
    this.settings = { ...usual, ...this.#recording(usual) };
    const options = { serverSettings: this.settings, standby: "never" };
    this.specs = new KernelSpecManager(options);
    this.kernels = new KernelManager(options);
    this.sessions = new SessionManager({ ...options, kernelManager: this.kernels });
  }

  /** Another client of the same server. */
  another() {
    return new Client(this.product, this.baseUrl, this.token);
  }

  /** Starts a kernel; it is ready when it has answered. */
  async start() {
    await this.#ready();
    const kernel = await this.kernels.startNew({ name: ".net-csharp" });
    await kernel.info;
    return kernel;
  }

  async startSession(path, name = "a notebook") {
    await this.#ready();
    const session = await this.sessions.startNew({ path, name, type: "notebook", kernel: { name: ".net-csharp" } });
    await session.kernel.info;
    return session;
  }

  get socket() {
    return this.sockets.at(-1);
  }

  /** Ends the kernels that this client started. */
  async dispose() {
    const started = this.answers.filter(answer => answer.kernel).map(answer => answer.kernel);
    await Promise.allSettled([...new Set(started)].map(id => this.send("DELETE", `api/kernels/${id}`)));
    this.sessions.dispose();
    this.kernels.dispose();
    this.specs.dispose();
  }

  /** A request of ours beside the library's: resolves to its status and its JSON. */
  send(method, path, body) {
    return new Promise((resolve, reject) => {
      const headers = { Authorization: `token ${this.token}` };
      const request = plainRequest(new URL(path, this.baseUrl), { method, headers }, response => {
        let text = "";
        response.on("data", part => (text += part));
        response.on("end", () => resolve({ status: response.statusCode, json: text ? JSON.parse(text) : undefined }));
      });
      request.on("error", reject);
      request.end(body === undefined ? undefined : JSON.stringify(body));
    });
  }

  // The classic notebook forgets a kernel that starts while it is asked for the list of all: nothing is started before the managers have theirs.
  #ready() {
    return Promise.all([this.kernels.ready, this.sessions.ready]);
  }

  #recording(usual) {
    const { received, answers, sockets } = this;
    const { serialize, deserialize } = usual.serializer;
    return {
      serializer: {
        serialize,
        deserialize: (...frame) => {
          const message = deserialize(...frame);
          received.push(message);
          return message;
        },
      },
      fetch: async request => {
        const answer = await usual.fetch(request);
        const { pathname } = new URL(request.url);
        const model = answer.status === 201 ? await answer.clone().json() : undefined;
        answers.push({ method: request.method, path: pathname, status: answer.status, kernel: model && (model.kernel ?? model).id });
        return answer;
      },
      WebSocket: class extends usual.WebSocket {
        constructor(...options) {
          super(...options);
          sockets.push(this);
          this.addEventListener("close", event => (this.closedWith = event.code));
        }
      },
    };
  }
}
