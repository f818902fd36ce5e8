import { z } from 'zod'
import { emptyAnswer } from '@/lib/desk/answers'
import { MAX_NOTE_LENGTH } from '@/lib/desk/articles/article-input'
import { endpoint } from '@/lib/desk/endpoint'
import { MAX_GUEST_NAME_LENGTH } from '@/lib/desk/field-lengths'
import { textLine, textLines } from '@/lib/desk/text-input'
import { MAX_PASSAGE_LENGTH, saidSchema, VERSION_ANSWERS } from '@/lib/desk/version-review/said'

const answer = {
  secret: z.string().max(100),
  kind: z.enum(VERSION_ANSWERS),
  name: textLine(MAX_GUEST_NAME_LENGTH),
  words: textLines(MAX_NOTE_LENGTH),
  quote: textLines(MAX_PASSAGE_LENGTH),
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
