import { parseUrl } from '@/lib/addresses/url'

/** In characters. Browsers and crawlers do not accept longer addresses. */
export const LONGEST_WEB_ADDRESS = 2000

/** Whether `typed` is a complete web address: http or https with a host, never a script. */
export function isWebAddress(typed: string): boolean {
  return typed.length <= LONGEST_WEB_ADDRESS && /^https?:\/\/[^\s/]+\S*$/i.test(typed) && parseUrl(typed) !== null
}
