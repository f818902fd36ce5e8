import type { User } from '@/db/accounts/users'
import type { Refusal } from '@/lib/desk/refusal'

type AccountAnswer = Omit<User, 'createdAt'> & { createdAt: string }

/** An account as the addresses of the desk answer it; what is no account goes through unchanged. */
export function accountAnswer(outcome: User | null): AccountAnswer | null
export function accountAnswer(outcome: User | Refusal | null): AccountAnswer | Refusal | null
export function accountAnswer(outcome: User | Refusal | null): AccountAnswer | Refusal | null {
  if (outcome === null || 'problems' in outcome) return outcome
  return { ...outcome, createdAt: outcome.createdAt.toISOString() }
}
