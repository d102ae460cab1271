import { post } from "./api.js";
import { button, h } from "./dom.js";
import { sizeWords } from "./media.js";
import { t } from "./words.js";

const isPicture = (file) => /^image\/(png|jpeg|webp|gif)$/.test(file.type);

/** Shows what was picked, dropped or pasted, and sends it with a caption; pictures as such or as files. */
export function offerFiles(files, place) {
  if (!files.length) return;
  const caption = h("input", {
    type: "text",
    placeholder: t("caption"),
    "aria-label": t("caption"),
    autofocus: true,
    maxLength: 1024,
  });
  const asFile = h("input", { type: "checkbox", checked: !files.every(isPicture) });
  const send = (event) => {
    event.preventDefault();
    dialog.close();
    upload(files, place, caption.value, asFile.checked);
  };
  const dialog = h(
    "dialog",
    { class: "box", "aria-label": t("attach"), onclose: () => dialog.remove() },
    h(
      "form",
      { onsubmit: send },
      h("h2", {}, t("attach")),
      h("div", { class: "offered" }, files.map(offered)),
      files.every(isPicture) && h("label", { class: "check" }, asFile, t("asFile")),
      caption,
      h(
        "div",
        { class: "box-buttons" },
        button({ onclick: () => dialog.close() }, t("cancel")),
        h("button", { type: "submit", class: "primary" }, t("sendItems", { n: files.length })),
      ),
    ),
  );
  document.body.append(dialog);
  dialog.showModal();
}

function offered(file) {
  if (!isPicture(file))
    return h("div", { class: "offered-file" }, h("b", {}, file.name), h("small", {}, sizeWords(file.size)));
  const url = URL.createObjectURL(file);
  return h("img", { src: url, alt: file.name, onload: () => URL.revokeObjectURL(url) });
}

function upload(files, place, caption, asFile) {
  const body = new FormData();
  for (const [name, value] of Object.entries(place)) body.append(name, value);
  body.append("caption", caption.trim());
  for (const file of files) body.append("file", file, file.name);
  return post(asFile ? "/chat/document" : "/chat/photo", body);
}

/** Lets files be dropped on `area`. */
export function acceptDrops(area, offer) {
  let depth = 0;
  const hasFiles = (event) => event.dataTransfer?.types.includes("Files");
  const mark = (change) => {
    depth = change === 0 ? 0 : depth + change;
    area.classList.toggle("dropping", depth > 0);
  };
  area.addEventListener("dragenter", (event) => hasFiles(event) && mark(1));
  area.addEventListener("dragleave", (event) => hasFiles(event) && mark(-1));
  area.addEventListener("dragover", (event) => hasFiles(event) && event.preventDefault());
  area.addEventListener("drop", (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    mark(0);
    offer(event.dataTransfer.files);
  });
}
