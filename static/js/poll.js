// [data-poll=address]: this piece of page is asked again while it works; when it is over, the page is.
const DELAY = 1000;

async function again(piece, etag) {
  const headers = etag ? { "If-None-Match": etag } : {};
  const answer = await fetch(piece.dataset.poll, { headers }).catch(() => null);
  if (answer?.ok) {
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("[data-poll]");
    if (!fresh || "over" in fresh.dataset) return window.location.reload();
    piece.replaceWith(fresh);
    piece = fresh;
    etag = answer.headers.get("ETag");
  }
  window.setTimeout(() => again(piece, etag), DELAY);
}

for (const piece of document.querySelectorAll("[data-poll]")) window.setTimeout(() => again(piece, ""), DELAY);
