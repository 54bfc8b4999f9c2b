/// <reference lib="webworker" />
import { addPlugins, precacheAndRoute, type PrecacheEntry } from "workbox-precaching";
import { dueNames } from "./due-names.ts";
import { commonHeaders, policyFor } from "../tools/headers.mjs";

declare const self: ServiceWorkerGlobalScope & { __WB_MANIFEST: readonly PrecacheEntry[] };

const laterCache = "on-use";
/** Fonts, PDF and dictionaries: kept when used, or fetched while nobody waits. */
const isLater = (entry: PrecacheEntry): boolean => entry.url.includes("/later-");
const entries = [...self.__WB_MANIFEST];
const laterUrls = entries
  .filter(isLater)
  .map((entry) => new URL(entry.url, self.registration.scope).href);

/** Hosts that send no headers still give every page and worker its policy. */
function withHeaders(response: Response, url: string): Response {
  const headers = new Headers(response.headers);
  for (const [name, value] of Object.entries(commonHeaders)) headers.set(name, value);
  headers.set("Content-Security-Policy", policyFor(new URL(url).pathname));
  return new Response(response.body, {
    status: response.status,
    statusText: response.statusText,
    headers,
  });
}

async function answerLater(request: Request): Promise<Response> {
  const cache = await caches.open(laterCache);
  const kept = await cache.match(request.url);
  if (kept !== undefined) return withHeaders(kept, request.url);
  const fresh = await fetch(request);
  if (fresh.ok) await cache.put(request.url, fresh.clone());
  return withHeaders(fresh, request.url);
}

/** Says to every tab whether the whole app is here, so that nobody finds out on a train. */
async function fetchLater(): Promise<void> {
  const cache = await caches.open(laterCache);
  const kept = new Set((await cache.keys()).map((request) => request.url));
  for (const url of laterUrls) if (!kept.has(url)) await cache.add(url).catch(() => undefined);
  for (const url of kept) if (!laterUrls.includes(url)) await cache.delete(url);
  const whole = (await cache.keys()).length === laterUrls.length;
  for (const client of await self.clients.matchAll()) client.postMessage({ offlineWhole: whole });
}

addPlugins([
  {
    cachedResponseWillBeUsed: ({ cachedResponse, request }) =>
      Promise.resolve(
        cachedResponse === undefined ? null : withHeaders(cachedResponse, request.url),
      ),
  },
]);
precacheAndRoute(
  entries.filter((entry) => !isLater(entry)),
  { ignoreURLParametersMatching: [/.*/] },
);

self.addEventListener("fetch", (event) => {
  if (laterUrls.includes(event.request.url)) event.respondWith(answerLater(event.request));
});
self.addEventListener("activate", (event) => {
  event.waitUntil(self.clients.claim());
});
/** Woken by the browser: an open tab runs what is due; without one the person is told. */
async function lookForDue(): Promise<void> {
  const clients = await self.clients.matchAll({ type: "window" });
  for (const client of clients) client.postMessage("run-due");
  if (clients.length > 0 || Notification.permission !== "granted") return;
  const names = await dueNames(new Date());
  if (names.length === 0) return;
  const body = `${names.join(", ")}. The copy is made when you open the app.`;
  await self.registration.showNotification("A copy is due", { body, tag: "due" });
}

/** A page that is open comes to the front; another one beside it would only confuse. */
async function showSchedules(): Promise<void> {
  const address = new URL("./#/schedules", self.registration.scope).href;
  const [open] = await self.clients.matchAll({ type: "window" });
  if (open === undefined) await self.clients.openWindow(address);
  else await (await open.focus()).navigate(address);
}

self.addEventListener("periodicsync", (event) => {
  const sync = event as ExtendableEvent & { readonly tag: string };
  if (sync.tag === "schedules") sync.waitUntil(lookForDue());
});
self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(showSchedules());
});
self.addEventListener("message", (event) => {
  if (event.data === "fetch-later") event.waitUntil(fetchLater());
  // The page says so only while nothing runs in any tab (it holds the lock "busy" exclusively).
  if (event.data === "take-over") event.waitUntil(self.skipWaiting());
});
