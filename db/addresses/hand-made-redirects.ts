import { eq } from 'drizzle-orm'
import { addressOf, directAddressAt } from '@/db/addresses/addresses'
import { type RedirectTarget, redirectFrom, saveRedirect } from '@/db/addresses/redirects'
import { logAction } from '@/db/audit/log'
import { inTransaction, type Reader, type Writer } from '@/db/store/open'
import { articles, redirects, staleness } from '@/db/store/schema'
import { isOneOf } from '@/db/store/value-lists'
import { parseArticlePath } from '@/lib/addresses/article-address'
import { parseRedirectFrom, parseRedirectTarget } from '@/lib/addresses/parse-entered-url'
import { articlePath } from '@/lib/addresses/paths'
import { type Refusal, refuse } from '@/lib/desk/refusal'
import { tags } from '@/lib/pages/tags'

interface RedirectRequest {
  /** As typed or imported. */
  from: string
  target: RedirectTarget
  siteUrl: string
  now: Date
}

/** A saved redirect: its path, and the page it leads to; null while its story is not public. */
export interface AddedRedirect {
  from: string
  leadsTo: string | null
}

/**
 * Redirects `from` to `target`, in one hop. Addresses that redirected to `from` lead there too. A target that is itself
 * a redirect is replaced by its end, and the address of a story by the story, so that the redirect follows the story.
 * An existing redirect from the same address is replaced. Refused when
 * - one of the two is not a path of this site, or the site needs `from` itself;
 * - `from` is the address of a page, or a former address of a story, which already redirects to the story;
 * - the target answers 404, or leads back to `from`.
 */
export async function addRedirect(db: Writer, request: RedirectRequest): Promise<AddedRedirect | Refusal> {
  return inTransaction(db, async (tx) => {
    const answer = await addOneOfMany(tx, request)
    if ('problems' in answer) return answer
    const thing = { id: answer.from, name: answer.from }
    const detail = `to ${answer.leadsTo ?? 'a story that is not public'}`
    await logAction(tx, { action: 'redirect added', thing, detail, now: request.now })
    return answer
  })
}

/** Adds a redirect as addRedirect does, as one of many that the audit log tells of together. */
export async function addOneOfMany(
  db: Writer,
  { from, target, siteUrl, now }: RedirectRequest,
): Promise<AddedRedirect | Refusal> {
  const parsed = parseRedirectFrom(from)
  if ('problem' in parsed) return refuse('from', parsed.problem)
  const { path } = parsed
  return inTransaction(db, async (tx) => {
    const inUse = await reasonInUse(tx, { path, now })
    if (inUse) return refuse('from', inUse)
    const end = await checkedTarget(tx, { target, siteUrl, from: path, now })
    if ('problems' in end) return end
    await saveRedirect(tx, { fromPath: path, end, now })
    return { from: path, leadsTo: await redirectFrom(tx, { path, now }) }
  })
}

/**
 * Removes the redirect from `from`. null when there is none. Refused for a redirect that the site created itself
 * because a list was renamed or lost a page.
 */
export async function removeRedirect(
  db: Writer,
  { from, now }: { from: string; now: Date },
): Promise<Refusal | Record<string, never> | null> {
  return inTransaction(db, async (tx) => {
    const [row] = await tx.select().from(redirects).where(eq(redirects.fromPath, from))
    if (!row) return null
    if ((await formerListPaths(tx, [from])).has(from)) {
      return refuse('', `${from} was the address of a list. It can lead elsewhere, but it is not given up.`)
    }
    await tx.delete(redirects).where(eq(redirects.fromPath, from))
    await logAction(tx, { action: 'redirect removed', thing: { id: from, name: from }, now })
    return {}
  })
}

/** Those of `paths` that were the address of a list or of a page of one. The site keeps redirects from them. */
export async function formerListPaths(db: Reader, paths: readonly string[]): Promise<Set<string>> {
  if (!paths.length) return new Set()
  const rows = await db
    .select({ tag: staleness.tag })
    .from(staleness)
    .where(isOneOf(staleness.tag, paths.map(tags.address)))
  const formerTags = new Set(rows.map(({ tag }) => tag))
  return new Set(paths.filter((path) => formerTags.has(tags.address(path))))
}

/** Why `path` cannot be redirected, in an editor's words; null when it can. */
async function reasonInUse(db: Reader, { path, now }: { path: string; now: Date }): Promise<string | null> {
  const own = await directAddressAt(db, { path, now })
  if (own?.isExact) return `A page stands at ${path} already, so it cannot lead elsewhere.`
  if (!own?.article?.hadSlug) return null
  return `${path} is an address that the story “${own.article.headline}” had, and leads to it by itself.`
}

async function checkedTarget(
  db: Reader,
  { target, siteUrl, from, now }: { target: RedirectTarget; siteUrl: string; from: string; now: Date },
): Promise<RedirectTarget | Refusal> {
  if ('articleId' in target) {
    const [story] = await db.select({ id: articles.id }).from(articles).where(eq(articles.id, target.articleId))
    return story ? { articleId: story.id } : refuse('to', `There is no story ${target.articleId}.`)
  }
  const parsed = parseRedirectTarget(target.toPath, siteUrl)
  if ('problem' in parsed) return refuse('to', parsed.problem)
  if (parsed.path === from) return refuse('to', 'This address would lead back to itself.')
  const address = await addressOf(db, { path: parsed.path, now })
  if (address.kind === 'missing') {
    return refuse('to', `Nothing stands at ${parsed.path}. A redirect has to lead to a page of this site.`)
  }
  const path = address.kind === 'redirect' ? address.location : parsed.path
  if (path === from) return refuse('to', 'This address would lead back to itself.')
  return articleTarget(path) ?? { toPath: path }
}

/** The article at the target path, so that the redirect follows it when its address changes; null for another path. */
function articleTarget(path: string): { articleId: number } | null {
  const address = parseArticlePath(path)
  return address && path === articlePath(address) ? { articleId: address.id } : null
}
