export interface KeyActions {
  forward(): void;
  back(): void;
  nextStep(): void;
  previousStep(): void;
  first(): void;
  last(): void;
  run(): void;
  edit(): void;
  fullScreen(): void;
  leave(): void;
}

/** What a key does in presenter mode; a clicker sends Page Down and Page Up. Keys typed into an editor are the editor's. */
export function actionOf(event: KeyboardEvent): keyof KeyActions | undefined {
  const target = event.target instanceof Element ? event.target : document.body;
  const inEditor = target.closest(".cm-editor") !== null;
  if (event.altKey || event.metaKey) {
    return undefined;
  }

  if (event.key === "Enter" && (event.shiftKey || event.ctrlKey)) {
    return "run";
  }

  return inEditor || event.ctrlKey || isForTarget(target, event.key) ? undefined : keys(event);
}

/** Whether a key works what has the keyboard: a button, a fold, a table that scrolls, a figure that turns. */
function isForTarget(target: Element, key: string): boolean {
  return (key === "Enter" || key === " ") && target.closest("button, a, summary") !== null
    || key.startsWith("Arrow") && target.matches(".scroll")
    || (key.startsWith("Arrow") || key === " ") && target.matches(".plot:focus-visible");
}

function keys({ key, shiftKey }: KeyboardEvent): keyof KeyActions | undefined {
  switch (key) {
    case "PageDown":
    case "ArrowDown":
      return "forward";
    case "PageUp":
    case "ArrowUp":
      return "back";
    case " ":
      return shiftKey ? "back" : "forward";
    case "ArrowRight":
      return "nextStep";
    case "ArrowLeft":
      return "previousStep";
    case "Home":
      return "first";
    case "End":
      return "last";
    case "Enter":
      return "run";
    case "e":
    case "E":
      return "edit";
    case "f":
    case "F":
      return "fullScreen";
    case "Escape":
      return "leave";
    default:
      return undefined;
  }
}
