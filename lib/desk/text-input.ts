import { z } from 'zod'
import { cleanName } from '@/lib/text/clean-name'
import { cleanLine, cleanLines } from '@/lib/text/clean-text'

/*
 * The words that the desk takes. They are cleaned before anything looks at them (lib/text/clean-text.ts); the answer
 * tells what was taken out. The length is that of what was sent, in characters, so that cleaning never has more to do.
 */

/** The name of a person or a thing; `missing` says what to do when a reader would see nothing of it. */
export function nameLine(longest: number, missing: string) {
  return z
    .string()
    .max(longest, `Use at most ${longest} characters.`)
    .overwrite(cleanName)
    .refine((name) => name !== '', missing)
}

/** Words on one line, without spaces at the ends; empty for none. */
export function textLine(longest: number) {
  return z
    .string()
    .max(longest, `Use at most ${longest.toLocaleString('en-GB')} characters.`)
    .overwrite((text) => cleanLine(text).trim())
}

/** Words with lines, without spaces at the ends; empty for none. */
export function textLines(longest: number, tooLong = `Use at most ${longest.toLocaleString('en-GB')} characters.`) {
  return z
    .string()
    .max(longest, tooLong)
    .overwrite((text) => cleanLines(text).trim())
}
