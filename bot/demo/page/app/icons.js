const SVG = "http://www.w3.org/2000/svg";

const PATHS = {
  attach:
    "M20 11.5 12 19.4a5 5 0 0 1-7.1-7.1l8.3-8.2a3.3 3.3 0 0 1 4.7 4.7l-8.2 8.1a1.7 1.7 0 0 1-2.4-2.4L14.6 7.2",
  back: "M15 5l-7 7 7 7",
  bolt: "M13 3 5 13.5h6L10 21l9-11.5h-6.5z",
  check: "M5 12.5 10 17.5 19 7",
  close: "M6 6l12 12M18 6 6 18",
  command: "M15 4 9 20",
  copy: "M9 9h11v11H9zM15 9V4H4v11h5",
  down: "M6 9l6 6 6-6",
  download: "M12 4v11m0 0 5-5m-5 5-5-5M5 20h14",
  edit: "M4 20h4L19 9l-4-4L4 16z",
  file: "M6 3h8l5 5v13H6zM14 3v5h5",
  flag: "M6 21V4h11l-2 4 2 4H6",
  keyboard: "M3 6h18v12H3zM7 10h.01M11 10h.01M15 10h.01M7 14h10",
  link: "M10 14a4 4 0 0 0 6 .4l3-3a4 4 0 0 0-5.7-5.7l-1.5 1.5M14 10a4 4 0 0 0-6-.4l-3 3a4 4 0 0 0 5.7 5.7l1.5-1.5",
  moon: "M20 14.5A8.5 8.5 0 0 1 9.5 4 8.5 8.5 0 1 0 20 14.5z",
  more: "M12 5.5v.01M12 12v.01M12 18.5v.01",
  people:
    "M9 5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7zM2.5 20a6.5 6.5 0 0 1 13 0M16 5.3a3.5 3.5 0 0 1 0 6.4M18 14.5a6.5 6.5 0 0 1 3.5 5.5",
  phone: "M6 3h4l1.5 5-2.5 2a12 12 0 0 0 5 5l2-2.5 5 1.5v4a2 2 0 0 1-2.2 2A17 17 0 0 1 4 5.2 2 2 0 0 1 6 3z",
  pin: "M9 4h6l-1 6 4 3v2H6v-2l4-3zM12 15v6",
  reply: "M10 6 4 12l6 6M4 12h9a7 7 0 0 1 7 7",
  restart: "M20 12a8 8 0 1 1-2.5-5.8M20 3v5h-5",
  send: "M4 12 20 4l-5 16-3.5-6.5z",
  split: "M4 5h16v14H4zM12 5v14",
  stop: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM6 6l12 12",
  sun: "M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 2v2M12 20v2M2 12h2M20 12h2M5 5l1.5 1.5M17.5 17.5 19 19M5 19l1.5-1.5M17.5 6.5 19 5",
  up: "M12 20V5m0 0-6 6m6-6 6 6",
};

/** A line drawing in the colour of the text around it. */
export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", `icon icon-${name}`);
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", PATHS[name]);
  svg.append(path);
  return svg;
}
