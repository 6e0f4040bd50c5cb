/** What pages receive besides what `env.d.ts` promises them: for the middleware and the 500 page. */
declare namespace App {
  interface Locals {
    /** Hears what the page looks at, where a copy of it may be kept. */
    copying?: import("./answer-page.ts").PageCopying;
    /** The answer where the database had no room for a page; undefined for a fault. */
    busyAnswer?: (error: unknown) => Response | undefined;
    /** Logs a fault once and gives back its reference. */
    reportError?: (error: unknown) => string;
    /** The reference of the fault that led to the 500 page. */
    errorReference?: string;
  }
}
