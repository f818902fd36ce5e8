/**
 * The permanent id of a story in feeds, as a UUID of version 8 (RFC 9562, section 5.8): the instant at which
 * the story was created, then its id in the store. Neither ever changes, so the UUID survives another headline, section, date, a
 * withdrawal, and a move of the paper to another domain.
 */
export function storyId({ id, createdAt }: { id: number; createdAt: Date }): string {
  // An archive may have stories from before 1970; their instants count down from the end of 48 bits.
  const begun = hex((createdAt.getTime() + BITS_48) % BITS_48, 12)
  const number = hex(id, 15)
  // The digits in between are the version, zeros and the variant.
  return `urn:uuid:${begun.slice(0, 8)}-${begun.slice(8)}-8000-8${number.slice(0, 3)}-${number.slice(3)}`
}

const BITS_48 = 2 ** 48

function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, '0')
}
