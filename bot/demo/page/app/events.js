import { fetchState } from "./api.js";
import {
  dropMessage,
  putChat,
  putMessage,
  replaceState,
  setClock,
  setFaults,
  setOnline,
  setTour,
  setTyping,
  tell,
} from "./state.js";

const AGAIN_AFTER = 2000;
const GATHERED_FOR = 100;
/** What is acted on even when the fetched state holds it already. */
const ALWAYS = new Set(["toast", "reload"]);
let source;
let planned;
let loading = Promise.resolve();
let held = null;
let upTo = 0;

const refresh = () => (loading = loading.then(load, load));

/** Fetches the state. What is heard meanwhile waits, or an older state would undo it. */
async function load() {
  held ??= [];
  const fresh = await fetchState().catch(() => null);
  setOnline(fresh !== null);
  if (fresh === null) return refreshAfter(AGAIN_AFTER);
  upTo = fresh.last_event;
  replaceState(fresh);
  return release();
}

function release() {
  const waiting = held;
  held = null;
  waiting.forEach(act);
}

function hear(event) {
  if (held) held.push(event);
  else act(event);
}

function act(event) {
  if (ALWAYS.has(event.type) || Number(event.lastEventId) > upTo)
    HANDLERS[event.type](JSON.parse(event.data));
}

function refreshAfter(wait) {
  clearTimeout(planned);
  planned = setTimeout(refresh, wait);
}

const refreshSoon = () => refreshAfter(GATHERED_FOR);

const HANDLERS = {
  message: putMessage,
  edit: putMessage,
  delete: ({ chat_id, message_id }) => dropMessage(chat_id, message_id),
  toast: (answer) => tell("answered", answer),
  typing: ({ chat_id, action }) => setTyping(chat_id, action),
  chat: putChat,
  menu: refreshSoon,
  clock: ({ clock }) => setClock(clock),
  tour: ({ tour }) => setTour(tour),
  faults: ({ faults }) => setFaults(faults),
  reload: refreshSoon,
};

/**
 * Follows the server for as long as the page is shown. A browser that keeps a page one went away from must not keep
 * its stream too: it allows only six.
 */
export function startEvents() {
  follow();
  window.addEventListener("pagehide", () => source.close());
  window.addEventListener("pageshow", (event) => event.persisted && follow());
}

/**
 * Opens the stream. The whole state is fetched at each (re)connection, after the stream stands, so nothing falls
 * between the two; events that the state already holds change nothing.
 */
function follow() {
  source = new EventSource("/chat/events");
  source.onopen = refresh;
  source.onerror = () => {
    setOnline(false);
    if (source.readyState === EventSource.CLOSED) setTimeout(follow, AGAIN_AFTER);
  };
  for (const name of Object.keys(HANDLERS)) source.addEventListener(name, hear);
}
