import type { Notebook } from "../lesson/notebook";

export interface LessonSummary {
  /** The notebook's path without `notebooks/` and `.ipynb`: `en/05-programming-a-neuron`. */
  id: string;
  title: string;
  language: string;
  solution: boolean;
  /** As in `5b`; empty for a notebook without a number. */
  number: string;
}

/** A learner's version of a cell, and the lesson's text that it started from. */
export interface CellEdit {
  source: string;
  original: string;
}

export type Edits = Record<string, CellEdit>;

/** How far a learner is in a lesson: cells by identifier, and how many the lesson has. */
export interface Progress {
  /** Code cells that have run without error at least once. */
  done: string[];
  /** Exercises whose check said "right" at least once. */
  solved: string[];
  /** The cell that ran last. */
  last: string | null;
  cells: number;
  exercises: number;
}

/** The learner's work: its folder on this computer, and the progress in each lesson that was begun. */
export interface Work {
  folder: string;
  lessons: Record<string, Progress>;
}

export class ServerError extends Error {
  constructor(readonly status: number, message: string) {
    super(message);
  }
}

/** The server's own API: lessons, the learner's edits of them, and the progress. */
export class Lessons {
  constructor(private readonly token: string) {}

  list(): Promise<LessonSummary[]> {
    return this.request("GET", "/lessons");
  }

  notebook(id: string): Promise<Notebook> {
    return this.request("GET", `/lessons/${id}`);
  }

  async edits(id: string): Promise<Edits> {
    return (await this.request<{ cells: Edits }>("GET", `/lessons/${id}/edits`)).cells;
  }

  saveEdits(id: string, cells: Edits): Promise<void> {
    return this.request("PUT", `/lessons/${id}/edits`, { cells });
  }

  work(): Promise<Work> {
    return this.request("GET", "/progress");
  }

  saveProgress(id: string, progress: Progress): Promise<void> {
    return this.request("PUT", `/lessons/${id}/progress`, progress);
  }

  private async request<T>(method: string, path: string, body?: object): Promise<T> {
    const payload = body && JSON.stringify(body);
    const response = await fetch(path, {
      method,
      headers: { Authorization: `token ${this.token}`, "Content-Type": "application/json" },
      body: payload,
      cache: "no-store",
      // An edit made just before the tab closes still arrives; browsers refuse this for long texts.
      keepalive: method === "PUT" && (payload?.length ?? 0) < 20_000,
    });
    const text = await response.text();
    if (!response.ok) {
      throw new ServerError(response.status, messageOf(text) ?? `${method} ${path}: ${response.status} ${response.statusText}`);
    }

    return (text ? JSON.parse(text) : undefined) as T;
  }
}

function messageOf(body: string): string | undefined {
  try {
    return (JSON.parse(body) as { message?: string }).message;
  } catch {
    return undefined;
  }
}
