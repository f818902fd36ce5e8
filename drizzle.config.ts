import { defineConfig } from 'drizzle-kit'

export default defineConfig({
  dialect: 'sqlite',
  schema: ['./db/schema.ts', './db/account-schema.ts', './db/desk-schema.ts'],
  out: './db/migrations',
  casing: 'snake_case',
})
