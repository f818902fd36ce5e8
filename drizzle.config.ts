import { defineConfig } from 'drizzle-kit'

export default defineConfig({
  dialect: 'sqlite',
  schema: [
    './db/store/schema.ts',
    './db/store/account-schema.ts',
    './db/store/api-schema.ts',
    './db/store/audience-schema.ts',
    './db/store/audit-schema.ts',
    './db/store/desk-schema.ts',
    './db/store/front-schema.ts',
    './db/store/linking-schema.ts',
    './db/store/plan-schema.ts',
    './db/store/picture-schema.ts',
    './db/store/pages-schema.ts',
  ],
  out: './db/migrations',
  casing: 'snake_case',
})
