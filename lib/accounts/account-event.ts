/** What the account log records. */
export const ACCOUNT_EVENT_KINDS = [
  'sign-in-failed',
  'second-step-failed',
  'password-changed',
  'password-reset',
  'role-changed',
  'second-step-on',
  'second-step-off',
  'backup-codes-made',
  'passkey-added',
  'passkey-removed',
  'deactivated',
  'reactivated',
] as const

export type AccountEventKind = (typeof ACCOUNT_EVENT_KINDS)[number]

/** One line of the account log. */
export interface AccountEvent {
  id: number
  at: Date
  kind: AccountEventKind
  /** The e-mail address of the account, or the one under which somebody tried to sign in. */
  email: string
  /** Who did it; empty when nobody knows. */
  by: string
  /** The client's address as it is counted; empty for a command. */
  address: string
  /** What changed, such as the new role; empty where the kind says everything. */
  detail: string
}

const WORDS: Record<AccountEventKind, string> = {
  'sign-in-failed': 'Sign-in failed',
  'second-step-failed': 'Second step failed',
  'password-changed': 'Password changed',
  'password-reset': 'Password set by a link',
  'role-changed': 'Role changed',
  'second-step-on': 'Second step set up',
  'second-step-off': 'Second step removed',
  'backup-codes-made': 'New backup codes made',
  'passkey-added': 'Passkey added',
  'passkey-removed': 'Passkey removed',
  deactivated: 'Account deactivated',
  reactivated: 'Account reactivated',
}

/** What happened, in words, with what changed behind it. */
export function accountEventWords({ kind, detail }: Pick<AccountEvent, 'kind' | 'detail'>): string {
  return detail ? `${WORDS[kind]}: ${detail}` : WORDS[kind]
}
