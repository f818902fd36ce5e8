import { readFile } from 'node:fs/promises'
import sharp, { type OverlayOptions } from 'sharp'
import { fontCoverage } from '@/app/_machine/font-coverage'
import { DRAWING_FAMILIES, DRAWING_FONTS } from '@/db/pictures/drawing-fonts'
import {
  CARD_HEIGHT_PX,
  CARD_WIDTH_PX,
  type DrawnWords,
  drawnWords,
  HEADLINE_SIZES_PX,
  type SocialCard,
  shortened,
} from '@/lib/pictures/social-card'
import { PAPER_COLOURS } from '@/lib/pictures/theme-colours'

/** Paper, ink, accent and hairline of components/tokens.css; a card is a page of the paper. */
export const COLOURS = { paper: PAPER_COLOURS.light, ink: '#1b1916', accent: '#0c525f', hairline: '#dcd6cb' }

const MARGIN_PX = 80
const MEASURE_PX = CARD_WIDTH_PX - 2 * MARGIN_PX
const LABEL = { topPx: 68, sizePx: 40 }
const HEADLINE = { topPx: 142, bottomPx: 494 }
const HAIRLINE_TOP_PX = 526
const SIGNATURE = { topPx: 554, sizePx: 36 }

/** The card as a PNG. */
export async function drawSocialCard(card: SocialCard): Promise<Buffer> {
  const words = drawnWords(card, await coverage())
  const { side, label, headline, signature } = words
  const lines = [
    await line(label, { ...LABEL, colour: COLOURS.accent, side }),
    headline && (await headlineOf(words)),
    await line(signature, { ...SIGNATURE, colour: COLOURS.ink, side }),
  ]
  const rule = { create: { width: MEASURE_PX, height: 2, channels: 3 as const, background: COLOURS.hairline } }
  return sharp({
    create: { width: CARD_WIDTH_PX, height: CARD_HEIGHT_PX, channels: 3, background: COLOURS.paper },
  })
    .composite([{ input: rule, top: HAIRLINE_TOP_PX, left: MARGIN_PX }, ...lines.filter((drawn) => drawn !== '')])
    .png({ compressionLevel: 9 })
    .toBuffer()
}

let covered: Promise<(codePoint: number) => boolean> | null = null

function coverage(): Promise<(codePoint: number) => boolean> {
  covered ??= Promise.all(DRAWING_FONTS.map(async (file) => fontCoverage(await readFile(file)))).then(
    (fonts) => (codePoint) => fonts.some((covers) => covers(codePoint)),
  )
  return covered
}

/** The headline in the largest size in which it fits; what fits in none loses its last words. */
async function headlineOf({ headline, side }: DrawnWords): Promise<OverlayOptions> {
  const style = { colour: COLOURS.ink, side }
  for (const sizePx of HEADLINE_SIZES_PX) {
    const drawn = await text(headline, { sizePx, ...style })
    if (fits(drawn)) return placed(await balanced(headline, { sizePx, ...style }, drawn), { ...HEADLINE, side })
  }
  const sizePx = Math.min(...HEADLINE_SIZES_PX)
  let [fewest, most] = [1, headline.split(' ').length - 1]
  while (fewest < most) {
    const count = Math.ceil((fewest + most) / 2)
    if (fits(await text(shortened(headline, count), { sizePx, ...style }))) fewest = count
    else most = count - 1
  }
  return placed(await text(shortened(headline, fewest), { sizePx, ...style }), { ...HEADLINE, side })
}

interface Style {
  sizePx: number
  colour: string
  side: DrawnWords['side']
}

interface Drawn {
  bytes: Buffer
  widthPx: number
  heightPx: number
}

function fits({ widthPx, heightPx }: Drawn): boolean {
  return widthPx <= MEASURE_PX && heightPx <= HEADLINE.bottomPx - HEADLINE.topPx
}

const BALANCING_STEPS = 4

/** The same words in as many lines, of more even length: no word stands alone in the last one. */
async function balanced(words: string, style: Style, drawn: Drawn): Promise<Drawn> {
  let best = drawn
  let [narrow, wide] = [MEASURE_PX / 2, MEASURE_PX]
  for (let step = 0; step < BALANCING_STEPS; step += 1) {
    const measurePx = Math.round((narrow + wide) / 2)
    const tried = await text(words, style, measurePx)
    // A line more is higher by more than the descender that a last line may gain.
    if (tried.heightPx < drawn.heightPx + style.sizePx / 2 && tried.widthPx <= measurePx) {
      best = tried
      wide = measurePx
    } else narrow = measurePx
  }
  return best
}

async function line(words: string, { topPx, ...style }: Style & { topPx: number }): Promise<OverlayOptions | ''> {
  return words && placed(await text(words, style), { topPx, side: style.side })
}

function placed({ bytes, widthPx }: Drawn, { topPx, side }: { topPx: number; side: DrawnWords['side'] }) {
  const left = side === 'left' ? MARGIN_PX : CARD_WIDTH_PX - MARGIN_PX - widthPx
  return { input: bytes, top: topPx, left }
}

const TO_THE_RIGHT = '\u200e' // LEFT-TO-RIGHT MARK
const TO_THE_LEFT = '\u200f' // RIGHT-TO-LEFT MARK

/** Words as ink on nothing, cut to their ink. */
async function text(words: string, { sizePx, colour, side }: Style, measurePx = MEASURE_PX): Promise<Drawn> {
  // Pango takes the direction of a line from its first letter, which may be that of a name in another script; a mark
  // before it says which it is. What it calls left is the side at which the line begins.
  const directed = `${side === 'left' ? TO_THE_RIGHT : TO_THE_LEFT}${words}`
  const { data, info } = await sharp({
    text: {
      text: `<span foreground="${colour}" weight="600">${markup(directed)}</span>`,
      font: `${DRAWING_FAMILIES.join(', ')} ${sizePx}`,
      width: measurePx,
      dpi: 72,
      rgba: true,
      align: 'left',
      wrap: 'word-char',
    },
  })
    .png()
    .toBuffer({ resolveWithObject: true })
  return { bytes: data, widthPx: info.width, heightPx: info.height }
}

function markup(words: string): string {
  return words.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}
