import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { extname, join, relative, sep } from "node:path";
import { accepted, compressed, isKnown, type Encoding } from "./compressed.ts";

/** Answers a request for a file; false where there is no such file. */
export type StaticFiles = (request: IncomingMessage, response: ServerResponse, path: string) => Promise<boolean>;

type Kept = { bytes: Buffer; etag: string };

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".map": "application/json; charset=utf-8",
  ".webmanifest": "application/manifest+json; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".xml": "application/xml; charset=utf-8",
  ".svg": "image/svg+xml; charset=utf-8",
  ".ico": "image/x-icon",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".jpeg": "image/jpeg",
  ".webp": "image/webp",
  ".avif": "image/avif",
  ".gif": "image/gif",
  ".woff2": "font/woff2",
  ".woff": "font/woff",
  ".wasm": "application/wasm",
  ".pdf": "application/pdf",
};
const worthCompressing = /^(?:text\/|application\/(?:json|xml|manifest)|image\/(?:svg|x-icon))/;
/** Astro puts a hash of the content into these names: what they name never changes. */
const hashedFolder = "/_astro/";
const mostKeptBytes = 64 * 1024 * 1024;

/**
 * Serves the files of a folder, listed once: a path that is not in the list is not served, so no path can lead out of
 * the folder. Each file is read and compressed when first asked for and then kept in memory, up to a bound.
 */
export async function staticFiles(folder: string, { mostBytes = mostKeptBytes }: { mostBytes?: number } = {}): Promise<StaticFiles> {
  const files = existsSync(folder) ? await listed(folder) : new Map<string, string>();
  const kept = new Map<string, Promise<Kept>>();
  let keptBytes = 0;

  async function load(file: string, encoding: Encoding): Promise<Kept> {
    const plain = await readFile(file);
    const bytes = await compressed(plain, encoding);
    const etag = `"${createHash("sha256").update(plain).digest("base64url").slice(0, 22)}${encoding === "identity" ? "" : `-${encoding}`}"`;
    return { bytes, etag };
  }

  function find(file: string, encoding: Encoding): Promise<Kept> {
    const name = `${encoding} ${file}`;
    const known = kept.get(name);
    if (known !== undefined) return known;
    const loading = load(file, encoding);
    kept.set(name, loading);
    loading.then(({ bytes }) => {
      keptBytes += bytes.length;
      if (keptBytes <= mostBytes) return;
      keptBytes -= bytes.length;
      kept.delete(name);
    }, () => kept.delete(name));
    return loading;
  }

  return async (request, response, path) => {
    if (request.method !== "GET" && request.method !== "HEAD") return false;
    const file = files.get(path) ?? files.get(decodeURIComponent(path));
    if (file === undefined) return false;
    const type = types[extname(file).toLowerCase()] ?? "application/octet-stream";
    const isCompressible = worthCompressing.test(type);
    const { bytes, etag } = await find(file, isCompressible ? accepted(request.headers["accept-encoding"]) : "identity");
    if (isCompressible) response.setHeader("vary", "Accept-Encoding");
    response.setHeader("etag", etag);
    response.setHeader("cache-control", path.startsWith(hashedFolder) ? "public, max-age=31536000, immutable" : "no-cache");
    if (isKnown(request.headers["if-none-match"], etag)) {
      response.writeHead(304).end();
      return true;
    }
    const suffix = /-(br|gzip)"$/.exec(etag)?.[1];
    if (suffix !== undefined) response.setHeader("content-encoding", suffix);
    response.writeHead(200, { "content-type": type, "content-length": bytes.length });
    response.end(request.method === "HEAD" ? undefined : bytes);
    return true;
  };
}

/** Every file by the paths it answers to. Files whose name begins with a dot are nobody's business. */
async function listed(folder: string): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name);
    const path = `/${relative(folder, file).split(sep).join("/")}`;
    if (!entry.isFile() || path.includes("/.")) continue;
    files.set(path, file);
    if (!path.endsWith(".html")) continue;
    files.set(path.replace(/(\/index)?\.html$/, "") || "/", file);
    if (path.endsWith("/index.html")) files.set(path.slice(0, -"index.html".length), file);
  }
  return files;
}
