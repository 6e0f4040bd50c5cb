import type { IncomingMessage, ServerResponse } from "node:http";

type Plain = { status: number; code: string; vi: string; en: string; /** When to ask again. */ retryAfterSeconds?: number };

/** What the server itself refuses, before any page or verb is asked. */
export const refusals = {
  malformed: { status: 400, code: "request.invalid", vi: "Địa chỉ hoặc yêu cầu này không hợp lệ.", en: "This address or request is malformed." },
  foreign: { status: 403, code: "request.forbidden_origin", vi: "Biểu mẫu được gửi từ một trang khác nên không được nhận. Hãy mở lại trang và gửi lần nữa.", en: "This form was sent from another site, so it was not accepted. Open the page again and send it from there." },
  method: { status: 405, code: "request.method_not_allowed", vi: "Địa chỉ này không nhận kiểu yêu cầu đó.", en: "This address does not take that kind of request." },
  tooLarge: { status: 413, code: "request.too_large", vi: "Nội dung gửi lên quá lớn.", en: "What was sent is too large." },
  starting: { status: 503, code: "server.starting", vi: "Chợ đang mở cửa, vui lòng thử lại sau giây lát.", en: "The market is opening. Please try again in a moment.", retryAfterSeconds: 1 },
  busy: { status: 503, code: "server.busy", vi: "Chợ đang rất đông nên chưa trả lời kịp. Mời bạn thử lại sau ít giây.", en: "The market is very busy and could not answer in time. Please try again in a few seconds.", retryAfterSeconds: 5 },
  unavailable: { status: 500, code: "server.failed", vi: "Đã có trục trặc ở phía chúng tôi. Vui lòng thử lại sau.", en: "Something went wrong on our side. Please try again later." },
} as const satisfies Record<string, Plain>;

/** Answers in the form the asker reads: problem+json for the API, a plain page for people. */
export function refuse(request: IncomingMessage, response: ServerResponse, plain: Plain, reference?: string): void {
  const { status, code, en, retryAfterSeconds } = plain;
  if (response.headersSent || response.destroyed) {
    response.destroy();
    return;
  }
  for (const name of ["etag", "cache-control", "content-encoding", "vary", "content-length"]) response.removeHeader(name);
  const isApi = /^\/(?:api\/|dev\/|healthz|readyz)/.test(request.url ?? "");
  const body = isApi
    ? JSON.stringify({ type: "about:blank", title: en, status, code, ...(reference === undefined ? {} : { reference }) })
    : page(plain, reference);
  // The rest of a body nobody reads would otherwise be taken for the next request.
  if (!request.complete) response.setHeader("connection", "close");
  if (retryAfterSeconds !== undefined) response.setHeader("retry-after", String(retryAfterSeconds));
  response.writeHead(status, {
    "content-type": isApi ? "application/problem+json" : "text/html; charset=utf-8",
    "cache-control": "no-store",
    "content-length": Buffer.byteLength(body),
  });
  response.end(request.method === "HEAD" ? undefined : body);
}

/** The same for a page that has begun to answer, and must do so in the way of the Fetch API. */
export function plainResponse(plain: Plain): Response {
  const headers = new Headers({ "content-type": "text/html; charset=utf-8", "cache-control": "no-store" });
  if (plain.retryAfterSeconds !== undefined) headers.set("retry-after", String(plain.retryAfterSeconds));
  return new Response(page(plain, undefined), { status: plain.status, headers });
}

function page({ status, code, vi, en }: Plain, reference: string | undefined): string {
  // Only while we open: a busy market is not helped by browsers that ask by themselves, and a form would be lost.
  const reload = code === "server.starting" ? '<meta http-equiv="refresh" content="2">' : "";
  const note = reference === undefined ? "" : `<p>Mã tra cứu · Reference: <code>${reference}</code></p>`;
  return `<!doctype html><html lang="vi"><meta charset="utf-8"><meta name="viewport" content="width=device-width">${reload}<title>${status} · Chợ Xứ Đông</title><h1>${vi}</h1><p lang="en">${en}</p>${note}<p><a href="/">Chợ Xứ Đông</a></p></html>\n`;
}
