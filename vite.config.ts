import { brotliCompressSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** Beside each script, style sheet, picture of lines and WebAssembly its brotli form, which the server sends to whoever takes it (src/server/http/pages.ts). */
const compressed = (): Plugin => ({
  name: 'compressed',
  apply: 'build',
  generateBundle: {
    order: 'post',
    handler(_options, bundle) {
      for (const file of Object.values(bundle)) {
        if (!/\.(?:js|css|svg|wasm)$/.test(file.fileName)) continue;
        const source = brotliCompressSync(file.type === 'chunk' ? file.code : file.source);
        this.emitFile({ type: 'asset', fileName: `${file.fileName}.br`, source });
      }
    },
  },
});

/**
 * The web pages: `vite build` writes hashed files to dist/web, which the server sends.
 * No script or style stands inside the page, so that the content security policy needs no `unsafe-inline`;
 * the server replaces `__CSP_NONCE__` in index.html at each request (the styles that the interface makes at run time carry it).
 */
export default defineConfig({
  root: 'src/web',
  plugins: [react(), compressed()],
  html: { cspNonce: '__CSP_NONCE__' },
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    // A font or picture written into a style sheet as data: would need a wider policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  // For work on the pages: `vite` serves them, the API answers on the port of the server.
  server: { proxy: { '/api/': 'http://127.0.0.1:8080' } },
});
