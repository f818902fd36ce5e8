import { randomBytes } from 'node:crypto'
import { and, desc, eq, isNull } from 'drizzle-orm'
import { isOpenPreview } from '@/db/accounts/open-links'
import { secretHash } from '@/db/accounts/secret-hash'
import { logAction } from '@/db/audit/log'
import { storyThing } from '@/db/editing/ownership'
import { previewLinks } from '@/db/store/desk-schema'
import { inTransaction, type Reader, type Writer } from '@/db/store/open'
import type { SharedPreview } from '@/lib/desk/articles/shared-preview'
import { HOUR_MS } from '@/lib/time/durations'

/** Enough bytes that a secret cannot be guessed. It is written in hex, which needs no escaping in an address. */
const SECRET_BYTES = 24

/** The desk lists no more links. */
const MAX_LINKS = 50

interface Sharing {
  articleId: number
  hours: number
  by: string
  /** The account of the person: the link ends with it. */
  byId?: string | null
  /** The version that the link shows and that may be approved or refused; left out for the text under work. */
  version?: number
  /** For whom it is made; left out or empty when nobody is named. */
  recipient?: string
  now: Date
}

/**
 * Creates a link that shows article `articleId`, or one version of it, to anybody who has it, for `hours` from `now`, and
 * returns its secret. The store has only a hash of the secret.
 */
export async function sharePreview(
  db: Writer,
  { articleId, hours, by, byId = null, version, recipient = '', now }: Sharing,
): Promise<{ id: number; secret: string }> {
  const secret = randomBytes(SECRET_BYTES).toString('hex')
  const expiresAt = new Date(now.getTime() + hours * HOUR_MS)
  return inTransaction(db, async (tx) => {
    const [link] = await tx
      .insert(previewLinks)
      .values({
        articleId,
        secretHash: secretHash(secret),
        createdBy: by,
        createdById: byId,
        createdAt: now,
        expiresAt,
        version: version ?? null,
        recipient: recipient.trim(),
      })
      .returning({ id: previewLinks.id })
    if (!link) throw new Error(`the store gave a preview link to article ${articleId} no id`)
    await logAction(tx, {
      action: 'story preview shared',
      thing: await storyThing(tx, articleId),
      detail: `${hours} h`,
      now,
    })
    return { id: link.id, secret }
  })
}

/** The links to article `articleId` that are valid at `now`, newest first; at most 50. */
export async function sharedPreviews(
  db: Reader,
  { articleId, now }: { articleId: number; now: Date },
): Promise<SharedPreview[]> {
  const rows = await db
    .select({
      id: previewLinks.id,
      createdBy: previewLinks.createdBy,
      createdAt: previewLinks.createdAt,
      expiresAt: previewLinks.expiresAt,
      version: previewLinks.version,
      recipient: previewLinks.recipient,
    })
    .from(previewLinks)
    .where(and(eq(previewLinks.articleId, articleId), isOpenPreview(now)))
    .orderBy(desc(previewLinks.createdAt), desc(previewLinks.id))
    .limit(MAX_LINKS)
  return rows.map(({ createdAt, expiresAt, ...link }) => ({
    ...link,
    createdAt: createdAt.getTime(),
    expiresAt: expiresAt.getTime(),
  }))
}

/** Revokes a link to article `articleId`; false when the article has no such link. Doing it again changes nothing. */
export async function revokePreview(
  db: Writer,
  { id, articleId, now }: { id: number; articleId: number; now: Date },
): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    const ofArticle = and(eq(previewLinks.id, id), eq(previewLinks.articleId, articleId))
    const [link] = await tx.select({ id: previewLinks.id }).from(previewLinks).where(ofArticle)
    await tx
      .update(previewLinks)
      .set({ revokedAt: now })
      .where(and(ofArticle, isNull(previewLinks.revokedAt)))
    if (link) await logAction(tx, { action: 'story preview ended', thing: await storyThing(tx, articleId), now })
    return link !== undefined
  })
}

/** The id of the article that the link with this secret shows at `now`; null when the link is not valid. */
export async function previewedArticle(
  db: Reader,
  { secret, now }: { secret: string; now: Date },
): Promise<number | null> {
  return (await openedPreview(db, { secret, now }))?.articleId ?? null
}

/** A link that opens. */
export interface OpenedPreview {
  id: number
  articleId: number
  /** The version that it shows; null for the text under work. */
  version: number | null
  /** For whom it was made; empty when nobody is named. */
  recipient: string
  /** null for links from before accounts were noted. */
  createdById: string | null
}

/** The link with this secret; null when it is not valid at `now`. */
export async function openedPreview(
  db: Reader,
  { secret, now }: { secret: string; now: Date },
): Promise<OpenedPreview | null> {
  const [link] = await db
    .select({
      id: previewLinks.id,
      articleId: previewLinks.articleId,
      version: previewLinks.version,
      recipient: previewLinks.recipient,
      createdById: previewLinks.createdById,
    })
    .from(previewLinks)
    .where(and(eq(previewLinks.secretHash, secretHash(secret)), isOpenPreview(now)))
  return link ?? null
}

/** Whether there ever was a link with this secret, valid or not. */
export async function wasPreviewLink(db: Reader, secret: string): Promise<boolean> {
  const rows = await db
    .select({ id: previewLinks.id })
    .from(previewLinks)
    .where(eq(previewLinks.secretHash, secretHash(secret)))
  return rows.length > 0
}
