// Builds the site: reader module, server, pages. Run by `npm start` and `npm test` when the sources changed.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { build } from 'esbuild'
import { sourcesHash } from './setup/sources.mjs'

const hash = sourcesHash()
const previous = '.build/previous'

const serverOnly = process.argv.includes('--server-only')

// Pages that are open in a browser keep their files over two upgrades.
if (!serverOnly && existsSync('.next/static') && existsSync('.build/assets')) {
  rmSync(`${previous}/2`, { recursive: true, force: true })
  if (existsSync(`${previous}/1`)) renameSync(`${previous}/1`, `${previous}/2`)
  mkdirSync(`${previous}/1`, { recursive: true })
  cpSync('.next/static', `${previous}/1/static`, { recursive: true })
  cpSync('.build/assets', `${previous}/1/assets`, { recursive: true })
}
for (const made of ['.build/assets', '.build/server', ...(serverOnly ? [] : ['.build/sources-hash'])]) {
  rmSync(made, { recursive: true, force: true })
}

const readerFiles = await build({
  entryPoints: {
    reader: 'components/reader-module/reader.ts',
    'first-paint': 'components/reader-module/first-paint.ts',
  },
  outdir: '.build/assets',
  entryNames: '[name]-[hash]',
  bundle: true,
  minify: true,
  format: 'iife',
  target: 'es2022',
  metafile: true,
})
const assetOf = (entry) => {
  const [file] = Object.entries(readerFiles.metafile.outputs).find(([, made]) => made.entryPoint?.endsWith(entry))
  return `/assets/${basename(file)}`
}

// Links of the paper are fetched when a reader is about to follow them; the desk and searches are not.
const rules = JSON.stringify({
  prefetch: [
    {
      where: {
        and: [{ href_matches: '/*' }, { not: { href_matches: ['/admin/*', '/api/*', '/search?*', '/media/*'] } }],
      },
      eagerness: 'moderate',
    },
  ],
})
const speculation = `speculation-${createHash('sha256').update(rules).digest('hex').slice(0, 8)}.speculation`
writeFileSync(`.build/assets/${speculation}`, rules)

await build({
  entryPoints: {
    main: 'server/main.ts',
    'sitemap-thread': 'server/sitemaps/sitemap-thread.ts',
    'learning-thread': 'server/linking/learning-thread.ts',
    'query-thread': 'server/query-threads/query-thread.ts',
    'store-check-process': 'server/data-folder/store-check-process.ts',
    'decoding-process': 'server/pictures/decoding-process.ts',
    broadsheet: 'server/commands/broadsheet.ts',
    bench: 'server/bench/bench.ts',
    chaos: 'server/chaos/chaos.ts',
    fuzz: 'server/fuzz/fuzz.ts',
    evaluate: 'server/evaluate/evaluate.ts',
    'compress-static-files': 'server/commands/compress-static-files.ts',
  },
  outdir: '.build/server',
  outExtension: { '.js': '.mjs' },
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  target: 'node20',
  sourcemap: true,
})

writeFileSync(
  '.build/facts.json',
  JSON.stringify({
    builtAt: new Date().toISOString(),
    readerModule: assetOf('reader.ts'),
    firstPaint: assetOf('first-paint.ts'),
    speculationRules: `/assets/${speculation}`,
  }),
)

if (!serverOnly) {
  const next = spawnSync(process.execPath, ['node_modules/next/dist/bin/next', 'build'], {
    stdio: 'inherit',
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
  })
  if (next.status !== 0) process.exit(next.status ?? 1)
  const compressing = spawnSync(process.execPath, ['.build/server/compress-static-files.mjs'], { stdio: 'inherit' })
  if (compressing.status !== 0) process.exit(compressing.status ?? 1)
  // Written last: a build that was interrupted is done again.
  writeFileSync('.build/sources-hash', hash)
}
