import { useEffect } from 'react';

/** The build's own name: its first script has a hash in it, which changes with any of the others. */
const buildName = (): string | undefined => {
  const script = document.querySelector<HTMLScriptElement>('script[type=module][src*="/assets/"]');
  return script?.src.split('/').pop();
};

let asked: Promise<void> | undefined;

async function keepNow(): Promise<void> {
  const build = buildName();
  if (!build || !('serviceWorker' in navigator)) return;
  const { installing, waiting, active } = await navigator.serviceWorker.register(
    `/console/offline.js?build=${encodeURIComponent(build)}`,
    { scope: '/console/' },
  );
  const loaded = performance.getEntriesByType('resource').map(({ name }) => name);
  (installing ?? waiting ?? active)?.postMessage({ keep: loaded });
}

/** Keeps the files of this page on this machine, once it is there. */
export function useFilesKept(): void {
  useEffect(() => void keepFilesHere(), []);
}

/** Keeps the files of this page on this machine (`public/offline.js`), so that it opens without a connection. */
function keepFilesHere(): Promise<void> {
  // Where the browser does not let it, the page works all the same as long as it is open.
  asked ??= new Promise((resolve) => setTimeout(resolve, 1000)).then(keepNow).catch(() => undefined);
  return asked;
}
