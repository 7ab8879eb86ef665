import { type Kernel, KernelMessage, ServerConnection, type Session } from "@jupyterlab/services";
import type { KernelServer } from "./server";

export type KernelState =
  | "starting" | "ready" | "running" | "stopping" | "restarting" | "crashed" | "stopped" | "disconnected" | "unreachable" | "refused";

export type CellResult = "ok" | "error" | "aborted" | "lost";

const answering = new Set<KernelState>(["ready", "running", "stopping"]);

/** The kernel of one lesson: runs code and says in which state it is. */
export class LessonKernel {
  state: KernelState = "starting";

  /** Variables are kept from an earlier visit, or were lost in a restart; shown until the next cell runs. */
  memory: "kept" | "lost" | undefined;

  /** Called on every change of state. */
  onChange = () => {};

  /** Called when all variables are gone. */
  onStateLost = () => {};

  /** Called with every message that updates what was displayed before. */
  onUpdate = (_: KernelMessage.IIOPubMessage) => {};

  private session: Session.ISessionConnection | undefined;
  private isRestarting = false;
  private giveUp = () => {};
  private opening: Promise<void>;

  constructor(private readonly server: KernelServer, private readonly lesson: string) {
    this.opening = this.open();
  }

  async close(): Promise<void> {
    await this.opening;
    this.session?.dispose();
  }

  async execute(code: string, cell: string, stopOnError: boolean, onOutput: (message: KernelMessage.IIOPubMessage) => void): Promise<CellResult> {
    await this.opening;
    const kernel = this.session?.kernel;
    if (!kernel || this.state === "stopped" || this.state === "unreachable") {
      return "lost";
    }

    this.memory = undefined;
    const content = { code, stop_on_error: stopOnError, allow_stdin: false, store_history: true };
    const future = kernel.requestExecute(content, true, { neurones: { cell } } as never);
    future.onIOPub = onOutput;
    try {
      const reply = await Promise.race([future.done, new Promise<never>((_, reject) => (this.giveUp = reject))]);
      const status = reply?.content.status;
      if (reply?.content.status === "error" && reply.content.ename === "Interrupted") {
        return "aborted";
      }

      return status === "ok" || status === "error" ? status : "aborted";
    } catch {
      // The kernel restarted under it, or the server is gone.
      future.dispose();
      return "lost";
    }
  }

  /** Asks about code, which runs nothing: the answer comes at once, also while a cell runs. Undefined where no kernel answers now. */
  async ask<T>(type: string, content: object): Promise<T | undefined> {
    const kernel = this.session?.kernel;
    if (!kernel || !answering.has(this.state)) {
      return undefined;
    }

    const request = KernelMessage.createMessage({ channel: "shell", msgType: type, username: kernel.username, session: kernel.clientId, content } as never);
    try {
      const reply: { content: unknown } | void = await kernel.sendShellMessage(request as never, true).done;
      return reply?.content as T | undefined;
    } catch {
      return undefined;
    }
  }

  async interrupt(): Promise<void> {
    if (this.state === "running") {
      this.set("stopping");
      await this.session?.kernel?.interrupt();
    }
  }

  /** What is under way ends first: two at once would leave two sessions open. */
  restart(): Promise<void> {
    this.onStateLost();
    return (this.opening = this.opening.then(() => this.restartNow()));
  }

  private async restartNow(): Promise<void> {
    const { session } = this;
    if (!session?.kernel) {
      return this.startAnew();
    }

    // On the way the old kernel still speaks, and the socket is closed and opened again: no news to the learner.
    this.set("restarting");
    this.isRestarting = true;
    try {
      await session.kernel.restart();
      this.memory = "lost";
      this.isRestarting = false;
      this.onStatus(session.kernel?.status ?? "dead");
    } catch (error) {
      // This kernel is dead, and its session must go or it would be joined again; or its server has ended, and there may be another by now.
      console.warn(error);
      await session.shutdown().catch(() => session.dispose());
      this.isRestarting = false;
      await this.startAnew();
    }
  }

  private startAnew(): Promise<void> {
    this.session = undefined;
    this.set("starting");
    return this.open();
  }

  private async open(): Promise<void> {
    try {
      const { session, joined } = await this.server.open(this.lesson);
      this.session = session;
      this.memory = joined ? "kept" : undefined;
      session.statusChanged.connect((_, status) => this.onStatus(status));
      session.iopubMessage.connect((_, message) => this.onMessage(message));
      // The library itself drops an update to a cell that has ended.
      session.iopubMessage.connect((_, message) => message.header.msg_type === "update_display_data" && this.onUpdate(message));
      session.connectionStatusChanged.connect((_, status) => this.onConnection(status));
      if (session.kernel) {
        this.onStatus(session.kernel.status);
      }
    } catch (error) {
      console.warn(error);
      this.set(error instanceof ServerConnection.ResponseError && error.response.status === 503 ? "refused" : "unreachable");
    }
  }

  private onStatus(status: Kernel.Status): void {
    if (this.isRestarting) {
      return;
    }

    switch (status) {
      case "idle":
        if (this.state !== "running" && this.state !== "stopping") {
          this.set("ready");
        }

        break;
      case "restarting":
        this.set("restarting");
        break;
      case "autorestarting":
        this.memory = "lost";
        this.onStateLost();
        this.set("crashed");
        break;
      case "dead":
      case "terminating":
        this.opening = this.opening.then(() => this.end());
        break;
    }
  }

  /** The library takes a kernel for dead that is younger than its list of kernels: if the server has it, it is joined again. */
  private async end(): Promise<void> {
    if (await this.server.runs(this.lesson).catch(() => false)) {
      const { memory } = this;
      await this.startAnew();
      this.memory = memory;
    } else {
      this.onStateLost();
      this.set("stopped");
    }
  }

  /** The kernel is busy for a moment with each question about code, too: what counts here are cells. */
  private onMessage(message: KernelMessage.IIOPubMessage): void {
    if (!KernelMessage.isStatusMsg(message) || (message.parent_header as Partial<KernelMessage.IHeader>).msg_type !== "execute_request") {
      return;
    }

    if (message.content.execution_state === "busy") {
      this.set(this.state === "stopping" ? "stopping" : "running");
    } else if (message.content.execution_state === "idle") {
      this.set("ready");
    }
  }

  private onConnection(status: Kernel.ConnectionStatus): void {
    if (this.isRestarting || this.state === "restarting" || this.state === "crashed" || this.state === "stopped") {
      return;
    }

    if (status === "connecting" && this.state !== "starting") {
      this.set("disconnected");
      void this.watchServer();
    } else if (status === "disconnected") {
      this.lose();
    } else if (status === "connected" && this.session?.kernel) {
      this.onStatus(this.session.kernel.status);
    }
  }

  /** The library tries to connect for minutes. On one machine, a server that doesn't answer at all has ended. */
  private async watchServer(): Promise<void> {
    while (this.state === "disconnected") {
      await new Promise(resolve => setTimeout(resolve, 2000));
      const answers = await fetch("/", { cache: "no-store" }).then(() => true, () => false);
      if (!answers && this.state === "disconnected") {
        this.lose();
      }
    }
  }

  private lose(): void {
    this.giveUp();
    this.onStateLost();
    this.set("unreachable");
  }

  private set(state: KernelState): void {
    this.state = state;
    this.onChange();
  }
}
