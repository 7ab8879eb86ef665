export interface Progress {
  /** Identifiers of the code cells that have run without error at least once. */
  done: string[];
  total: number;
}

const key = (lesson: string) => `neurones.progress.${lesson}`;

export function progressOf(lesson: string): Progress | undefined {
  const stored = localStorage.getItem(key(lesson));
  return stored ? (JSON.parse(stored) as Progress) : undefined;
}

export function recordProgress(lesson: string, cell: string, total: number): void {
  const done = new Set(progressOf(lesson)?.done).add(cell);
  localStorage.setItem(key(lesson), JSON.stringify({ done: [...done], total }));
}
