import type { KernelMessage } from "@jupyterlab/services";
import type { Bundle } from "./bundle";

type Update = (data: Bundle, metadata: object) => void;

/** A lesson's outputs that can be updated later, by display id, in whichever cell they stand. */
export class Displays {
  private readonly byId = new Map<string, { owner: object; update: Update }[]>();

  add(id: string, owner: object, update: Update): void {
    this.byId.set(id, [...(this.byId.get(id) ?? []), { owner, update }]);
  }

  /** Shows a value in every place that has the id; there may be none. */
  update(id: string, data: Bundle, metadata: object): void {
    this.byId.get(id)?.forEach(display => display.update(data, metadata));
  }

  /** Takes an update_display_data message. */
  receive(message: KernelMessage.IIOPubMessage): void {
    const { data, metadata, transient } = message.content as { data: Bundle; metadata?: object; transient?: { display_id?: string } };
    if (transient?.display_id !== undefined) {
      this.update(transient.display_id, data, metadata ?? {});
    }
  }

  /** No update reaches the owner's outputs any more. */
  forget(owner: object): void {
    for (const [id, displays] of this.byId) {
      const others = displays.filter(display => display.owner !== owner);
      if (others.length > 0) {
        this.byId.set(id, others);
      } else {
        this.byId.delete(id);
      }
    }
  }
}
