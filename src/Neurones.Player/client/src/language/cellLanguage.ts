import type { LessonKernel } from "../kernel/lessonKernel";
import { fromCodePoints, toCodePoints } from "./codePoints";

export interface Proposal {
  text: string;
  type: string;
  signature: string;
}

export interface Proposals {
  from: number;
  items: Proposal[];
}

export interface Overload {
  label: string;
  summary: string;
  active_parameter: number;
  parameters: { start: number; end: number; text: string }[];
}

export interface Signatures {
  active: number;
  overloads: Overload[];
}

/** What is known of the code at a place: a signature with its documentation below, and the call around it. */
export interface Insight {
  text: string | undefined;
  signatures: Signatures | undefined;
}

export interface Finding {
  from: number;
  to: number;
  severity: "error" | "warning";
  message: string;
}

interface CompleteReply {
  status: string;
  cursor_start: number;
  metadata: { _jupyter_types_experimental?: Proposal[] };
}

interface InspectReply {
  status: string;
  found: boolean;
  data: { "text/plain"?: string };
  metadata: { signatures?: Signatures };
}

interface DiagnosticsReply {
  status: string;
  diagnostics: { start: number; end: number; severity: "error" | "warning"; message: string }[];
}

/** What the kernel knows of a cell's code while it is typed. Undefined where no kernel answers. */
export class CellLanguage {
  /** @param above The sources of the cells above that have not run yet. */
  constructor(private readonly kernel: LessonKernel, private readonly above: () => string[]) {}

  async complete(code: string, index: number): Promise<Proposals | undefined> {
    const reply = await this.ask<CompleteReply>("complete_request", code, index);
    return reply && { from: fromCodePoints(code, reply.cursor_start), items: reply.metadata._jupyter_types_experimental ?? [] };
  }

  async inspect(code: string, index: number): Promise<Insight | undefined> {
    const reply = await this.ask<InspectReply>("inspect_request", code, index);
    return reply?.found ? { text: reply.data["text/plain"], signatures: reply.metadata.signatures } : undefined;
  }

  async diagnose(code: string): Promise<Finding[] | undefined> {
    const reply = await this.ask<DiagnosticsReply>("diagnostics_request", code, code.length);
    return reply?.diagnostics.map(({ start, end, severity, message }) => ({ from: fromCodePoints(code, start), to: fromCodePoints(code, end), severity, message }));
  }

  private async ask<T extends { status: string }>(type: string, code: string, index: number): Promise<T | undefined> {
    const reply = await this.kernel.ask<T>(type, { code, cursor_pos: toCodePoints(code, index), before: this.above() });
    return reply?.status === "ok" ? reply : undefined;
  }
}
