import { defineConfig } from 'drizzle-kit'

// Only for making migrations (`npm run migrations`); the program runs them itself when it starts.
export default defineConfig({
  dialect: 'postgresql',
  schema: './runtime/store/tables/*.ts',
  out: './runtime/store/migrations',
})
