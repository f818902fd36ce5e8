import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { COLOURS, drawSocialCard } from '@/app/_machine/social-card'
import { drawWithOwnFonts } from '@/db/pictures/drawing-fonts'
import type { SocialCard } from '@/lib/pictures/social-card'

const FERRY: SocialCard = {
  kicker: 'Ferries',
  section: 'Transport',
  headline: 'The last ferry leaves at six',
  language: 'en',
  signature: 'The Linnet Observer',
}
const MINISTER: SocialCard = {
  ...FERRY,
  kicker: 'शिक्षा',
  headline: 'मुख्यमंत्री ने विद्यार्थियों के लिए नई छात्रवृत्ति की घोषणा की',
  language: 'hi',
}
const MAYOR: SocialCard = {
  ...FERRY,
  kicker: 'الميناء',
  headline: 'رئيس البلدية يعلن عن خطة جديدة للميناء القديم في المدينة 2026',
  language: 'ar',
}

const MARGIN_PX = 80
/** Letters stand a little inside of where their line begins. */
const BEARING_PX = 10

const folder = mkdtempSync(join(tmpdir(), 'broadsheet-cards-'))
beforeAll(() => drawWithOwnFonts(folder))
afterAll(() => rmSync(folder, { recursive: true }))

interface Ink {
  left: number
  right: number
  top: number
  bottom: number
}

/** Whether there is ink at a place of the card. */
type Drawn = (x: number, y: number) => boolean

async function drawn(card: SocialCard): Promise<Drawn> {
  const { data, info } = await sharp(await drawSocialCard(card))
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return (x, y) => (data[y * info.width + x] ?? 255) < 140
}

/** Where the ink stands between two heights; null where there is none. */
function inkIn(isInk: Drawn, fromPx: number, toPx: number): Ink | null {
  const ink: Ink = { left: Number.POSITIVE_INFINITY, right: -1, top: Number.POSITIVE_INFINITY, bottom: -1 }
  for (let y = fromPx; y < toPx; y += 1) {
    for (let x = 0; x < 1200; x += 1) {
      if (!isInk(x, y)) continue
      ink.left = Math.min(ink.left, x)
      ink.right = Math.max(ink.right, x)
      ink.top = Math.min(ink.top, y)
      ink.bottom = y
    }
  }
  return ink.bottom < 0 ? null : ink
}

async function inkOf(card: SocialCard, fromPx: number, toPx: number): Promise<Ink | null> {
  return inkIn(await drawn(card), fromPx, toPx)
}

/** The ink of each line of a headline whose lines do not touch, from the top. */
async function linesOf(card: SocialCard): Promise<Ink[]> {
  const isInk = await drawn(card)
  const lines: Ink[] = []
  let top: number | null = null
  for (let y = HEADLINE[0]; y <= HEADLINE[1]; y += 1) {
    if (inkIn(isInk, y, y + 1)) top ??= y
    else if (top !== null) {
      const line = inkIn(isInk, top, y)
      if (line && line.bottom - line.top > LEAST_LINE_PX) lines.push(line)
      top = null
    }
  }
  return lines
}

/** Lower than that are dots and accents that stand free. */
const LEAST_LINE_PX = 24

const HEADLINE = [130, 510] as const

