import { z } from 'zod'
import { endpoint } from '@/lib/desk/endpoint'
import { textLine, textLines } from '@/lib/desk/text-input'
import { saidSchema, VERSION_ANSWERS } from '@/lib/desk/version-review/said'

/** Somebody without an account comments on the version that a link shows, approves or refuses it. */
export const answerVersion = endpoint('POST', '/api/desk/entrance/version', {
  logs: 'story version answered',
  input: z.strictObject({
    secret: z.string().max(100),
    kind: z.enum(VERSION_ANSWERS),
    name: textLine(120),
    words: textLines(5000),
    quote: textLines(2000),
  }),
  answer: z.strictObject({ said: z.array(saidSchema) }),
})
