/**
 * The headers every answer carries.
 *
 * Chromium blocks the way POST → 303 → gateway unless `form-action` names the gateway, and which gateway that is, is
 * known only now; so this policy is the server's and not the built site's.
 */
export function securityHeaders({ gatewayOrigins, isHttps, isDemo = false }: { gatewayOrigins: readonly string[]; isHttps: boolean; isDemo?: boolean }): Readonly<Record<string, string>> {
  return {
    "content-security-policy": [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "img-src 'self' data:",
      "font-src 'self'",
      "connect-src 'self'",
      "manifest-src 'self'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
      `form-action ${["'self'", ...gatewayOrigins].join(" ")}`,
    ].join("; "),
    "x-content-type-options": "nosniff",
    "referrer-policy": "strict-origin-when-cross-origin",
    "cross-origin-opener-policy": "same-origin",
    "permissions-policy": "camera=(self), geolocation=(), microphone=()",
    // Samples are not to be found by people who look for the real thing.
    ...(isDemo ? { "x-robots-tag": "noindex" } : {}),
    ...(isHttps ? { "strict-transport-security": "max-age=31536000" } : {}),
  };
}
