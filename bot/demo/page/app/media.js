import { fileUrl } from "./api.js";
import { button, h, iconButton } from "./dom.js";
import { icon } from "./icons.js";
import { t } from "./words.js";

const READABLE = /^text\/|json$|csv$/;
const READABLE_UP_TO = 200000;

/** Its file name; as in Telegram, a photo has none. */
const nameOf = (item) => (item.kind === "photo" ? t("photo") : (item.name ?? t("document")));

/** A picture to enlarge, or a file to look at (pictures and texts) and download. */
export const mediaItem = (item) => (item.kind === "photo" ? picture(item) : file(item));

function picture(item) {
  const image = h("img", { src: fileUrl(item.file_id), alt: nameOf(item), loading: "lazy" });
  if (item.width) Object.assign(image, { width: item.width, height: item.height });
  return button(
    {
      class: "picture",
      "aria-label": `${t("look")}: ${nameOf(item)}`,
      onclick: () => enlarge(item),
    },
    image,
  );
}

function file(item) {
  const look = looker(item);
  return h(
    "div",
    { class: "file" },
    h("span", { class: "file-kind", "aria-hidden": "true" }, extension(item.name)),
    h(
      "span",
      { class: "file-words" },
      h("span", { class: "file-name" }, nameOf(item)),
      h("small", {}, sizeWords(item.size)),
    ),
    look && button({ class: "text-button", onclick: look }, t("look")),
    h(
      "a",
      {
        class: "icon-button",
        href: fileUrl(item.file_id),
        download: item.name ?? "",
        "aria-label": `${t("download")} ${item.name}`,
        title: t("download"),
      },
      icon("download"),
    ),
  );
}

/** How this file is looked at in the browser, null when it can only be downloaded. */
function looker(item) {
  const mime = item.mime ?? "";
  if (/^image\/(png|jpeg|gif|webp)$/.test(mime)) return () => enlargeFile(item);
  if (READABLE.test(mime) && item.size <= READABLE_UP_TO) return () => read(item);
  return null;
}

const enlarge = (item, src = fileUrl(item.file_id)) =>
  viewer(item, h("img", { src, alt: nameOf(item) }));

const content = async (item) => (await fetch(fileUrl(item.file_id))).arrayBuffer();

const enlargeFile = async (item) =>
  enlarge(item, URL.createObjectURL(new Blob([await content(item)], { type: item.mime })));

const read = async (item) => viewer(item, h("pre", { tabIndex: 0 }, decode(await content(item))));

function decode(bytes) {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("gb18030").decode(bytes);
  }
}

function viewer(item, content) {
  const dialog = h(
    "dialog",
    { class: "viewer", "aria-label": nameOf(item), onclose: () => dialog.remove() },
    h(
      "header",
      {},
      h("span", {}, nameOf(item)),
      h(
        "a",
        {
          class: "icon-button",
          href: fileUrl(item.file_id),
          download: item.kind === "photo" ? "photo.jpg" : item.name,
          "aria-label": t("download"),
          title: t("download"),
        },
        icon("download"),
      ),
      iconButton(icon("close"), t("close"), { onclick: () => dialog.close() }),
    ),
    content,
  );
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  document.body.append(dialog);
  dialog.showModal();
}

const extension = (name) => (/\.(\w{1,4})$/.exec(name ?? "")?.[1] ?? "·").toUpperCase();

/** "12 KB". */
export function sizeWords(bytes) {
  if (!bytes) return "";
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1048576) return `${Math.round(bytes / 1024)} KB`;
  return `${(bytes / 1048576).toFixed(1)} MB`;
}
