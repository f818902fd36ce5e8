import { type Scope, scopeWords } from '@/lib/admin-api/scopes'
import { dateAndTime, shortDay } from '@/lib/time/dates'

interface Token {
  id: number
  name: string
  scopes: Scope[]
  user: { name: string }
  createdAt: Date
  createdBy: string
  expiresAt: Date | null
  lastUsedAt: Date | null
  lastUsedFrom: string
  revokedAt: Date | null
}

/** A token as admins see it, in words, by the clocks of the paper. */
export function listedToken(token: Token, { now, timeZone }: { now: Date; timeZone: string }) {
  const { id, name, scopes, user, createdAt, createdBy, expiresAt, lastUsedAt, lastUsedFrom, revokedAt } = token
  const style = { language: 'en', timeZone }
  const hasEnded = expiresAt !== null && expiresAt <= now
  const ends = expiresAt ? `${hasEnded ? 'Ended' : 'On'} ${shortDay(expiresAt, style)}` : 'When it is revoked'
  return {
    id,
    name,
    user: user.name,
    scopes: scopeWords(scopes),
    made: `Made by ${createdBy}, ${shortDay(createdAt, style)}`,
    used: lastUsedAt
      ? [dateAndTime(lastUsedAt, style), lastUsedFrom && `from ${lastUsedFrom}`].filter(Boolean).join(', ')
      : 'Never',
    ends: revokedAt ? `Revoked ${shortDay(revokedAt, style)}` : ends,
    isUsable: revokedAt === null && !hasEnded,
  }
}
