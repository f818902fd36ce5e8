import { and, eq, inArray, sql } from 'drizzle-orm'
import { addressOf, standsAt } from '@/db/addresses/addresses'
import { keepRedirect, type RedirectTarget, redirectFrom } from '@/db/addresses/redirects'
import { inTransaction, type Reader, type Transaction, type Writer } from '@/db/store/open'
import { articles, redirects, revisions, staleness } from '@/db/store/schema'
import { givenFrom, givenTo } from '@/lib/addresses/parse-entered-url'
import { articlePath, parseArticleAddress } from '@/lib/addresses/paths'
import { type Refusal, refuse } from '@/lib/desk/refusal'
import { tags } from '@/lib/pages/tags'

interface Making {
  /** As it was typed or imported. */
  from: string
  target: RedirectTarget
  siteUrl: string
  now: Date
}

/** A redirect that stands: from where, and at which page it arrives; null while its story is not public. */
export interface MadeRedirect {
  from: string
  leadsTo: string | null
}

/**
 * From now on `from` leads to `target`, in one hop: what led to `from` leads there too, a target that is itself an old
 * address is replaced by where that one leads, and the address of a story by the story, wherever it will stand.
 * A redirect from the same address is replaced. Refused when
 * - either is no path of this site, or the site needs `from` itself;
 * - something stands at `from`, or it is an address that a story had and leads to that story by itself;
 * - nothing stands at the target, or following it would come back to `from`.
 */
export async function addRedirect(db: Writer, { from, target, siteUrl, now }: Making): Promise<MadeRedirect | Refusal> {
  const given = givenFrom(from)
  if ('problem' in given) return refuse('from', given.problem)
  const { path } = given
  return inTransaction(db, async (tx) => {
    const inUse = await useOf(tx, { path, now })
    if (inUse) return refuse('from', inUse)
    const end = await endOf(tx, { target, siteUrl, from: path, now })
    if ('problems' in end) return end
    await keepRedirect(tx, { fromPath: path, end, now })
    return { from: path, leadsTo: await redirectFrom(tx, { path, now }) }
  })
}

/**
 * Nobody is led on from `from` any more. null when there is no such redirect; one that the paper keeps by itself, for a
 * list that was renamed or lost a page, stays.
 */
export async function removeRedirect(
  db: Writer,
  { from }: { from: string },
): Promise<Refusal | Record<string, never> | null> {
  return inTransaction(db, async (tx) => {
    const [row] = await tx.select().from(redirects).where(eq(redirects.fromPath, from))
    if (!row) return null
    if ((await addressesOfLists(tx, [from])).has(from)) {
      return refuse('', `${from} was the address of a list. It can lead elsewhere, but it is not given up.`)
    }
    await tx.delete(redirects).where(eq(redirects.fromPath, from))
    return {}
  })
}

/** Those among `paths` at which a list, or a page of one, stood once: the paper keeps them leading somewhere. */
export async function addressesOfLists(db: Reader, paths: readonly string[]): Promise<Set<string>> {
  if (!paths.length) return new Set()
  const given = await db
    .select({ tag: staleness.tag })
    .from(staleness)
    .where(inArray(staleness.tag, paths.map(tags.address)))
  const stood = new Set(given.map(({ tag }) => tag))
  return new Set(paths.filter((path) => stood.has(tags.address(path))))
}

/** What keeps `path` from leading elsewhere, in words; null when nothing does. */
async function useOf(tx: Transaction, { path, now }: { path: string; now: Date }): Promise<string | null> {
  const own = await standsAt(tx, { path, now })
  if (own?.isExact) return `A page stands at ${path} already, so it cannot lead elsewhere.`
  const [, section = '', article = ''] = path.split('/')
  const address = own && parseArticleAddress({ section, article: article.replace(/\.(?:json|md)$/, '') })
  if (!address) return null
  const story = await storyThatHad(tx, address)
  return story === null ? null : `${path} is an address that the story “${story}” had, and leads to it by itself.`
}

/** The headline of the article with this id, if it was ever called by this slug; null otherwise. */
async function storyThatHad(tx: Transaction, { id, slug }: { id: number; slug: string }): Promise<string | null> {
  const [article] = await tx
    .select({ headline: articles.headline, slug: articles.slug })
    .from(articles)
    .where(eq(articles.id, id))
  if (!article) return null
  if (article.slug === slug) return article.headline
  const [named] = await tx
    .select({ version: revisions.version })
    .from(revisions)
    .where(and(eq(revisions.articleId, id), sql`${revisions.snapshot} ->> '$.slug' = ${slug}`))
    .limit(1)
  return named ? article.headline : null
}

async function endOf(
  tx: Transaction,
  { target, siteUrl, from, now }: { target: RedirectTarget; siteUrl: string; from: string; now: Date },
): Promise<RedirectTarget | Refusal> {
  if ('articleId' in target) {
    const [story] = await tx.select({ id: articles.id }).from(articles).where(eq(articles.id, target.articleId))
    return story ? { articleId: story.id } : refuse('to', `There is no story ${target.articleId}.`)
  }
  const given = givenTo(target.toPath, siteUrl)
  if ('problem' in given) return refuse('to', given.problem)
  if (given.path === from) return refuse('to', 'This address would lead back to itself.')
  const address = await addressOf(tx, { path: given.path, now })
  if (address.kind === 'missing') {
    return refuse('to', `Nothing stands at ${given.path}. A redirect has to lead to a page of this site.`)
  }
  const path = address.kind === 'redirect' ? address.location : given.path
  if (path === from) return refuse('to', 'This address would lead back to itself.')
  return storyIn(path) ?? { toPath: path }
}

/** A story may move on, so a redirect to its address means the story. */
function storyIn(path: string): { articleId: number } | null {
  const [, section = '', article = '', ...rest] = path.split('/')
  const address = rest.length ? null : parseArticleAddress({ section, article })
  if (!address || section === 'topics' || section === 'authors') return null
  return path === articlePath(address) ? { articleId: address.id } : null
}
