import { WebAuthnAbortService } from '@simplewebauthn/browser'
import { authClient } from '@/components/desk/authentication/auth-client'

const RETRY_MS = 50

let offer: Promise<boolean> = Promise.resolve(false)

/** Lets the browser offer passkeys in the e-mail field (conditional mediation); true once one was used. */
export function offerPasskeys(): Promise<boolean> {
  offer = waitForChoice()
  return offer
}

/**
 * Asks for a passkey and signs in with it; null on success. An offer of the browser ends first: two ceremonies at once
 * take each other's challenge, and neither signs in.
 */
export async function signInWithPasskey() {
  if (await offerEnded()) return null
  const { error } = await authClient.signIn.passkey()
  return error
}

async function waitForChoice(): Promise<boolean> {
  if (!('PublicKeyCredential' in window)) return false
  const canOffer = await PublicKeyCredential.isConditionalMediationAvailable?.().catch(() => false)
  if (!canOffer) return false
  const answer = await authClient.signIn.passkey({ autoFill: true }).catch(() => null)
  return answer !== null && !answer.error
}

/** Ends an offer that waits for the user. One whose passkey was just chosen goes on; true when it signed in. */
async function offerEnded(): Promise<boolean> {
  WebAuthnAbortService.cancelCeremony()
  // An offer whose challenge is still on its way waits for the user only after that.
  const timer = setInterval(() => WebAuthnAbortService.cancelCeremony(), RETRY_MS)
  try {
    return await offer
  } finally {
    clearInterval(timer)
  }
}
