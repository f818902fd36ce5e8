import type { Viewport } from 'next'
import { PAPER_COLOURS } from '@/lib/pictures/theme-colours'

/** What browsers are told before they have read a style: the colours of the page, by day and by night. */
export const readerViewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: PAPER_COLOURS.light },
    { media: '(prefers-color-scheme: dark)', color: PAPER_COLOURS.dark },
  ],
}
