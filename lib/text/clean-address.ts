import { isUnseen } from '@/lib/text/visible-text'

/**
 * A web address without characters that nobody sees: at its ends they are gone, and so are control characters, halves
 * of pairs and noncharacters, which no address has; others are percent-encoded, as a browser would send them. Letters stay
 * as they are: a composed one and one in two parts are two addresses.
 */
export function cleanAddress(address: string): string {
  const kept = [...address].filter((character) => !/^[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]$/u.test(character))
  const isEdge = (character: string | undefined) => isUnseen(character) || character?.trim() === ''
  while (isEdge(kept[0])) kept.shift()
  while (isEdge(kept.at(-1))) kept.pop()
  return kept
    .map((character) =>
      isUnseen(character) || /^[\u2028\u2029]$/.test(character) ? encodeURIComponent(character) : character,
    )
    .join('')
}
