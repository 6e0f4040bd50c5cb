// A browser for the journeys: found on the machine, held inside it, and watched for what a person would not see.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from "playwright-core";

export type Found = { readonly path: string } | { readonly missing: string };

/** The first browser there is: the one named by CHROMIUM_PATH, playwright's own, the system's. */
export function findBrowser(): Found {
  const named = process.env["CHROMIUM_PATH"];
  if (named) return existsSync(named) ? { path: named } : { missing: `CHROMIUM_PATH names ${named}, which does not exist.` };
  const path = [chromium.executablePath(), ...usualPlaces()].find((place) => place && existsSync(place));
  return path ? { path } : { missing: "neither Chromium nor Chrome nor Edge was found. Get one with `npx playwright-core install chromium`, or name yours in CHROMIUM_PATH." };
}

function usualPlaces(): string[] {
  if (process.platform === "darwin") {
    return ["Google Chrome", "Chromium", "Microsoft Edge"].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);
  }
  if (process.platform === "win32") {
    const programs = ["PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"].flatMap((name) => process.env[name] ?? []);
    return programs.flatMap((folder) => [join(folder, "Google/Chrome/Application/chrome.exe"), join(folder, "Microsoft/Edge/Application/msedge.exe")]);
  }
  return ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/snap/bin/chromium", "/usr/bin/google-chrome", "/opt/google/chrome/chrome", "/usr/bin/microsoft-edge"];
}

/** For `beforeEach(needsBrowser)`: without a browser a journey is skipped, and the run says why. */
export function needsBrowser({ skip }: { readonly skip: (note: string) => void }): void {
  const found = findBrowser();
  if ("missing" in found) skip(`no browser: ${found.missing}`);
}

/** Starts the browser so that it works as root, and so that no name but this machine's own can be resolved. */
export async function launchBrowser(): Promise<Browser> {
  const found = findBrowser();
  if ("missing" in found) throw new Error(`No browser: ${found.missing}`);
  return chromium.launch({
    executablePath: found.path,
    args: [
      "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
      "--disable-background-networking", "--disable-component-update", "--disable-sync",
      `--host-resolver-rules=MAP * ~NOTFOUND, ${["localhost", "*.localhost", "127.0.0.1", "[::1]"].map((host) => `EXCLUDE ${host}`).join(", ")}`,
    ],
  });
}

export type Visit = {
  /** Width of the window; 1280 is a desk, 390 a phone. */
  readonly width?: number;
  readonly height?: number;
  readonly javaScript?: boolean;
  readonly locale?: string;
  readonly colorScheme?: "light" | "dark";
  /** Complaints of the page that this story means to cause. Requests that leave the machine are never among them. */
  readonly expected?: readonly RegExp[];
  /** Anything else playwright knows about a person's browser: cookies kept, a place, a device. */
  readonly context?: BrowserContextOptions;
};

/** What went wrong behind the page's back. `fn` may read it at any time; what is left at the end fails the test. */
export type Seen = {
  /** `console.error` and uncaught errors, of the page and of pages it opened. */
  readonly errors: string[];
  /** What the content security policy refused. */
  readonly violations: string[];
  /** Requests to anywhere but this machine. */
  readonly foreign: string[];
};

let running: Promise<Browser> | undefined;

/** One browser serves a test file; it ends with the process that started it. */
function theBrowser(): Promise<Browser> {
  running ??= launchBrowser();
  return running;
}

/** Closes the browser that `withPage` keeps, for those who outlive a test file. */
export async function closeBrowser(): Promise<void> {
  const browser = await running;
  running = undefined;
  await browser?.close();
}

/**
 * Opens a page as one person would see it, with nothing remembered from before, and fails afterwards if
 * the page complained: an error in the console, something refused by the policy, a request to elsewhere.
 */
export async function withPage<T>(visit: Visit, fn: (page: Page, seen: Seen) => Promise<T>): Promise<T> {
  const browser = await theBrowser();
  const context = await browser.newContext({
    viewport: { width: visit.width ?? 1280, height: visit.height ?? 900 },
    javaScriptEnabled: visit.javaScript ?? true,
    locale: visit.locale ?? "vi-VN",
    colorScheme: visit.colorScheme ?? "light",
    timezoneId: "Asia/Ho_Chi_Minh",
    reducedMotion: "reduce",
    serviceWorkers: "block",
    ...visit.context,
  });
  try {
    const { seen, refusedPages } = watch(context);
    const page = await context.newPage();
    const value = await fn(page, seen);
    // A page that answers 404 or 409 on purpose is logged by the browser as a failed resource.
    const complaints = [...seen.errors, ...seen.violations]
      .filter((words) => ![...refusedPages].some((url) => words.includes("Failed to load resource") && words.endsWith(`(${url})`)))
      .filter((words) => !visit.expected?.some((pattern) => pattern.test(words)));
    const all = [...complaints, ...seen.foreign.map((url) => `left this machine: ${url}`)];
    if (all.length > 0) throw new Error(`The page complained ${all.length} times:\n${all.join("\n")}`);
    return value;
  } finally {
    await context.close();
  }
}

function watch(context: BrowserContext): { seen: Seen; refusedPages: Set<string> } {
  const seen: Seen = { errors: [], violations: [], foreign: [] };
  const refusedPages = new Set<string>();
  context.on("request", (request) => {
    if (!staysHere(request.url())) seen.foreign.push(`${request.method()} ${request.url()}`);
  });
  context.on("response", (response) => {
    if (response.status() >= 400 && response.request().isNavigationRequest()) refusedPages.add(response.url());
  });
  context.on("console", (message) => {
    if (message.type() !== "error") return;
    const words = `${message.text()} (${message.location().url})`;
    (/Content Security Policy/i.test(words) ? seen.violations : seen.errors).push(words);
  });
  context.on("weberror", (error) => seen.errors.push(error.error().stack ?? error.error().message));
  return { seen, refusedPages };
}

/** Loopback, or no network at all. */
export function staysHere(address: string): boolean {
  const { protocol, hostname } = new URL(address);
  if (!["http:", "https:", "ws:", "wss:", "ftp:"].includes(protocol)) return true;
  return hostname === "localhost" || hostname.endsWith(".localhost") || hostname === "[::1]" || /^127(\.\d+){3}$/.test(hostname);
}
