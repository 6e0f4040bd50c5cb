import { AsyncLocalStorage } from 'node:async_hooks';
import { eq, sql } from 'drizzle-orm';
import { expect, test, vi } from 'vitest';
import { eachDatabase, onlyOn } from '../testing/each-database.ts';
import { isDuplicate, type Store, type Tx } from './index.ts';

const put = (tx: Tx, name: string, holder = 'somebody') => tx.insert(tx.t.leases).values({ name, holder, lapsesAt: new Date(0) });
const names = async (store: Store) => (await store.read.select({ name: store.read.t.leases.name }).from(store.read.t.leases)).map((row) => row.name).sort();

eachDatabase('A transaction', (database) => {
  test('is kept when its function resolves, and gives its value', async () => {
    expect(await database.store.write(async (tx) => (await put(tx, 'kept'), 7))).toBe(7);
    expect(await names(database.store)).toContain('kept');
  });

  test('is undone when its function throws, and the error goes through', async () => {
    const refusal = new Error('no');
    const asked = database.store.write(async (tx) => {
      await put(tx, 'undone');
      throw refusal;
    });
    await expect(asked).rejects.toBe(refusal);
    expect(await names(database.store)).not.toContain('undone');
  });

  test('is not seen by readers before it is kept', async () => {
    await database.store.write(async (tx) => {
      await put(tx, 'unseen');
      expect(await names(database.store)).not.toContain('unseen');
    });
    expect(await names(database.store)).toContain('unseen');
  });

  test('may lose a part and keep the rest', async () => {
    await database.store.write(async (tx) => {
      await put(tx, 'outer');
      await expect(
        tx.savepoint(async () => {
          await put(tx, 'part');
          await put(tx, 'outer');
        }),
      ).rejects.toSatisfy(isDuplicate);
      await tx.savepoint(() => tx.savepoint(async () => void (await put(tx, 'inner'))));
      await put(tx, 'after');
    });
    const left = await names(database.store);
    expect(left).toEqual(expect.arrayContaining(['after', 'inner', 'outer']));
    expect(left).not.toContain('part');
  });

  test('is refused inside another, which would wait for itself', async () => {
    await database.store.write(async (tx) => {
      await expect(database.store.write(async () => 1)).rejects.toThrow('inside');
      await put(tx, 'still usable');
    });
    expect(await names(database.store)).toContain('still usable');
  });

  test('refuses to speak once it is over', async () => {
    const kept = await database.store.write(async (tx) => tx);
    await expect(async () => put(kept, 'late')).rejects.toThrow(); // Drizzle may wrap the refusal
    await expect(async () => kept.savepoint(async () => 1)).rejects.toThrow('over');
    await database.store.write(async () => {
      await expect(async () => kept.select().from(kept.t.leases)).rejects.toThrow();
    }).catch(() => undefined);
    expect(await names(database.store)).not.toContain('late');
  });

  test('runs a query that its function only returns', async () => {
    await database.store.write((tx) => put(tx, 'returned'));
    expect(await names(database.store)).toContain('returned');
  });

  test('knows the surroundings of whoever asked for it', async () => {
    const request = new AsyncLocalStorage<string>();
    const seen = await Promise.all(['a', 'b', 'c'].map((id) => request.run(id, () => database.store.write(async () => request.getStore()))));
    expect(seen).toEqual(['a', 'b', 'c']);
  });

  test('that fails costs its neighbours nothing', async () => {
    await database.store.write((tx) => put(tx, 'taken'));
    const asked = Array.from({ length: 30 }, (_, i) => database.store.write((tx) => put(tx, i % 3 === 0 ? 'taken' : `neighbour ${i}`)));
    const outcomes = await Promise.allSettled(asked);
    expect(outcomes.filter(({ status }) => status === 'rejected')).toHaveLength(10);
    expect((await names(database.store)).filter((name) => name.startsWith('neighbour'))).toHaveLength(20);
  });

  test('tells others after its commit, and only then', async () => {
    const told: string[] = [];
    await database.store.write(async (tx) => {
      tx.afterCommit(() => void told.push('first'));
      await tx.savepoint(async () => {
        tx.afterCommit(() => void told.push('of a part that failed'));
        throw new Error('no');
      }).catch(() => undefined);
      expect(told).toEqual([]);
    });
    expect(told).toEqual(['first']);
    await database.store.write(async (tx) => {
      tx.afterCommit(() => void told.push('never'));
      throw new Error('no');
    }).catch(() => undefined);
    expect(told).toEqual(['first']);
  });

  test('may be followed by another one that somebody starts when told', async () => {
    let followed: Promise<unknown> = Promise.resolve();
    await database.store.write(async (tx) => tx.afterCommit(() => void (followed = database.store.write((next) => put(next, 'followed')))));
    await followed;
    expect(await names(database.store)).toContain('followed');
  });

  test('is not harmed by what those told do wrong', async () => {
    const log = vi.fn();
    const store = await database.open({ log });
    await store.write(async (tx) => {
      tx.afterCommit(() => {
        throw new Error('at once');
      });
      tx.afterCommit(() => Promise.reject(new Error('later')));
      await put(tx, 'unharmed');
    });
    expect(await names(store)).toContain('unharmed');
    await vi.waitFor(() => expect(log).toHaveBeenCalledTimes(2));
  });

  test('gives counts and sums as numbers', async () => {
    await database.store.write(async (tx) => {
      const t = tx.t.outboxCursors;
      await tx.insert(t).values([5, 9_007_199_254_740_991 - 5].map((xid, i) => ({ name: `sum ${i}`, xid, outboxId: i, movedAt: new Date(0) })));
      expect(await tx.rows(sql`select sum(xid) as total, count(*) as n from outbox_cursors`)).toEqual([{ total: 9_007_199_254_740_991, n: 2 }]);
      expect(await tx.$count(t)).toBe(2);
      expect(await tx.select().from(t).where(eq(t.name, 'sum 0'))).toEqual([{ name: 'sum 0', xid: 5, outboxId: 0, movedAt: new Date(0) }]);
    });
  });
});
