/** Answers that are held back, so that a client's patience can be tried: until their time, or until somebody lets them go. */
export class Held {
  readonly #waiting = new Set<() => void>();
  #isStopped = false;

  /** Resolves when the answer may go; at once for no delay, or once we are stopping. */
  wait(delayMs: number): Promise<void> {
    if (delayMs <= 0 || this.#isStopped) return Promise.resolve();
    return new Promise((resolve) => {
      const go = (): void => {
        clearTimeout(timer);
        this.#waiting.delete(go);
        resolve();
      };
      const timer = setTimeout(go, delayMs);
      this.#waiting.add(go);
    });
  }

  /** Lets every held answer go and says how many there were. */
  release(): number {
    const waiting = [...this.#waiting];
    for (const go of waiting) go();
    return waiting.length;
  }

  stop(): void {
    this.#isStopped = true;
    this.release();
  }
}
