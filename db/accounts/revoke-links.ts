import { and, eq, isNull, or } from 'drizzle-orm'
import { isOpenLink, isOpenPreview } from '@/db/accounts/open-links'
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
  const isForOthers = or(eq(oneTimeLinks.kind, 'invitation'), eq(oneTimeLinks.kind, 'reset'))
  await tx
    .update(oneTimeLinks)
    .set({ revokedAt: now })
    .where(and(isForOthers, wasMadeBy(user, oneTimeLinks), isOpenLink(now)))
}

/** Ends the preview links that a user has made and that still open. */
export async function endMadePreviews(tx: Transaction, { user, now }: Ending): Promise<void> {
  await tx
    .update(previewLinks)
    .set({ revokedAt: now })
    .where(and(wasMadeBy(user, previewLinks), isOpenPreview(now)))
}

/** Ends the tokens of a user for good, also if the account is opened again. */
export async function endTokensOf(tx: Transaction, { user, now }: { user: { id: string }; now: Date }): Promise<void> {
  await tx
    .update(apiTokens)
    .set({ revokedAt: now })
    .where(and(eq(apiTokens.userId, user.id), isNull(apiTokens.revokedAt)))
}

/** Links from before accounts were noted name their maker only. */
function wasMadeBy({ id, name }: Ending['user'], links: typeof oneTimeLinks | typeof previewLinks) {
  return or(eq(links.createdById, id), and(isNull(links.createdById), eq(links.createdBy, name)))
}
