// The console's own files, kept on this machine for pages that work without a connection. One cache for each build,
// whose name is in this file's own address. Nothing of the API, of files or of sign-ins is ever kept here.
const build = new URL(self.location.href).searchParams.get('build') ?? '';
const cacheName = `console-${build}`;
const page = '/console/';

self.addEventListener('install', () => self.skipWaiting());

self.addEventListener('activate', (event) => {
  const clean = async () => {
    const names = await caches.keys();
    await Promise.all(names.filter((name) => name !== cacheName).map((name) => caches.delete(name)));
    await self.clients.claim();
  };
  event.waitUntil(clean());
});

const isKept = ({ origin, pathname }) =>
  origin === self.location.origin &&
  pathname.startsWith('/console/') &&
  pathname !== '/console/config.json' &&
  pathname !== '/console/offline.js';

// What the page loaded before this worker was there.
self.addEventListener('message', (event) => {
  const add = async () => {
    const cache = await caches.open(cacheName);
    const urls = event.data.keep.filter((url) => isKept(new URL(url)));
    await Promise.all([page, ...urls].map(async (url) => (await cache.match(url)) ?? cache.add(url).catch(() => undefined)));
    event.ports[0]?.postMessage('kept');
  };
  event.waitUntil(add());
});

async function fromNetwork(request, keptAs) {
  const cache = await caches.open(cacheName);
  try {
    const response = await fetch(request);
    if (response.ok) await cache.put(keptAs, response.clone());
    return response;
  } catch (error) {
    const kept = await cache.match(keptAs);
    if (kept) return kept;
    throw error;
  }
}

/** Files with a hash in their name never change. */
async function fromCache(request) {
  const cache = await caches.open(cacheName);
  const kept = await cache.match(request);
  if (kept) return kept;
  const response = await fetch(request);
  if (response.ok) await cache.put(request, response.clone());
  return response;
}

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || !isKept(url)) return;
  // Every address of the console is the one page; what stands behind a `?` (a sign-in's code) is not kept with it.
  if (request.mode === 'navigate') event.respondWith(fromNetwork(request, page));
  else if (url.pathname.startsWith('/console/assets/')) event.respondWith(fromCache(request));
  else event.respondWith(fromNetwork(request, url.origin + url.pathname));
});
