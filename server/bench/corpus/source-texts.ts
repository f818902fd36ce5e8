import { createReadStream, existsSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'
import { cleanLine } from '@/lib/text/clean-text'

/** The words of one story from elsewhere. */
export interface SourceText {
  headline: string
  /** Without one for a text of which only the headline is known. */
  paragraphs: string[]
}

/** Texts by what they are about; `general` holds those of every subject. */
export type Texts = Record<Pool, SourceText[]>

export const POOLS = [
  'general',
  'markets',
  'companies',
  'commodities',
  'energy',
  'technology',
  'entertainment',
  'health',
] as const
export type Pool = (typeof POOLS)[number]

const MIN_PARAGRAPH_LENGTH = 60
const MAX_PARAGRAPH_LENGTH = 900
const MAX_HEADLINE_LENGTH = 110

/** Which pool a wire story belongs to, by the first of its topic codes that is listed. */
const POOL_OF_CODE: Record<string, Pool> = {
  ...Object.fromEntries(
    ['money-fx', 'interest', 'money-supply', 'trade', 'gnp', 'cpi', 'bop'].map((code) => [code, 'markets' as const]),
  ),
  ...Object.fromEntries(['earn', 'acq'].map((code) => [code, 'companies' as const])),
  ...Object.fromEntries(
    [
      'grain',
      'wheat',
      'sugar',
      'coffee',
      'cocoa',
      'gold',
      'copper',
      'veg-oil',
      'oilseed',
      'livestock',
      'rubber',
      'tin',
      'cotton',
    ].map((code) => [code, 'commodities' as const]),
  ),
  ...Object.fromEntries(['crude', 'nat-gas', 'gas', 'pet-chem', 'ship'].map((code) => [code, 'energy' as const])),
}

const POOL_OF_CATEGORY: Record<string, Pool> = {
  business: 'markets',
  entertainment: 'entertainment',
  technology: 'technology',
  health: 'health',
}

/** Whether `folder` holds the texts that textsIn reads. */
export function holdsTexts(folder: string): boolean {
  return existsSync(join(folder, 'reuters21578/articles.jsonl.gz'))
}

/** The texts in `folder`, made readable: wire stories, posts, clusters of news and headlines, in the order of their files. */
export async function textsIn(folder: string): Promise<Texts> {
  const texts = emptyTexts()
  for await (const row of rows<Wire>(folder, 'reuters21578/articles.jsonl.gz')) {
    const code = row.topics.find((topic) => topic in POOL_OF_CODE)
    add(texts[(code && POOL_OF_CODE[code]) || 'general'], wireHeadline(row.title), wireParagraphs(row.body))
  }
  for await (const row of rows<Post>(folder, 'us-gov-posts/articles.jsonl.gz')) {
    const paragraphs = row.body_md.split(/\n\s*\n/).map(plainMarkdown)
    add(texts.technology, row.title, paragraphs)
  }
  for await (const row of rows<Related>(folder, 'related/ecbplus.jsonl.gz')) {
    const paragraphs = row.body.split('\n').filter((line) => !line.startsWith('http'))
    add(
      texts.general,
      row.headline,
      paragraphs.map((line) => line.replaceAll('``', '“').replaceAll("''", '”')),
    )
  }
  for await (const row of rows<Headline>(folder, 'uci-news-stories/headlines.jsonl.gz')) {
    add(texts[POOL_OF_CATEGORY[row.category] ?? 'general'], row.title, [])
  }
  return texts
}

/** Texts without any. */
export function emptyTexts(): Texts {
  const texts: Partial<Texts> = {}
  for (const pool of POOLS) texts[pool] = []
  return texts as Texts
}

interface Wire {
  title: string
  topics: string[]
  body: string
}
interface Post {
  title: string
  body_md: string
}
interface Related {
  headline: string
  body: string
}
interface Headline {
  title: string
  category: string
}

function add(pool: SourceText[], title: string, paragraphs: string[]): void {
  const headline = cleanLine(title).replaceAll(/\s+/g, ' ').trim()
  if (headline.split(' ').length < 4 || headline.length > MAX_HEADLINE_LENGTH || /[<>{}]/.test(headline)) return
  const read = paragraphs
    .map((text) => cleanLine(text).replaceAll(/\s+/g, ' ').trim())
    .filter(
      (text) => text.length >= MIN_PARAGRAPH_LENGTH && text.length <= MAX_PARAGRAPH_LENGTH && /[.”"?!]$/.test(text),
    )
  pool.push({ headline, paragraphs: read })
}

async function* rows<Row>(folder: string, file: string): AsyncGenerator<Row> {
  const path = join(folder, file)
  if (!existsSync(path)) return
  const lines = createInterface({
    input: createReadStream(path).pipe(createGunzip()),
    crlfDelay: Number.POSITIVE_INFINITY,
  })
  for await (const line of lines) if (line) yield JSON.parse(line) as Row
}

/** Wire stories have headlines in capitals, and names of shares in angle brackets. */
function wireHeadline(title: string): string {
  const words = title
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
  return words === words.toUpperCase() ? words.slice(0, 1) + words.slice(1).toLowerCase() : words
}

const WIRE_WORDS: [RegExp, string][] = [
  [/\bmln\b/g, 'million'],
  [/\bbillion dlrs\b/g, 'billion dollars'],
  [/\bdlrs\b/g, 'dollars'],
  [/\bpct\b/g, 'per cent'],
  [/\bcts\b/g, 'cents'],
  [/\bshr\b/gi, 'share'],
  [/&lt;[^&]*?>|<[^>]*>/g, ''],
]

/** Lines of a wire story are cut by hand; an indent begins a paragraph. */
function wireParagraphs(body: string): string[] {
  let text = body
  for (const [from, to] of WIRE_WORDS) text = text.replaceAll(from, to)
  return text.split(/\n\s{2,}/).map((paragraph) => paragraph.replaceAll('\n', ' '))
}

/** The words of a paragraph of Markdown; empty for one that is more markup than words. */
function plainMarkdown(text: string): string {
  if (/^\s*(?:[#>|*-]|\d+\.|\{[{%]|<|```|!\[)/.test(text)) return ''
  return text
    .replaceAll(/\{[{%][\s\S]*?[%}]\}/g, '')
    .replaceAll(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll(/[*_`]{1,3}/g, '')
}
