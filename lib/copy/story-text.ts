import { ARTICLE_KINDS, type ArticleKind } from '@/lib/article/article'
import { type Body, bodySchema, DEEPEST_ITEM } from '@/lib/article/body'
import { bodySizeProblem } from '@/lib/article/body-size'
import { evenDepths, nestingOf } from '@/lib/article/list-tree'
import { markedText } from '@/lib/copy/marked-text'
import { languageProblem } from '@/lib/paper/language'
import { cleanName } from '@/lib/text/clean-name'
import { cleanLines } from '@/lib/text/clean-text'

/** A story parsed from a text file; slugs and names are as in the file. */
export interface StoryText {
  headline: string
  kicker: string
  standfirst: string
  /** Slug of the section. */
  section: string
  /** Slugs of topics. */
  topics: string[]
  /** Slugs of authors, or names without a profile page. */
  by: string[]
  dateline: string
  language: string
  kind: ArticleKind
  body: Body
}

const HEAD = ['headline', 'kicker', 'standfirst', 'section', 'topics', 'by', 'dateline', 'language', 'kind'] as const
type Key = (typeof HEAD)[number]

/**
 * The story in `text`: lines of `Key: value` up to the first blank line, then blocks with blank lines between them.
 * A block is a paragraph, `## ` or `### ` a heading, lines of `- ` a list, indented by two spaces one within its item, `---` a divider, `Also read: 42` or
 * `Also read: https://… label`, `Related News | 42, 43`; numbers are the ids of articles, also in [words](42). `42#id` leads to a place in the story.
 * The text is cleaned first (lib/text/clean-text.ts). Errors are returned as problems with their line, counted from 1; then there is no story.
 */
export function parseStoryText(text: string): { story: StoryText } | { problems: string[] } {
  const lines = cleanLines(text).split('\n')
  const headEnd = lines.findIndex((line) => line.trim() === '')
  const head = new Map<string, string>()
  const problems: string[] = []
  for (const [index, line] of lines.slice(0, headEnd === -1 ? lines.length : headEnd).entries()) {
    const match = /^([A-Za-z]+):\s*(.*)$/.exec(line)
    const key = match?.[1]?.toLowerCase() ?? ''
    if ((HEAD as readonly string[]).includes(key)) head.set(key, match?.[2]?.trim() ?? '')
    else problems.push(`Line ${index + 1}: expected one of ${HEAD.join(', ')}, then a colon.`)
  }
  const value = (key: Key) => head.get(key) ?? ''
  const names = (key: Key) => value(key).split(',').map(cleanName).filter(Boolean)
  if (!value('headline')) problems.push('The story has no line “Headline: …”.')
  if (!value('section')) problems.push('The story has no line “Section: …”.')
  const kind = (value('kind') || 'news') as ArticleKind
  if (!ARTICLE_KINDS.includes(kind))
    problems.push(`Kind is “${kind}”; it should be one of ${ARTICLE_KINDS.join(', ')}.`)
  const language = value('language') || 'en'
  const unknownLanguage = languageProblem(language)
  if (unknownLanguage) problems.push(`Language: ${unknownLanguage}`)

  const body = blocks(headEnd === -1 ? [] : lines.slice(headEnd), headEnd)
  const elements = body.map(({ block }, index) => ({ ...elementOf(block), id: `e${index + 1}` }))
  const parsed = bodySchema.safeParse(elements)
  if (!parsed.success) {
    for (const { path, message } of parsed.error.issues) {
      problems.push(`Line ${body[Number(path[0])]?.line ?? 1}: ${message}`)
    }
  }
  const tooLong = parsed.success ? bodySizeProblem(parsed.data) : null
  if (tooLong) problems.push(tooLong)
  if (problems.length || !parsed.success) return { problems }
  const { data } = parsed
  return {
    story: {
      headline: value('headline'),
      kicker: value('kicker'),
      standfirst: value('standfirst'),
      section: value('section'),
      topics: names('topics'),
      by: names('by'),
      dateline: value('dateline'),
      language,
      kind,
      body: data,
    },
  }
}

function blocks(lines: string[], offset: number): { block: string; line: number }[] {
  const found: { block: string; line: number }[] = []
  let open = false
  for (const [index, line] of lines.entries()) {
    const last = found.at(-1)
    if (line.trim() === '') open = false
    // The indent of an item says how deep it stands.
    else if (open && last) last.block += `\n${/^\s+- /.test(line) ? line.trimEnd() : line.trim()}`
    else {
      found.push({ block: line.trim(), line: offset + index + 1 })
      open = true
    }
  }
  return found
}

function elementOf(block: string): object {
  const heading = /^(##|###) (.+)$/s.exec(block)
  if (heading) return { type: 'heading', level: heading[1] === '##' ? 2 : 3, text: words(heading[2] ?? '') }
  if (block === '---') return { type: 'divider' }
  if (block.split('\n').every((line) => /^\s*- /.test(line))) return list(block.split('\n'))
  const also = /^Also read: (?:(\d+)(?:#([a-z0-9-]+))?|(https?:\/\/\S+) (.+))$/.exec(block)
  if (also) {
    const [, id, anchor, url, label] = also
    return {
      type: 'also-read',
      target: id
        ? { kind: 'article', article: Number(id), ...(anchor && { anchor }) }
        : { kind: 'external', url, label },
    }
  }
  const related = /^Related News \| ([\d, ]+)$/.exec(block)
  if (related) return { type: 'related-news', articles: (related[1] ?? '').split(',').map(Number) }
  return { type: 'paragraph', text: words(block.replaceAll(/\n\s*/g, ' ')) }
}

/** Two spaces before an item, or a tab, put it into a list within the item before it. */
function list(lines: string[]): object {
  const indents = lines.map((line) => (/^\s*/.exec(line)?.[0] ?? '').replaceAll('\t', '  ').length)
  const depths = evenDepths(indents.map((indent) => Math.floor(indent / 2)))
  const nesting = depths.map((depth) => (depth > 0 ? { depth: Math.min(depth, DEEPEST_ITEM), ordered: false } : null))
  return {
    type: 'list',
    ordered: false,
    items: lines.map((line) => words(line.trim().slice(2))),
    ...nestingOf(nesting),
  }
}

function words(text: string) {
  return markedText(text, (target) => {
    const [, article, anchor] = /^(\d+)(?:#([a-z0-9-]+))?$/.exec(target) ?? []
    if (!article) return { to: 'web', href: target }
    return { to: 'article', article: Number(article), ...(anchor && { anchor }) }
  })
}
