/**
 * Answers that are the same for everybody (decision 0021), kept while nothing can have changed them: while nobody has written anything to
 * the database, and within the second in which they were made. Cut-offs, price dates and midnights fall on whole seconds,
 * so an answer never outlives one; units of a hold that lapses may be told a second late, never early.
 */
export type KeptAnswers = <Answer>(key: string, make: () => Promise<Answer>) => Promise<Answer>;

/** More are made anew each time: a list has some 30 kB. */
const most = 500;

/** @param stamp differs from the one before as soon as anything has been written, by whichever process */
export function keptAnswers({ stamp, now }: { stamp(): Promise<string>; now(): Date }): KeptAnswers {
  let era = "";
  let kept = new Map<string, Promise<unknown>>();
  return async <Answer>(key: string, make: () => Promise<Answer>) => {
    const current = `${Math.floor(now().getTime() / 1000)} ${await stamp()}`;
    if (current !== era) {
      era = current;
      kept = new Map();
    }
    const known = kept.get(key);
    // The seam: a key has the route in it, and a route makes one kind of answer.
    if (known !== undefined) return known as Promise<Answer>;
    const making = make();
    const own = kept;
    if (own.size < most) own.set(key, making);
    // What was refused is asked again. It is told to whoever waits for it.
    making.catch(() => own.delete(key));
    return making;
  };
}
