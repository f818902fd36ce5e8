import { type Browser, chromium } from 'playwright'
import type { BenchEdition } from '@/server/bench/site/bench-edition'
import { findBrowser } from '@/server/commands/setup/browser.mjs'

/** The three kinds of pages that readers mostly see. */
export function readPages({ section, demo }: BenchEdition): [name: string, path: string][] {
  const [lead] = demo
  if (!lead) throw new Error('the demo edition has no story')
  return [
    ['front page', '/'],
    ['section', section],
    ['article', lead.path],
  ]
}

export const PHONE = { width: 412, height: 823 }
export const DESK = { width: 1350, height: 940 }

/** Chromium refuses its sandbox to root. */
export const chromiumFlags = process.getuid?.() === 0 ? ['--no-sandbox'] : []

export async function withBrowser<T>(work: (browser: Browser) => Promise<T>): Promise<T> {
  const browser = await chromium.launch({ executablePath: findBrowser(), args: chromiumFlags })
  try {
    return await work(browser)
  } finally {
    await browser.close()
  }
}
