type Attribute = string | boolean | undefined | ((event: never) => void);
type Child = Node | string | undefined;

/** Makes an element: `h("button", { type: "button", onclick: run }, "Run")`. */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Record<string, Attribute> = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") {
      element.addEventListener(name.slice(2), value as EventListener);
    } else if (value === true) {
      element.setAttribute(name, "");
    } else if (typeof value === "string") {
      element.setAttribute(name, value);
    }
  }

  element.append(...children.filter(child => child !== undefined));
  return element;
}

/** A button with an icon and a word. */
export function button(icon: Node, label: string, onclick: () => void, className = ""): HTMLButtonElement {
  return h("button", { type: "button", class: `button ${className}`.trim(), onclick }, icon, h("span", {}, label));
}
