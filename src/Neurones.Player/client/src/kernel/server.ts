import { KernelManager, ServerConnection, SessionAPI, SessionManager } from "@jupyterlab/services";

const kernelName = ".net-csharp";

/** The Jupyter side of the server: sessions, each with its kernel. */
export class KernelServer {
  private readonly sessions: SessionManager;

  constructor(token: string) {
    const serverSettings = ServerConnection.makeSettings({
      baseUrl: `${location.origin}/`,
      wsUrl: `${location.origin.replace(/^http/, "ws")}/`,
      token,
      appendToken: true,
    });
    const kernelManager = new KernelManager({ serverSettings });
    this.sessions = new SessionManager({ serverSettings, kernelManager });
  }

  /** Joins the lesson's session if it is still running, with its variables; else starts one. */
  async open(lesson: string) {
    await this.sessions.ready;
    const running = await this.find(lesson);
    return running
      ? { session: this.sessions.connectTo({ model: running }), joined: true }
      : {
          session: await this.sessions.startNew({ path: lesson, name: lesson, type: "notebook", kernel: { name: kernelName } }),
          joined: false,
        };
  }

  /** Whether the lesson has a kernel that lives. */
  async runs(lesson: string): Promise<boolean> {
    const state = (await this.find(lesson))?.kernel?.execution_state;
    return state !== undefined && state !== "dead" && state !== "terminating";
  }

  // What the manager itself knows of sessions is up to ten seconds old.
  private async find(lesson: string) {
    return (await SessionAPI.listRunning(this.sessions.serverSettings)).find(session => session.path === lesson);
  }
}
