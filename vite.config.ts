import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { makeFonts } from './runtime/make-fonts.ts'
import { isSharedByScreens, namesImportedIn } from './runtime/shared-by-screens.ts'
import { validatorsPlugin } from './schemas/validators-plugin.ts'

const app = fileURLToPath(new URL('runtime/app', import.meta.url))
const imported = namesImportedIn(app)

// The page runs under `script-src 'self'`, so nothing may be inlined: no script, and no font or picture as a data: address.
export default defineConfig({
  root: app,
  base: '/',
  plugins: [react(), validatorsPlugin],
  resolve: { alias: { '@fonts': await makeFonts() } },
  build: {
    outDir: fileURLToPath(new URL('dist/app', import.meta.url)),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2023',
    // What most screens share comes in one file: on its own each icon and each small part would be a request.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            {
              name: (id, context) => (isSharedByScreens(id, imported, (each) => context.getModuleInfo(each)) ? 'shared' : null),
              test: /node_modules|runtime\/(app|engine)/,
            },
          ],
        },
      },
    },
  },
  server: { port: 5173 },
})
