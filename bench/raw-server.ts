// A bare node:http server that answers every request with the same bytes: what the machine could do at best.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";

const body = readFileSync(process.argv[2] ?? "");
createServer((_request, response) => {
  response.writeHead(200, { "content-type": process.argv[4] ?? "text/html; charset=utf-8", "content-length": body.length });
  response.end(body);
}).listen(Number(process.argv[3] ?? 0), "127.0.0.1", function (this: import("node:net").Server) {
  const address = this.address();
  process.send?.({ port: typeof address === "object" ? address?.port : 0 });
});
process.on("message", () => process.send?.(Math.round((process.cpuUsage().user + process.cpuUsage().system) / 1000)));
process.on("disconnect", () => process.exit());
