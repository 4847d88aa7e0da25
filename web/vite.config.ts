import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Government desktops run browsers on Chromium 102; `public/browser.js` tells older ones what to install. */
export const oldestBrowser = 'chrome102';

const box = process.env['BOX'] ?? 'http://127.0.0.1:8787';

export default defineConfig({
  root: import.meta.dirname,
  base: '/console/',
  plugins: [react()],
  build: { target: oldestBrowser, cssTarget: oldestBrowser, outDir: 'dist/cloud', emptyOutDir: true, manifest: true },
  // `npm run web` beside `npm start`: the pages anew at each change, everything else from the box.
  server: { proxy: { '/api': box, '/identity': box, '/files': box, '/console/config.json': box } },
});
