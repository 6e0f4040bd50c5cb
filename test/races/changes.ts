/** One piece of one source that is replaced. */
export type Change = {
  /** From the root of the repository. */
  file: string;
  /** Stands there exactly once, or the change has gone stale. */
  find: string;
  replace: string;
};

/** A source with its changes made, one after the other. @throws Error where a piece does not stand there exactly once */
export function changed(source: string, changes: readonly Change[]): string {
  return changes.reduce((text, { file, find, replace }) => {
    const [before = "", after, ...more] = text.split(find);
    if (after === undefined || more.length > 0) throw new Error(`${file} no longer has exactly one place that reads as a race expects; write that race's change anew: ${find}`);
    return before + replace + after;
  }, source);
}
