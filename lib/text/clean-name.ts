import { cleanLine } from '@/lib/text/clean-text'

/**
 * The name of a person or a thing as the paper keeps it: cleaned, each run of white space one space, none at the ends.
 * A single no-break space inside stays. Empty when a reader would see nothing of it.
 */
export function cleanName(typed: string): string {
  return cleanLine(typed)
    .replace(/\s{2,}|[^\S\u00A0\u202F]/gu, ' ')
    .trim()
}
