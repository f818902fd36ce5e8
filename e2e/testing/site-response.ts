import { Agent, type IncomingHttpHeaders, request } from 'node:http'
import { DomUtils, parseDocument } from 'htmlparser2'
import type { Paper } from '@/e2e/testing/paper'

type Tag = ReturnType<typeof DomUtils.getElementsByTagName>[number]

/** The place of a link on a page: in a block between paragraphs, in the text of a story, or outside the story. */
export type LinkPlace = 'also-read' | 'related-news' | 'prose' | 'around'

export interface Link {
  /** Path and query of an address on this site, without the fragment; the absolute URL of any other. */
  to: string
  /** The fragment without #; empty without one. */
  fragment: string
  words: string
  place: LinkPlace
}

/** The response of the site at one address; redirects are not followed. */
export class SiteResponse {
  #tags: Tag[] | null = null

  constructor(
    readonly url: string,
    readonly status: number,
    readonly headers: IncomingHttpHeaders,
    readonly body: string,
  ) {}

  /** The target of a redirect; null otherwise. */
  get location(): string | null {
    return this.headers.location ?? null
  }

  /** Every element of the page, in order. */
  get tags(): Tag[] {
    this.#tags ??= DomUtils.getElementsByTagName('*', parseDocument(this.body).children, true)
    return this.#tags
  }

  /** The elements with one of these names. */
  named(...names: string[]): Tag[] {
    return this.tags.filter((tag) => names.includes(tag.name))
  }

  /** The text of the first element with this name; empty without one. */
  wordsOf(name: string): string {
    const [first] = this.named(name)
    return first ? wordsIn(first) : ''
  }

  /** Every `<a href>` that leads to a page, in order. A link to a feed has another `type` and is left out. */
  get links(): Link[] {
    return this.named('a').flatMap((tag) => {
      const { href, type = 'text/html' } = tag.attribs
      if (href === undefined || href.startsWith('mailto:') || type !== 'text/html') return []
      const at = new URL(href, this.url)
      const isOwn = at.origin === new URL(this.url).origin
      return {
        to: isOwn ? at.pathname + at.search : at.href,
        fragment: at.hash.slice(1),
        words: wordsIn(tag),
        place: placeOf(tag),
      }
    })
  }

  /** The links that lead to `path`. */
  linksTo(path: string): Link[] {
    return this.links.filter(({ to }) => to === path)
  }

  /** The also-read and related-news blocks, as the paths that each names. */
  get blocks(): string[][] {
    return this.tags
      .filter((tag) => tag.attribs['data-element'])
      .map((tag) => DomUtils.getElementsByTagName('a', tag).map((link) => link.attribs.href ?? ''))
  }

  /** The address in `<link rel="canonical">`; null without one. */
  get canonical(): string | null {
    return this.named('link').find((tag) => tag.attribs.rel === 'canonical')?.attribs.href ?? null
  }
}

interface RequestOptions {
  method?: string
  headers?: Record<string, string>
  agent?: Agent | false
}

/** Requests `path` exactly as it is written. */
export async function fetchFrom(
  { url }: Paper,
  path: string,
  { method = 'GET', headers = {}, agent = false }: RequestOptions = {},
): Promise<SiteResponse> {
  const { hostname, port } = new URL(url)
  return new Promise((resolve, reject) => {
    const clientRequest = request({ hostname, port, path, method, headers, agent }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('error', reject)
      answer.on('end', () =>
        resolve(new SiteResponse(url + path, answer.statusCode ?? 0, answer.headers, Buffer.concat(chunks).toString())),
      )
    })
    clientRequest.on('error', reject)
    clientRequest.end()
  })
}

/** How many pages the site keeps. */
export async function storedPageCount(paper: Paper): Promise<number> {
  const { pages }: { pages: number } = JSON.parse((await fetchFrom(paper, '/healthz')).body)
  return pages
}

const AT_ONCE = 4

/** The responses at `from` and at every address of this site that links lead to from there, by path. */
export async function crawl(paper: Paper, from: Iterable<string> = ['/']): Promise<Map<string, SiteResponse>> {
  const agent = new Agent({ keepAlive: true })
  const answers = new Map<string, SiteResponse>()
  const visited = new Set(from)
  const waiting = [...visited]
  const read = async (path: string) => {
    const answer = await fetchFrom(paper, path, { agent })
    answers.set(path, answer)
    for (const { to } of answer.links) {
      if (!to.startsWith('/') || visited.has(to)) continue
      visited.add(to)
      waiting.push(to)
    }
  }
  while (waiting.length) await Promise.all(waiting.splice(0, AT_ONCE).map(read))
  agent.destroy()
  return answers
}

/** The paths of the pages in `answers` that link to `path`, without that page itself. */
export function pagesLinkingTo(path: string, answers: ReadonlyMap<string, SiteResponse>): string[] {
  return [...answers].filter(([at, answer]) => at !== path && answer.linksTo(path).length).map(([at]) => at)
}

function wordsIn(tag: Tag): string {
  return DomUtils.textContent(tag).replace(/\s+/g, ' ').trim()
}

function placeOf(tag: Tag): LinkPlace {
  let isInParagraph = false
  for (let above = tag.parent; above && 'attribs' in above; above = above.parent) {
    const block = above.attribs['data-element']
    if (block === 'also-read' || block === 'related-news') return block
    if (above.name === 'header' || above.name === 'nav' || 'data-furniture' in above.attribs) return 'around'
    if (above.name === 'p') isInParagraph = true
    if (above.name === 'article') return isInParagraph ? 'prose' : 'around'
  }
  return 'around'
}
