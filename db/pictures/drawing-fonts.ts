import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** The folder of the font packages. The process runs in the project's folder. */
const FONTS = resolve('node_modules/@expo-google-fonts')

/** The font families of drawn text, one for each script. */
export const DRAWING_FAMILIES = ['Newsreader', 'Noto Serif Devanagari', 'Noto Naskh Arabic']

/** The files of the families. They are TrueType, because Pango reads neither WOFF nor WOFF2. */
export const DRAWING_FONTS = [
  join(FONTS, 'newsreader/600SemiBold/Newsreader_600SemiBold.ttf'),
  join(FONTS, 'noto-serif-devanagari/600SemiBold/NotoSerifDevanagari_600SemiBold.ttf'),
  join(FONTS, 'noto-naskh-arabic/600SemiBold/NotoNaskhArabic_600SemiBold.ttf'),
]

/**
 * Makes fontconfig use the paper's own fonts and no others, whatever fonts the machine has. Call it before anything is
 * drawn, because fontconfig reads its configuration once. Its font cache is below `dataDir`.
 */
export function drawWithOwnFonts(dataDir: string): void {
  const folder = resolve(dataDir, 'fonts')
  mkdirSync(folder, { recursive: true })
  const file = join(folder, 'fonts.conf')
  const configuration = [
    '<?xml version="1.0"?>',
    '<!DOCTYPE fontconfig SYSTEM "fonts.dtd">',
    '<fontconfig>',
    ...DRAWING_FONTS.map((font) => `  <dir>${escaped(join(font, '..'))}</dir>`),
    `  <cachedir>${escaped(join(folder, 'cache'))}</cachedir>`,
    '</fontconfig>',
    '',
  ].join('\n')
  // A site whose disk is full starts all the same.
  if (!existsSync(file) || readFileSync(file, 'utf8') !== configuration) writeFileSync(file, configuration)
  process.env.FONTCONFIG_FILE = file
}

function escaped(path: string): string {
  return path.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}
