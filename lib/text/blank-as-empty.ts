import { isBlank } from '@/lib/text/visible-text'

/**
 * `text`, or an empty one when a reader sees nothing of it. For the fields that a page leaves out when they are empty,
 * such as a dateline or a credit: blanks would leave their place, their dash and their tag behind.
 */
export function blankAsEmpty(text: string): string {
  return isBlank(text) ? '' : text
}
