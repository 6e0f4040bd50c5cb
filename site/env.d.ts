/// <reference types="astro/client" />

declare namespace App {
  /** What our server hands to every page. Pages open nothing themselves: a built site holds its own copy of each module. */
  interface Locals {
    market: import("@xudong/market").Market;
    /** The buyer's address as our server worked it out; never `Astro.clientAddress`. */
    clientAddress: string;
    /** Where the market is reached, without a final slash. Links a stranger follows are built from it, never from the Host that was sent. */
    publicUrl: string;
    gatewayOrigin: string;
    /** Says that the page is the same for everybody; it is then kept until something changes of what it asked the market. */
    keep: () => void;
    /** Draws the picture that is shown where somebody passes a page on; undefined where too many others wait. */
    drawCard: (card: import("./share-cards.ts").ShareCard) => Promise<Uint8Array | undefined>;
    isDemo: boolean;
    /** Where the simulator is reached from the browser that asked; absent where a real gateway is configured. */
    simulatorPayUrl?: string;
    /** Mail that was laid down here, on the pages of a demo that show it. */
    mailbox?: import("./server/mail/mailbox.ts").Mailbox;
  }
}
