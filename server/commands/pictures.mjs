// `npm run pictures`: takes the pictures of the README from the built site with the demo edition, at a fixed instant.
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { buildWhenChanged, install } from './setup/prepare.mjs'

install()
buildWhenChanged()
// Imported only now: they need what was just installed.
const { findBrowser } = await import('./setup/browser.mjs')
const { chromium } = await import('playwright')
const { default: sharp } = await import('sharp')

const FOLDER = 'docs/pictures'
const MAX_BYTES = 150_000
/** The instant at which the demo edition is filled in, so that two runs show the same times. */
const AT = new Date('2026-11-23T08:00:00Z')
const VIEWPORT = { width: 1280, height: 900 }
const EDITOR = { name: 'Mirela Osei', email: 'mirela@observer.example', password: 'four slow herons' }
/** The story of the pictures, in which both blocks stand close to each other. */
const STORY = 'A meadow of seagrass has survived its first winter in the outer harbour'
const MARGIN_PX = 24

const dataDir = mkdtempSync(join(tmpdir(), 'broadsheet-pictures-'))
const port = await freePort()
const url = `http://127.0.0.1:${port}`
const env = {
  PATH: process.env.PATH,
  NODE_ENV: 'production',
  NEXT_TELEMETRY_DISABLED: '1',
  HOST: '127.0.0.1',
  PORT: String(port),
  SITE_URL: url,
  DATA_DIR: dataDir,
  EDITION: 'demo',
  TEST_CLOCK: join(dataDir, 'clock'),
}
writeFileSync(env.TEST_CLOCK, String(AT.getTime() - Date.now()))
const site = spawn(process.execPath, ['.build/server/main.mjs'], { env, stdio: ['ignore', 'ignore', 'inherit'] })
const browser = await chromium.launch({
  executablePath: findBrowser(),
  args: process.getuid?.() === 0 ? ['--no-sandbox', '--disable-gpu'] : [],
})
try {
  await ready()
  addEditor()
  mkdirSync(FOLDER, { recursive: true })
  const context = await browser.newContext({
    baseURL: url,
    viewport: VIEWPORT,
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    colorScheme: 'light',
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  await takeFrontPage(page)
  const storyId = await takeStory(page)
  await takeDesk(page, storyId)
} finally {
  await browser.close()
  site.kill('SIGTERM')
  if (site.exitCode === null && site.signalCode === null) await once(site, 'exit')
  rmSync(dataDir, { recursive: true, force: true })
}

async function takeFrontPage(page) {
  await open(page, '/')
  await keep('front-page', await page.screenshot())
}

/** From the paragraph before the first block to the one after the last, in a narrow window; answers with the id of the story. */
async function takeStory(page) {
  await page.goto(`/search?q=${encodeURIComponent(STORY)}`)
  const path = await page.getByRole('link', { name: STORY }).first().getAttribute('href')
  await page.setViewportSize({ width: 900, height: 1400 })
  await open(page, path)
  const blocks = page.locator('[data-element="also-read"], [data-element="related-news"]')
  const related = page.locator('[data-element="related-news"]').first()
  // Its pictures are loaded when they come near the window.
  await related.scrollIntoViewIfNeeded()
  await related.evaluate((block) =>
    Promise.all(
      [...block.querySelectorAll('img')].map(
        (image) => image.complete || new Promise((loaded) => (image.onload = loaded)),
      ),
    ),
  )
  const top = await blocks
    .first()
    .evaluate((block) => block.previousElementSibling.getBoundingClientRect().top + scrollY)
  const bottom = await blocks
    .nth(1)
    .evaluate((block) => block.nextElementSibling.getBoundingClientRect().bottom + scrollY)
  const clip = { x: 0, y: top - MARGIN_PX, width: 900, height: bottom - top + 2 * MARGIN_PX }
  await keep('story', await page.screenshot({ fullPage: true, clip }))
  await page.setViewportSize(VIEWPORT)
  return path.match(/\d+$/)?.[0]
}

async function takeDesk(page, storyId) {
  await page.goto('/admin/sign-in')
  await page.getByLabel('E-mail').fill(EDITOR.email)
  await page.getByLabel('Password', { exact: true }).fill(EDITOR.password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.waitForURL((address) => !address.pathname.includes('sign-in'))
  await page.goto(`/admin/articles/${storyId}`)
  await page.waitForLoadState('networkidle')
  await page.evaluate(() => document.fonts.ready)
  await keep('desk', await page.screenshot())
}

/** Opens a page twice: fonts are optional on a first visit. */
async function open(page, path) {
  await page.goto(path, { waitUntil: 'networkidle' })
  await page.reload({ waitUntil: 'networkidle' })
  await page.evaluate(() => document.fonts.ready)
}

/** Writes a picture as WebP; throws when it is too heavy for a README. */
async function keep(name, png) {
  const file = join(FOLDER, `${name}.webp`)
  await sharp(png).webp({ quality: 86, effort: 6 }).toFile(file)
  const bytes = statSync(file).size
  if (bytes > MAX_BYTES) throw new Error(`${file} has ${bytes} bytes; at most ${MAX_BYTES} are wanted`)
  console.log(`${file}: ${Math.round(bytes / 1024)} KB`)
}

function addEditor() {
  const { name, email, password } = EDITOR
  const words = ['user', 'add', '--email', email, '--name', name, '--role', 'editor']
  const { status } = spawnSync(process.execPath, ['.build/server/broadsheet.mjs', ...words], {
    env,
    input: `${password}\n`,
    stdio: ['pipe', 'ignore', 'inherit'],
  })
  if (status !== 0) throw new Error(`the account of ${name} was not made`)
}

/** Waits until the site has filled its store; throws when it ends before. */
async function ready() {
  for (let tries = 0; tries < 6000; tries++) {
    const ended = site.exitCode ?? site.signalCode
    if (ended !== null) throw new Error(`the site ended with ${ended} before it was ready`)
    const response = await fetch(`${url}/healthz`).catch(() => null)
    if (response?.ok) return
    await wait(100)
  }
  throw new Error('the site was not ready within ten minutes')
}

async function freePort() {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port: free } = probe.address()
  probe.close()
  await once(probe, 'close')
  return free
}
