import { z } from 'zod'
import { emptyAnswer } from '@/lib/desk/answers'
import { endpoint } from '@/lib/desk/endpoint'
import { textLine, textLines } from '@/lib/desk/text-input'
import { saidSchema, VERSION_ANSWERS } from '@/lib/desk/version-review/said'

const answer = {
  secret: z.string().max(100),
  kind: z.enum(VERSION_ANSWERS),
  name: textLine(120),
  words: textLines(5000),
  quote: textLines(2000),
}

/** Somebody without an account comments on the version that a link shows, approves or refuses it. */
export const answerVersion = endpoint('POST', '/api/desk/entrance/version', {
  logs: 'story version answered',
  input: z.strictObject(answer),
  answer: z.strictObject({ said: z.array(saidSchema) }),
})

/** The same as a plain form, from a page without scripts. It answers with the address of the version again. */
export const answerVersionByForm = endpoint('POST', '/api/desk/entrance/version/form', {
  logs: 'story version answered',
  input: z.strictObject({ ...answer, name: answer.name.default(''), quote: answer.quote.default('') }),
  answer: emptyAnswer,
})