describe('drawSocialCard', () => {
  it('is a PNG of 1200 × 630 in the colours of the paper', async () => {
    const image = sharp(await drawSocialCard(FERRY))
    expect(await image.metadata()).toMatchObject({ format: 'png', width: 1200, height: 630 })
    const { data } = await image.raw().toBuffer({ resolveWithObject: true })
    expect([...data.subarray(0, 3)]).toEqual([0xfd, 0xfb, 0xf7])
    const tokens = readFileSync('components/tokens.css', 'utf8')
    for (const [name, colour] of Object.entries(COLOURS)) expect(tokens).toContain(`--${name}: ${colour};`)
  })

  it('begins at the left margin in English and in Hindi', async () => {
    for (const card of [FERRY, MINISTER]) {
      const ink = await inkOf(card, ...HEADLINE)
      expect(ink?.left).toBeGreaterThanOrEqual(MARGIN_PX - 2)
      expect(ink?.left).toBeLessThan(MARGIN_PX + BEARING_PX)
    }
  })

  it('begins every line at the right margin in Arabic, also its label and the name of the paper', async () => {
    const lines = await linesOf(MAYOR)
    expect(lines.length).toBeGreaterThan(1)
    for (const { right } of [...lines, await inkOf(MAYOR, 60, 120), await inkOf(MAYOR, 540, 620)].filter(
      (ink) => ink !== null,
    )) {
      expect(right).toBeGreaterThan(1200 - MARGIN_PX - BEARING_PX)
      expect(right).toBeLessThanOrEqual(1200 - MARGIN_PX + 2)
    }
  })

  it('sets an Arabic headline from right to left also when it begins with a Latin name', async () => {
    // The name stands at the right, as high as capitals; were the line set left to right, the full stop would end there.
    const named = { ...MAYOR, headline: 'NASA.' }
    const plain = { ...FERRY, headline: 'NASA.' }
    const stop = async (card: SocialCard) => {
      const ink = await inkOf(card, ...HEADLINE)
      if (!ink) throw new Error('nothing was drawn')
      const low = await inkOf(card, ink.bottom - 3, ink.bottom + 1)
      const high = await inkOf(card, ink.top, ink.top + 20)
      return { beforeName: (low?.left ?? 0) < (high?.left ?? 0) - 12 }
    }
    expect(await stop(named)).toEqual({ beforeName: true })
    expect(await stop(plain)).toEqual({ beforeName: false })
  })

  it('joins Arabic letters, which alone have other shapes and need more room', async () => {
    const apart = (words: string) => [...words].join('\u200c')
    const joined = await inkOf({ ...MAYOR, headline: 'ميناء' }, ...HEADLINE)
    const alone = await inkOf({ ...MAYOR, headline: apart('ميناء') }, ...HEADLINE)
    expect(joined && alone && alone.right - alone.left).toBeGreaterThan((joined?.right ?? 0) - (joined?.left ?? 0) + 20)
  })

  it('makes one sign of the Devanagari letters that belong together', async () => {
    const width = async (headline: string) => {
      const ink = await inkOf({ ...MINISTER, headline }, ...HEADLINE)
      if (!ink) throw new Error('nothing was drawn')
      return ink.right - ink.left
    }
    // ज्ञ is one conjunct of ज and ञ; a zero-width non-joiner keeps them apart, with the virama to be seen.
    expect(await width('ज्ञान')).toBeLessThan((await width('ज्\u200cञान')) - 20)
  })

  it('leaves the foot of the card free, however long the headline is', async () => {
    for (const card of [FERRY, MINISTER, MAYOR]) {
      const long = { ...card, headline: Array.from({ length: 8 }, () => card.headline).join(' ') }
      expect(await inkOf(long, 496, 524)).toBeNull()
      const ink = await inkOf(long, ...HEADLINE)
      expect(ink?.left).toBeGreaterThanOrEqual(MARGIN_PX - 2)
      expect(ink?.right).toBeLessThanOrEqual(1200 - MARGIN_PX + 2)
    }
  })

  it('balances a headline of two lines', async () => {
    const [first, second] = await linesOf({ ...FERRY, headline: 'The last boat arrives at nine' })
    if (!first || !second) throw new Error('the headline was to have two lines')
    expect((second.right - second.left) / (first.right - first.left)).toBeGreaterThan(0.6)
  })

  it('draws markup as words', async () => {
    const drawn = await drawSocialCard({ ...FERRY, headline: 'a < b & <i>c</i>' })
    expect(drawn.equals(await drawSocialCard({ ...FERRY, headline: 'a < b & c' }))).toBe(false)
  })

  it('shows the name of the paper instead of boxes where no font has the letters', async () => {
    const card = await drawSocialCard({
      ...FERRY,
      kicker: '港',
      headline: '港の最終フェリーは六時に出る',
      language: 'ja',
    })
    const named = await drawSocialCard({ ...FERRY, kicker: '', headline: FERRY.signature, signature: '' })
    expect(card.equals(named)).toBe(true)
  })
})
