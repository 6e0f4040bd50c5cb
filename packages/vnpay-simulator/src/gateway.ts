import type { Books } from "./books.ts";
import type { Clock } from "./clock.ts";
import type { Courier } from "./courier.ts";
import type { Held } from "./held.ts";
import type { Terminal } from "./terminal.ts";

/** What every part of a running simulator works with. Terminals may be changed while it runs. */
export interface Gateway {
  readonly books: Books;
  readonly clock: Clock;
  readonly courier: Courier;
  readonly held: Held;
  readonly terminals: Map<string, Terminal>;
  readonly log: (line: string) => void;
}
