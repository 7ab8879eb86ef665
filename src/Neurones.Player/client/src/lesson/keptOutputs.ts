import type { Output } from "./notebook";

/** A cell's outputs, and the number of its run. */
export interface CellOutputs {
  outputs: Output[];
  count: number | null;
}

/** Outputs of a cell beyond so many characters are not kept: they would fill the learner's disk. */
const mostCharacters = 8_000_000;
const storeName = "outputs";

/** A lesson's outputs as this browser keeps them, so that loading the page again doesn't lose them. A browser that keeps nothing is none the worse. */
export class KeptOutputs {
  private readonly database = openDatabase();

  constructor(private readonly lesson: string) {}

  /** All that is kept of the lesson, by cell; what can't be read isn't there. */
  async all(): Promise<Map<string, CellOutputs>> {
    const kept = new Map<string, CellOutputs>();
    await this.attempt("readonly", async store => {
      const range = IDBKeyRange.bound([this.lesson], [this.lesson, []]);
      const [keys, values] = await Promise.all([done(store.getAllKeys(range)), done(store.getAll(range))]);
      keys.forEach((key, index) => {
        const value = parsed(values[index]);
        if (value) {
          kept.set((key as string[])[1]!, value);
        }
      });
    });
    return kept;
  }

  async save(cell: string, outputs: CellOutputs): Promise<void> {
    const text = JSON.stringify(outputs);
    await this.attempt("readwrite", store => outputs.outputs.length > 0 && text.length <= mostCharacters
      ? done(store.put(text, [this.lesson, cell]))
      : done(store.delete([this.lesson, cell])));
  }

  private async attempt(mode: IDBTransactionMode, action: (store: IDBObjectStore) => Promise<unknown>): Promise<void> {
    try {
      await action((await this.database).transaction(storeName, mode).objectStore(storeName));
    } catch (error) {
      console.warn(error);
    }
  }
}

let opening: Promise<IDBDatabase> | undefined;

function openDatabase(): Promise<IDBDatabase> {
  return (opening ??= new Promise((resolve, reject) => {
    const request = indexedDB.open("neurones", 1);
    request.onupgradeneeded = () => request.result.createObjectStore(storeName);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  }));
}

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

function parsed(text: unknown): CellOutputs | undefined {
  try {
    const { outputs, count } = JSON.parse(text as string) as CellOutputs;
    return Array.isArray(outputs) ? { outputs, count: typeof count === "number" ? count : null } : undefined;
  } catch {
    return undefined;
  }
}
