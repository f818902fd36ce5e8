/** Longer than any address that browsers and crawlers take. */
const LONGEST_ADDRESS = 2000

/** Whether `typed` is an address on the web as a whole: http or https, with a host, and no way for a script. */
export function isWebAddress(typed: string): boolean {
  return typed.length <= LONGEST_ADDRESS && /^https?:\/\/[^\s/]+\S*$/i.test(typed) && URL.canParse(typed)
}
