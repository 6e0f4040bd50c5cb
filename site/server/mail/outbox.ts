import { join } from "node:path";

/** Where mail is laid that no server is set for, below the folder of data. */
export const outboxIn = (dataFolder: string): string => join(dataFolder, "outbox");
