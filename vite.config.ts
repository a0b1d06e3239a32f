import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { makeFonts } from './runtime/make-fonts.ts'

// The page runs under `script-src 'self'`, so nothing may be inlined: no script, and no font or picture as a data: address.
export default defineConfig({
  root: fileURLToPath(new URL('runtime/app', import.meta.url)),
  base: '/',
  plugins: [react()],
  resolve: { alias: { '@fonts': await makeFonts() } },
  build: {
    outDir: fileURLToPath(new URL('dist/app', import.meta.url)),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2023',
  },
  server: { port: 5173, proxy: { '/api': 'http://127.0.0.1:3000' } },
})
