// Serves dist/ as a static host would, with the headers of headers.mjs. Node only: it runs on any clone.
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize, resolve } from "node:path";
import { headersFor } from "./headers.mjs";

const mediaTypes = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".webmanifest": "application/manifest+json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".md": "text/markdown; charset=utf-8",
  ".woff2": "font/woff2",
};

/** @returns {Promise<{ server: import("node:http").Server, address: string }>} */
export function serve({ folder = "dist", port = 4173, host = "127.0.0.1" } = {}) {
  const root = resolve(folder);
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname);
    const file = normalize(join(root, path.endsWith("/") ? `${path}index.html` : path));
    const found = file.startsWith(root) ? await stat(file).catch(() => undefined) : undefined;
    if (found?.isFile() !== true) {
      response
        .writeHead(404, { ...headersFor(path), "Content-Type": "text/plain" })
        .end("Not found");
      return;
    }
    response.writeHead(200, {
      ...headersFor(path),
      "Content-Type": mediaTypes[extname(file)] ?? "application/octet-stream",
      "Content-Length": found.size,
    });
    if (request.method === "HEAD") response.end();
    else createReadStream(file).pipe(response);
  });
  return new Promise((done, failed) => {
    server.once("error", failed);
    server.listen(port, host, () => {
      const { port: actual } = server.address();
      done({ server, address: `http://localhost:${actual}/` });
    });
  });
}
