import localFont from 'next/font/local'

/*
 * One family of three files. `optional`: the font is there for the first paint, or this page keeps its fallback; words
 * never move under a reader's eyes. Only the roman is worth a preload.
 */
const newsreader = localFont({
  src: '../../node_modules/@fontsource-variable/newsreader/files/newsreader-latin-wght-normal.woff2',
  weight: '200 800',
  style: 'normal',
  display: 'optional',
  variable: '--font-news',
  adjustFontFallback: 'Times New Roman',
  declarations: [{ prop: 'font-family', value: 'newsreader' }],
})
const newsreaderItalic = localFont({
  src: '../../node_modules/@fontsource-variable/newsreader/files/newsreader-latin-wght-italic.woff2',
  weight: '200 800',
  style: 'italic',
  display: 'optional',
  preload: false,
  variable: '--font-news-italic',
  adjustFontFallback: false,
  declarations: [{ prop: 'font-family', value: 'newsreader' }],
})
const newsreaderExtended = localFont({
  src: '../../node_modules/@fontsource-variable/newsreader/files/newsreader-latin-ext-wght-normal.woff2',
  weight: '200 800',
  style: 'normal',
  display: 'optional',
  preload: false,
  variable: '--font-news-extended',
  adjustFontFallback: false,
  declarations: [
    { prop: 'font-family', value: 'newsreader' },
    {
      prop: 'unicode-range',
      value: 'U+0100-02BA, U+1D00-1DBF, U+1E00-1E9F, U+1EF2-1EFF, U+20A0-20AB, U+2C60-2C7F, U+A720-A7FF',
    },
  ],
})

/** The class that gives a document the paper's face, to stand on `<html>`. */
export const fonts = [newsreader.variable, newsreaderItalic.variable, newsreaderExtended.variable].join(' ')
