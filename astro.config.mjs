import node from "@astrojs/node";
import { defineConfig } from "astro/config";

/**
 * In `astro dev` the market has to come from somewhere: this integration of our server opens one and
 * hands it to the middleware through `globalThis`. It is imported only then, so that a build never opens a database.
 */
const marketInDev = {
  name: "xudong:market-in-dev",
  hooks: {
    "astro:config:setup": async ({ command, updateConfig }) => {
      if (command !== "dev") return;
      const { devMarket } = await import("./site/server/dev-integration.ts");
      updateConfig({ integrations: [devMarket()] });
    },
  },
};

export default defineConfig({
  srcDir: "./site",
  publicDir: "./site/public",
  output: "server",
  adapter: node({ mode: "middleware", bodySizeLimit: 64 * 1024 }),
  integrations: [marketInDev],
  trailingSlash: "never",
  compressHTML: true,
  session: false,
  devToolbar: { enabled: false },
  // Our own server checks Origin against PUBLIC_URL and sends the CSP: both depend on where the market runs, and this file is read when it is built.
  security: { checkOrigin: false },
  // The CSP allows no inline style and no inline script, so every one becomes a file.
  build: { inlineStylesheets: "never" },
  vite: { build: { assetsInlineLimit: (file) => (file.endsWith(".svg") ? undefined : false) } },
});
