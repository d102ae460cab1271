import { local, t } from "./words.js";
import { toast } from "./toast.js";

/** Fetches the whole state; throws when the server cannot be reached. */
export async function fetchState() {
  const response = await fetch("/chat/state", { cache: "no-store" });
  if (!response.ok) throw new Error(response.statusText);
  return response.json();
}

/** Posts JSON or a FormData. True when it was taken; otherwise the reason is shown and it is false. */
export async function post(path, body) {
  const multipart = body instanceof FormData;
  const headers = multipart ? {} : { "Content-Type": "application/json" };
  try {
    const response = await fetch(path, {
      method: "POST",
      headers,
      body: multipart ? body : JSON.stringify(body),
    });
    if (response.ok) return true;
    const answer = await response.json().catch(() => ({}));
    toast(t("failed", { why: local(answer.error) || response.statusText }), "bad");
  } catch {
    toast(t("failed", { why: t("unreachable") }), "bad");
  }
  return false;
}

export const fileUrl = (fileId) => `/chat/file/${encodeURIComponent(fileId)}`;
