// The page that `neurones export --html` makes of a lesson: all that the lesson page shows, and no kernel.
import "../styles/reader.css";
import { h } from "../dom";
import { startTheme } from "../theme";
import { ownContent } from "./content";
import { contentsPage } from "./contentsPage";
import { lessonPage } from "./lessonPage";

const content = ownContent();
startTheme();
document.body.replaceChildren(
  h("a", { class: "skip", href: "#main" }, "Skip to the text"),
  ...("notebook" in content ? lessonPage(content) : contentsPage(content)),
);
// What the address names wasn't there yet when the browser looked for it.
document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView();
