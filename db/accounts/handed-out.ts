import { and, eq, gt, isNull, or } from 'drizzle-orm'
import { oneTimeLinks } from '@/db/store/account-schema'
import { apiTokens } from '@/db/store/api-schema'
import { previewLinks } from '@/db/store/desk-schema'
import type { Transaction } from '@/db/store/open'

/** The person whose links end, and the instant from which they no longer open. */
interface Ending {
  user: { id: string; name: string; email: string }
  now: Date
}

/** Ends the open links by which a user could set another password. */
export async function endResetLinks(
  tx: Transaction,
  { user, now }: { user: { email: string }; now: Date },
): Promise<void> {
  await tx
    .update(oneTimeLinks)
    .set({ revokedAt: now })
    .where(and(eq(oneTimeLinks.kind, 'reset'), eq(oneTimeLinks.email, user.email), isOpenLink(now)))
}

/** Ends the invitations and links for another password that a user has made for others and that are still open. */
export async function endMadeLinks(tx: Transaction, { user, now }: Ending): Promise<void> {
  // Links from before accounts were noted name their maker only.
  const isTheirs = or(
    eq(oneTimeLinks.createdById, user.id),
    and(isNull(oneTimeLinks.createdById), eq(oneTimeLinks.createdBy, user.name)),
  )
  await tx
    .update(oneTimeLinks)
    .set({ revokedAt: now })
    .where(and(or(eq(oneTimeLinks.kind, 'invitation'), eq(oneTimeLinks.kind, 'reset')), isTheirs, isOpenLink(now)))
}

/** Ends the preview links that a user has made and that still open. */
export async function endMadePreviews(tx: Transaction, { user, now }: Ending): Promise<void> {
  const isTheirs = or(
    eq(previewLinks.createdById, user.id),
    and(isNull(previewLinks.createdById), eq(previewLinks.createdBy, user.name)),
  )
  await tx
    .update(previewLinks)
    .set({ revokedAt: now })
    .where(and(isTheirs, isNull(previewLinks.revokedAt), gt(previewLinks.expiresAt, now)))
}

/** Ends the tokens of a user for good, also if the account is opened again. */
export async function endTokensOf(tx: Transaction, { user, now }: { user: { id: string }; now: Date }): Promise<void> {
  await tx
    .update(apiTokens)
    .set({ revokedAt: now })
    .where(and(eq(apiTokens.userId, user.id), isNull(apiTokens.revokedAt)))
}

/** Whether a one-time link can still be used at `now`. */
export function isOpenLink(now: Date) {
  return and(isNull(oneTimeLinks.usedAt), isNull(oneTimeLinks.revokedAt), gt(oneTimeLinks.expiresAt, now))
}
