import type { User } from '@/db/accounts/users'
import type { Refusal } from '@/lib/desk/refusal'

type AccountAnswer = Omit<User, 'createdAt' | 'isDeactivated'> & { createdAt: string; isShutOut: boolean }

/** An account as the addresses of the desk answer it; what is no account goes through unchanged. */
export function accountAnswer(outcome: User | null): AccountAnswer | null
export function accountAnswer(outcome: User | Refusal | null): AccountAnswer | Refusal | null
export function accountAnswer(outcome: User | Refusal | null): AccountAnswer | Refusal | null {
  if (outcome === null || 'problems' in outcome) return outcome
  const { createdAt, isDeactivated, ...user } = outcome
  return { ...user, isShutOut: isDeactivated, createdAt: createdAt.toISOString() }
}
