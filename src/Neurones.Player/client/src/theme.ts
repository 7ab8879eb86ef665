export type Theme = "light" | "dark";

const storageKey = "neurones.theme";
const system = matchMedia("(prefers-color-scheme: dark)");
const paper = matchMedia("print");
const listeners = new Set<(theme: Theme) => void>();

/** Light on paper; else the learner's choice if there is one, else the system's. */
export function currentTheme(): Theme {
  if (paper.matches) {
    return "light";
  }

  const chosen = localStorage.getItem(storageKey);
  return chosen === "light" || chosen === "dark" ? chosen : system.matches ? "dark" : "light";
}

/** Calls back on each change of theme. */
export function onThemeChange(listener: (theme: Theme) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function toggleTheme(): void {
  const next = currentTheme() === "dark" ? "light" : "dark";
  if ((next === "dark") === system.matches) {
    localStorage.removeItem(storageKey);
  } else {
    localStorage.setItem(storageKey, next);
  }

  apply();
}

export function startTheme(): void {
  system.addEventListener("change", apply);
  paper.addEventListener("change", apply);
  apply();
}

function apply(): void {
  const theme = currentTheme();
  document.documentElement.dataset.theme = theme;
  for (const listener of listeners) {
    listener(theme);
  }
}
