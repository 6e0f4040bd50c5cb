/** What each state may become, as one table that can be read aloud. */
export type Moves<State extends string = string> = { readonly [From in State]: readonly State[] };

/** A state's public word, in both languages: internal truth and what a person is told are two columns of one list. */
export type PublicWords<State extends string> = { readonly [S in State]: { readonly vi: string; readonly en: string } };

/** True where the table knows the move. */
export function mayMove<State extends string>(moves: Moves<State>, from: State, to: State): boolean {
  return moves[from].includes(to);
}
