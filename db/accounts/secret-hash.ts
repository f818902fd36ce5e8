import { createHash } from 'node:crypto'

/** What the store keeps of the secret of a link or token, in hex. The secret is random, so that it needs no salt. */
export function secretHash(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}
