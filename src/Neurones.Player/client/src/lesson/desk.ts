import { button, h } from "../dom";
import { icon } from "../icons";
import { inWords, type LessonProgress } from "./progress";
import { progressBar } from "./progressBar";

export interface DeskActions {
  goOn(): void;
  download(): void;
  reset(): void;
}

/** The learner's own work in the lesson: how far it is, and what can be done with it. */
export class Desk {
  readonly element: HTMLElement;
  private readonly progress = h("p", { class: "desk-progress" });
  private readonly goOn: HTMLButtonElement;
  private readonly resetting: HTMLButtonElement;
  private readonly notice = h("div", { class: "desk-notice", role: "status" });

  constructor(folder: string, actions: DeskActions) {
    this.goOn = button(icon("goOn"), "Continue", actions.goOn, "primary");
    this.resetting = button(icon("restore"), "Reset lesson", actions.reset);
    this.resetting.title = "Take away your edits, the outputs, your progress and C#'s variables; can be undone, except for the variables";
    const copy = button(icon("download"), "Download my copy", actions.download);
    copy.title = "A notebook file with your edits and the outputs, for Jupyter or VS Code";
    this.element = h(
      "section",
      { class: "desk", "aria-label": "Your work", lang: "en" },
      this.progress,
      h("div", { class: "desk-actions" }, this.goOn, copy, this.resetting),
      this.notice,
      h(
        "details",
        {},
        h("summary", {}, "Keys, and where your work is kept"),
        h("p", {}, h("kbd", {}, "Shift+Enter"), " runs a cell and goes to the next, ", h("kbd", {}, "Ctrl+Enter"), " runs it and stays. ", h("kbd", {}, "Esc"), " leaves the editor: then ", h("kbd", {}, "Tab"), " goes on through the page, the arrow keys go from cell to cell, and ", h("kbd", {}, "Enter"), " goes back in."),
        h("p", {}, "Your edits and your progress are saved as you work, on this computer, in ", h("code", {}, folder), ". The outputs are kept by this browser. The lesson's own file is never changed."),
      ),
    );
  }

  show(progress: LessonProgress): void {
    const { now, next } = progress;
    this.progress.replaceChildren(progressBar(now), inWords(now));
    this.goOn.hidden = !next;
    this.goOn.lastElementChild!.textContent = `Continue at cell ${next?.number}`;
  }

  /** Says that the lesson was reset, and offers to undo it; goes when the learner goes on. */
  sayReset(undo: () => void): void {
    const back = button(icon("restore"), "Undo", () => {
      undo();
      this.notice.replaceChildren("Your edits, outputs and progress are back. The variables are not: run the cells again.");
      this.resetting.focus();
    });
    this.notice.replaceChildren(h("span", {}, "The lesson is as at the beginning: your edits, the outputs, your progress and the variables are gone."), back);
  }

  forget(): void {
    this.notice.replaceChildren();
  }
}
