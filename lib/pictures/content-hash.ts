const FNV_OFFSET = 0xcbf29ce484222325n // FNV-1a, 64 bits (Fowler, Noll, Vo): offset basis
const FNV_PRIME = 0x100000001b3n // and prime
const MASK = 0xffffffffffffffffn

/**
 * A hash of `words` in sixteen hexadecimal digits. It differs when a word or its position differs.
 * For names of files that never change under their name; not for secrets.
 */
export function contentHash(words: string[]): string {
  let hash = FNV_OFFSET
  for (const byte of new TextEncoder().encode(JSON.stringify(words))) {
    hash = ((hash ^ BigInt(byte)) * FNV_PRIME) & MASK
  }
  return hash.toString(16).padStart(16, '0')
}
