import { passkeyClient } from '@better-auth/passkey/client'
import { createAuthClient } from 'better-auth/client'
import { twoFactorClient } from 'better-auth/client/plugins'
import type { Problem } from '@/lib/desk/refusal'

/** Requests to the addresses below /api/auth, and to the passkeys of this device. */
export const authClient = createAuthClient({ plugins: [passkeyClient(), twoFactorClient()] })

/** An error response of better-auth. */
interface AuthError {
  status?: number | undefined
  code?: string | undefined
  message?: string | undefined
}

const WORDS: Record<string, string> = {
  INVALID_EMAIL_OR_PASSWORD: 'This e-mail and password do not fit together.',
  INVALID_EMAIL: 'This e-mail and password do not fit together.',
  INVALID_PASSWORD: 'This is not your password.',
  INVALID_CODE: 'This code is not right. Codes change every 30 seconds; try the one that is shown now.',
  INVALID_BACKUP_CODE: 'This is not one of your unused backup codes.',
  BACKUP_CODES_NOT_ENABLED: 'This is not one of your unused backup codes.',
  INVALID_TWO_FACTOR_COOKIE: 'This took too long. Sign in again with your e-mail and password.',
  ACCOUNT_TEMPORARILY_LOCKED: 'Too many wrong codes. Please wait a while and sign in again.',
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: 'Too many wrong codes. Sign in again with your e-mail and password.',
  SESSION_NOT_FRESH: 'You signed in long ago. Sign out and in again, then add the passkey.',
  PASSWORD_TOO_SHORT: 'Choose a password of at least 12 characters.',
  PASSWORD_TOO_LONG: 'Choose a password of at most 128 characters.',
  AUTH_CANCELLED: 'The passkey was not used.',
  ERROR_CEREMONY_ABORTED: 'The passkey was not used.',
  PASSKEY_NOT_FOUND: 'This passkey opens no account here.',
  REGISTRATION_CANCELLED: 'No passkey was made.',
  PREVIOUSLY_REGISTERED: 'This device has a passkey of yours already.',
}

/** The error as a problem of a form. */
export function entranceProblems(error: AuthError): Problem[] {
  return [{ field: '', message: wordsFor(error) }]
}

function wordsFor({ status = 0, code = '', message = '' }: AuthError): string {
  // Why a chosen password is refused depends on the password.
  if (code === 'PASSWORD_REFUSED' && message) return message
  const words = WORDS[code]
  if (words) return words
  if (status === 429) return 'Too many tries. Please wait a while and try again.'
  if (status === 0) return 'The server cannot be reached. Please try again in a moment.'
  if (status === 401) return 'You are signed out. Sign in again.'
  return `This did not work (${status}). Please try again.`
}
