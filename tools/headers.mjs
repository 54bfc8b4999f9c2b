// The headers of every response kind, once: served by `npm start`, written to `dist/_headers` for
// static hosts, added by the service worker where a host sends none. Reasons: docs/decisions/0005.

const page =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; font-src 'self'; " +
  "manifest-src 'self'; worker-src 'self'; connect-src 'none'; frame-src 'none'; object-src 'none'; " +
  "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; " +
  "trusted-types app-url svelte-trusted-html";

/** What a `<meta>` element may carry: frame-ancestors is ignored there. */
export const metaPolicy = page;

export const contentPolicies = {
  page: `${page}; frame-ancestors 'none'`,
  // A worker served without a policy of its own escapes the page's (HTML, "run a worker").
  worker: "default-src 'none'; script-src 'self'; connect-src 'none'",
  // Fetching the app's own files into the cache is the one thing that needs a connection.
  serviceWorker: "default-src 'none'; script-src 'self'; connect-src 'self'",
};

export const commonHeaders = {
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Embedder-Policy": "require-corp",
  "Cross-Origin-Resource-Policy": "same-origin",
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "Strict-Transport-Security": "max-age=31536000",
  "Permissions-Policy":
    "camera=(), microphone=(), geolocation=(), usb=(), serial=(), hid=(), bluetooth=(), payment=(), " +
    "display-capture=(), publickey-credentials-create=(self), publickey-credentials-get=(self), clipboard-write=(self)",
};

/** Which policy a path gets. Every script gets the worker policy: on a page script it has no effect. */
export function policyFor(path) {
  if (path.endsWith("/service-worker.js")) return contentPolicies.serviceWorker;
  if (path.endsWith(".js")) return contentPolicies.worker;
  return contentPolicies.page;
}

/** @returns {Record<string, string>} */
export function headersFor(path) {
  const cache = path.includes("/assets/") ? "public, max-age=31536000, immutable" : "no-cache";
  return { ...commonHeaders, "Content-Security-Policy": policyFor(path), "Cache-Control": cache };
}
