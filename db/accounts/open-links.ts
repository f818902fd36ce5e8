import { and, gt, isNull } from 'drizzle-orm'
import { oneTimeLinks } from '@/db/store/account-schema'
import { previewLinks } from '@/db/store/desk-schema'

/** Whether a one-time link can still be used at `now`. */
export function isOpenLink(now: Date) {
  return and(isNull(oneTimeLinks.usedAt), isNull(oneTimeLinks.revokedAt), gt(oneTimeLinks.expiresAt, now))
}

/** Whether a preview link opens at `now`. */
export function isOpenPreview(now: Date) {
  return and(isNull(previewLinks.revokedAt), gt(previewLinks.expiresAt, now))
}
