// The API over a catalogue that is there already, behind the shop's own server, in a process of its own.
import type { AddressInfo } from "node:net";
import { openStore } from "@xudong/database";
import { aMarket } from "@xudong/market/testing";
import { simulatedGateway } from "../site/server/gateway.ts";
import { createLog } from "../site/server/log.ts";
import { createShopServer } from "../site/server/serve.ts";
import { makeSecrets } from "../site/server/demo-secrets.ts";
import { readSettings } from "../site/server/settings.ts";

const store = await openStore(process.argv[2] ?? "", { durable: false });
const { market, clock } = await aMarket(store);
setInterval(() => clock.move(100), 100);
const shop = createShopServer(createLog({ secrets: [] }));
const publicUrl = "http://127.0.0.1";
const settings = readSettings({ XUDONG_MODE: "test" }, makeSecrets());
shop.open({
  market, publicUrl, ownOrigins: new Set(), gateway: simulatedGateway(settings, publicUrl, 1), isDemo: false, isSimulated: true, trustProxy: 0, logsAccess: false,
  files: async () => false,
  renderPage: (_request, response) => void response.writeHead(404).end(),
});
shop.server.listen(0, "127.0.0.1", () => process.send?.({ url: `http://127.0.0.1:${(shop.server.address() as AddressInfo).port}` }));
process.on("disconnect", () => void shop.stop().then(() => store.close()).finally(() => process.exit()));
