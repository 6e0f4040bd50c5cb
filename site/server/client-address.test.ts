import type { IncomingMessage } from "node:http";
import { expect, test } from "vitest";
import { clientAddress, isLoopback, plainAddress } from "./client-address.ts";

const from = (remoteAddress: string, forwarded?: string) =>
  ({ socket: { remoteAddress }, headers: forwarded === undefined ? {} : { "x-forwarded-for": forwarded } }) as unknown as IncomingMessage;

test("without a proxy nobody's word counts, only the connection", () => {
  expect(clientAddress(from("203.0.113.9", "1.2.3.4"), 0)).toBe("203.0.113.9");
});

test("behind one proxy the last entry counts, whatever the client wrote before it", () => {
  expect(clientAddress(from("10.0.0.1", "6.6.6.6, 127.0.0.1, 198.51.100.7"), 1)).toBe("198.51.100.7");
});

test("behind two proxies the last but one counts", () => {
  expect(clientAddress(from("10.0.0.1", "6.6.6.6, 198.51.100.7, 10.0.0.2"), 2)).toBe("198.51.100.7");
});

test("a list shorter than the proxies ends at its first entry", () => {
  expect(clientAddress(from("10.0.0.1", "198.51.100.7"), 3)).toBe("198.51.100.7");
  expect(clientAddress(from("10.0.0.1"), 1)).toBe("10.0.0.1");
});

test("an entry that is no address ends the trust at the proxy that wrote it", () => {
  expect(clientAddress(from("10.0.0.1", "198.51.100.7, unknown"), 2)).toBe("10.0.0.1");
  expect(clientAddress(from("10.0.0.1", "<script>"), 1)).toBe("10.0.0.1");
});

test.each([
  ["198.51.100.7:51234", "198.51.100.7"],
  ["[2001:DB8::1]:443", "2001:db8::1"],
  ["2001:0db8:0:0:0:0:0:1", "2001:db8::1"],
  ["::ffff:203.0.113.9", "203.0.113.9"],
  ["fe80::1%eth0", "fe80::1"],
  [" 127.0.0.1 ", "127.0.0.1"],
  ["localhost", undefined],
  ["", undefined],
  ["1.2.3.4.5", undefined],
])("%s is the address %s", (text, address) => {
  expect(plainAddress(text)).toBe(address);
});

test("IPv4 dressed as IPv6 is one address with its plain self", () => {
  expect(clientAddress(from("::ffff:127.0.0.1"), 0)).toBe("127.0.0.1");
  expect(isLoopback(clientAddress(from("::ffff:127.0.0.1"), 0))).toBe(true);
});
