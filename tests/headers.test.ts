import { expect, test } from "vitest";
import { headersFor } from "../tools/headers.mjs";

const policy = (path: string): string => headersFor(path)["Content-Security-Policy"] ?? "";

test.each(["/", "/index.html", "/assets/index-abc.css", "/missing"])(
  "%s may not connect to anything",
  (path) => {
    expect(policy(path)).toContain("connect-src 'none'");
    expect(policy(path)).toContain("default-src 'none'");
  },
);
test("a worker script carries a policy of its own, so that it cannot escape the page's", () => {
  expect(policy("/assets/export.worker-abc.js")).toBe(
    "default-src 'none'; script-src 'self'; connect-src 'none'",
  );
});
test("only the service worker may fetch, and only the app's own files", () => {
  expect(policy("/service-worker.js")).toContain("connect-src 'self'");
});
test("every response is isolated and sends no referrer", () => {
  expect(headersFor("/")).toMatchObject({
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
  });
});
