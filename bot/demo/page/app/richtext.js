import { button, h } from "./dom.js";
import { followUrl } from "./links.js";
import { t } from "./words.js";

const PLAIN = {
  b: "b",
  strong: "b",
  i: "i",
  em: "i",
  u: "u",
  ins: "u",
  s: "s",
  strike: "s",
  del: "s",
  code: "code",
  pre: "pre",
  br: "br",
};
const LINK = /(?<link>(?:https?:\/\/|t\.me\/)[^\s<>"，。；、）)]+)/;
const COMMAND = /(?<command>(?<![\w/<])\/[a-z][a-z0-9_]{0,31}(?:@\w+)?)/;
const MENTION = /(?<mention>(?<!\w)@[A-Za-z]\w{3,31})/;
const FOUND = new RegExp([LINK, COMMAND, MENTION].map((one) => one.source).join("|"), "g");

/**
 * The bot's HTML as elements, built from an allow-list: what is not on it leaves only its text.
 * `say(command)` is called when a command in the text is pressed.
 */
export function richText(html, say) {
  const parsed = new DOMParser().parseFromString(html, "text/html");
  return [...parsed.body.childNodes].map((node) => convert(node, say, false));
}

function convert(node, say, literal) {
  if (node.nodeType === Node.TEXT_NODE) return literal ? node.data : linkUp(besideBlocks(node), say);
  if (node.nodeType !== Node.ELEMENT_NODE) return "";
  const tag = node.localName;
  const inside = [...node.childNodes].map((child) =>
    convert(child, say, literal || ["a", "code", "pre"].includes(tag)),
  );
  if (tag in PLAIN) return h(PLAIN[tag], {}, inside);
  if (tag === "a") return link(node.getAttribute("href"), inside);
  if (tag === "blockquote") return quote(inside, node.hasAttribute("expandable"));
  if (tag === "tg-spoiler" || node.classList.contains("tg-spoiler")) return spoiler(inside);
  return inside.flat(Infinity).length ? h("span", {}, inside) : "";
}

/** The text without the line breaks that a quote's or code's own box beside it makes already. */
function besideBlocks({ data, previousSibling, nextSibling }) {
  const isBlock = (node) => ["blockquote", "pre"].includes(node?.localName);
  const begun = isBlock(previousSibling) ? data.replace(/^\n/, "") : data;
  return isBlock(nextSibling) ? begun.replace(/\n$/, "") : begun;
}

function link(href, inside) {
  if (!/^(https?:|mailto:|tel:|t\.me\/)/i.test(href ?? "")) return h("span", { class: "mention" }, inside);
  const url = href.replace(/^t\.me/i, "https://t.me");
  const follow = (event) => {
    event.preventDefault();
    followUrl(url);
  };
  return h("a", { href: url, target: "_blank", rel: "noopener noreferrer", onclick: follow }, inside);
}

function spoiler(inside) {
  const hidden = h(
    "span",
    { class: "spoiler", role: "button", tabIndex: 0, "aria-label": t("spoiler") },
    h("span", {}, inside),
  );
  const reveal = () => {
    hidden.classList.add("shown");
    for (const name of ["role", "tabindex", "aria-label"]) hidden.removeAttribute(name);
  };
  hidden.addEventListener("click", reveal);
  hidden.addEventListener("keydown", (event) => {
    if (["Enter", " "].includes(event.key)) reveal();
  });
  return hidden;
}

function quote(inside, expandable) {
  if (!expandable) return h("blockquote", {}, inside);
  const body = h("div", { class: "quote-body" }, inside);
  const toggle = button({ class: "quote-toggle", "aria-expanded": "false", onclick: flip }, t("expand"));
  const box = h("blockquote", { class: "folded" }, body, toggle);
  function flip() {
    const open = !box.classList.toggle("folded");
    toggle.setAttribute("aria-expanded", String(open));
    toggle.textContent = t(open ? "collapse" : "expand");
  }
  return box;
}

function linkUp(text, say) {
  const parts = [];
  let from = 0;
  for (const found of text.matchAll(FOUND)) {
    parts.push(text.slice(from, found.index), linked(found, say));
    from = found.index + found[0].length;
  }
  return [...parts, text.slice(from)].filter(Boolean);
}

function linked({ 0: text, groups }, say) {
  if (groups.link) return link(text, [text]);
  if (groups.command) return button({ class: "command", onclick: () => say(text) }, text);
  return h("span", { class: "mention" }, text);
}
