import "./styles/page.css";
import { takeToken } from "./access";
import { contentsView } from "./contents/contentsView";
import { h } from "./dom";
import { Header } from "./header";
import { KernelServer } from "./kernel/server";
import { LessonView } from "./lesson/lessonView";
import { readAddress } from "./presenter/address";
import { Lessons, ServerError } from "./server/lessons";
import { startTheme } from "./theme";

const mostOpened = 4;

startTheme();
const header = new Header();
const main = h("main", { id: "main", tabindex: "-1" });
const skip = h("a", { class: "skip", href: "#main", onclick: (event: Event) => {
  event.preventDefault(); // The address says which lesson is shown.
  main.focus();
} }, "Skip to the text");
document.body.replaceChildren(skip, header.element, main);

const token = takeToken();
if (token === null) {
  show(message("This address has no key", "Open the whole address that Neurones printed when it started: it ends in ?token=… and is valid until the server stops."));
} else {
  start(token);
}

function start(token: string): void {
  const lessons = new Lessons(token);
  const server = new KernelServer(token);
  // A lesson that was opened stays as it is, outputs and all, while the learner looks at another; the last one shown is last.
  const opened = new Map<string, LessonView>();
  const scrolled = new Map<string, number>();
  let place = "";

  async function open(id: string, goOn: boolean): Promise<void> {
    if (id !== place) {
      opened.get(place)?.presenter.close();
    }

    scrolled.set(place, scrollY);
    place = id;
    try {
      const [all, work] = await Promise.all([lessons.list(), lessons.work()]);
      const summary = all.find(lesson => lesson.id === id);
      if (id !== "" && !summary) {
        return show(message("There is no such lesson", `No notebook has the name ${id}.`));
      }

      let view = opened.get(id);
      if (summary && !view) {
        const [notebook, edits] = await Promise.all([lessons.notebook(id), lessons.edits(id)]);
        view = opened.get(id) ?? new LessonView(lessons, server, summary, all, notebook, edits, work);
      }

      if (view) {
        opened.delete(id);
        opened.set(id, view);
        closeEarliest(opened);
      }

      if (place === id) {
        show(view?.element ?? contentsView(all, work), view);
        scrollTo({ top: scrolled.get(id) ?? 0, behavior: "instant" });
        if (goOn) {
          view?.goOn();
        }

        view?.presenter.follow();
      }
    } catch (error) {
      show(trouble(error));
    }
  }

  const follow = () => {
    const { lesson, goOn } = readAddress();
    void open(lesson, goOn);
  };
  addEventListener("hashchange", follow);
  addEventListener("keydown", event => {
    if (event.altKey && event.code === "KeyP") {
      event.preventDefault();
      opened.get(place)?.presenter.toggle();
    }
  });
  follow();
}

/** Each lesson holds one of the server's few kernels: of many lessons, those shown earliest let theirs go. */
function closeEarliest(opened: Map<string, LessonView>): void {
  const idle = [...opened].slice(0, -mostOpened).filter(([, view]) => !view.isRunning);
  for (const [id, view] of idle) {
    opened.delete(id);
    view.close();
  }
}

function show(content: HTMLElement, lesson?: LessonView): void {
  document.title = lesson ? `${lesson.summary.title} · Neurones` : "Deep learning from scratch · Neurones";
  header.show(lesson?.toolbar.element);
  if (content.parentElement === main) {
    return;
  }

  const moved = main.childElementCount > 0;
  main.replaceChildren(content);
  if (moved) {
    main.focus({ preventScroll: true }); // The link that led here is gone, and with it the place of the keyboard.
  }
}

function trouble(error: unknown): HTMLElement {
  if (error instanceof ServerError && (error.status === 401 || error.status === 403)) {
    return message("The server refused the key in this address", "Neurones makes a new key each time it starts. Open the address that it printed last.");
  }

  return error instanceof TypeError
    ? message("The server doesn't answer", "Is Neurones still running? Start it again and open the address that it prints.")
    : message("Something went wrong", (error as Error).message);
}

function message(title: string, text: string): HTMLElement {
  return h("div", { class: "message" }, h("h1", {}, title), h("p", {}, text));
}
