import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DOMParser } from 'linkedom'
import { expect, it } from 'vitest'
import { type Pasted, pastedHtml } from '@/components/desk/editor/paste/pasted-html'
import type { BodyElement, SoughtStory, Span, Text } from '@/lib/article/body'

/*
 * `clipboards/` has a file for each program: the HTML with the structure that the program puts into the clipboard, and
 * beside it, line by line, what arrives in a story and what the editor is told.
 */
const FOLDER = join(import.meta.dirname, 'clipboards')
const PROGRAMS = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.html'))
  .map((file) => file.replace('.html', ''))

const parse = (html: string) => {
  const isPage = /<html/i.test(html)
  return new DOMParser().parseFromString(
    isPage ? html : `<!doctype html><html><body>${html}</body></html>`,
    'text/html',
  ) as unknown as Document
}

/** An element as a line: its kind, its words, marks and links in square brackets. */
function lineOf(element: BodyElement): string {
  switch (element.type) {
    case 'paragraph':
      return shown(element.text)
    case 'heading':
      return `heading ${element.level}${element.at ? ` at ${new Date(element.at).toISOString()}` : ''}: ${shown(element.text)}`
    case 'quote':
      return `quote: ${shown(element.text)}${element.attribution ? ` — ${element.attribution}` : ''}`
    case 'pull-quote':
      return `pull quote: ${element.text}${element.attribution ? ` — ${element.attribution}` : ''}`
    case 'list':
      return `${element.ordered ? `list from ${element.start ?? 1}` : 'list'}: ${element.items.map((item, place) => `${'> '.repeat(element.nesting?.[place]?.depth ?? 0)}${shown(item)}`).join(' / ')}`
    case 'table': {
      const rows = [element.header, ...element.rows].map((row) => row.map((cell) => shown(cell) || '–').join(' | '))
      return [`table: ${element.caption ?? ''}`.trim(), ...rows].join('\n  ')
    }
    case 'image':
      return `picture ${element.media}: ${element.caption ?? ''} (${element.credit ?? ''})`
    case 'also-read':
      return `also read: ${element.target.kind === 'sought' ? sought(element.target) : JSON.stringify(element.target)}`
    case 'related-news':
      return `related news: ${(element.sought ?? []).map(sought).join(' / ')}`
    case 'divider':
      return 'divider'
    default:
      return JSON.stringify(element)
  }
}

const sought = ({ words, url }: SoughtStory) => (url ? `${words} <${url}>` : words)

const shown = (text: Text) => text.map(spanShown).join('').replaceAll('\u00a0', '␣')

function spanShown({ text, marks = [], link }: Span): string {
  const signs = [...marks, ...(link ? [link.to === 'web' ? link.href : JSON.stringify(link)] : [])]
  return signs.length ? `[${text}](${signs.join(' ')})` : text
}

function lines({ elements, leftOut }: Pasted): string {
  const told = leftOut.sentences.map((sentence) => `told: ${sentence}`)
  return [...elements.map(lineOf), ...told].map((line) => `${line}\n`).join('')
}

it.each(PROGRAMS)('from %s arrives what its text file says', (program) => {
  const pasted = pastedHtml(readFileSync(join(FOLDER, `${program}.html`), 'utf8'), parse, 'https://observer.example')
  expect(lines(pasted)).toBe(readFileSync(join(FOLDER, `${program}.txt`), 'utf8'))
})
