import { parseUrl } from '@/lib/addresses/url'

/** In characters. Browsers and crawlers do not accept longer addresses. */
export const MAX_WEB_ADDRESS_LENGTH = 2000

/** Whether `typed` is a complete web address: http or https with a host, never a script. */
export function isWebAddress(typed: string): boolean {
  return typed.length <= MAX_WEB_ADDRESS_LENGTH && /^https?:\/\/[^\s/]+\S*$/i.test(typed) && parseUrl(typed) !== null
}
