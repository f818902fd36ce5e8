const FNV_OFFSET = 0xcbf29ce484222325n // FNV-1a, 64 bits (Fowler, Noll, Vo): offset basis
const FNV_PRIME = 0x100000001b3n // and prime
const MASK = 0xffffffffffffffffn

/**
 * Sixteen hexadecimal digits that differ when one of `words` does, also when words move from one place to the next. For
 * names of things that must not change under their name; not for secrets.
 */
export function contentHash(words: string[]): string {
  let hash = FNV_OFFSET
  for (const byte of new TextEncoder().encode(JSON.stringify(words))) {
    hash = ((hash ^ BigInt(byte)) * FNV_PRIME) & MASK
  }
  return hash.toString(16).padStart(16, '0')
}
