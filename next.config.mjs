import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'

/** What the first step of the build found out: addresses of the reader module and its kin. */
const facts = JSON.parse(readFileSync(resolve('.build/facts.json'), 'utf8'))

/** @type {import('next').NextConfig} */
export default {
  cacheMaxMemorySize: 0,
  // The server spells addresses; one redirect is enough.
  skipTrailingSlashRedirect: true,
  // Every page is made whole before its first byte, for every client that names itself: its head stands in <head>, a
  // redirect is one, and what is missing answers 404. Whoever asks the framework (server/pages/renderer.ts,
  // server/http/framework-requests.ts) names itself.
  htmlLimitedBots: /./,
  // A page of the desk that a role may not see answers 403 (app/admin/forbidden.tsx).
  experimental: {
    authInterrupts: true,
    // A site is ready a fifth sooner, and holds 28 MB less, when the modules of a page are loaded with its first request.
    preloadEntriesOnStart: false,
    // What a reader's page may carry of styles that it does not use before one request more is cheaper, in bytes. At the
    // default, and at 6,000, the desk's styles travel with those parts of a story that the desk shows as well; at 4,500 a
    // section's page is 3.8 KB heavier than here, for one request less on the page of a story.
    cssChunking: { type: 'graph', requestCost: 3000 },
  },
  poweredByHeader: false,
  compress: false,
  generateEtags: false,
  serverExternalPackages: ['better-sqlite3', 'sharp'],
  turbopack: { root: resolve('.') },
  // `npm test` checks types once for the whole project.
  typescript: { ignoreBuildErrors: true },
  env: { READER_MODULE: facts.readerModule, FIRST_PAINT: facts.firstPaint },
}
