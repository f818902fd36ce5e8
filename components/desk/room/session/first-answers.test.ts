import { expect, it } from 'vitest'
import { FirstAnswers } from './first-answers'

const CORRECTIONS = 'GET /api/desk/articles/[id]/corrections'

it('an answer that came with the page is taken once', async () => {
  const answers = new FirstAnswers({ [CORRECTIONS]: { corrections: [] } })
  expect(await answers.take(CORRECTIONS)).toEqual({ ok: true, answer: { corrections: [] } })
  expect(answers.take(CORRECTIONS)).toBeNull()
})

it('what came for one address answers no other', () => {
  const answers = new FirstAnswers({ [CORRECTIONS]: { corrections: [] } })
  expect(answers.take('GET /api/desk/articles/[id]/plan')).toBeNull()
})

it('what nobody took while the room opened answers nothing later', () => {
  const answers = new FirstAnswers({ [CORRECTIONS]: { corrections: [] } })
  answers.drop()
  expect(answers.take(CORRECTIONS)).toBeNull()
})
