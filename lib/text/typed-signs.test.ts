import { describe, expect, it } from 'vitest'
import { marksOf, typedSign } from './typed-signs'

/** A text typed key by key. */
function typed(keys: string, language = 'en'): string {
  let text = ''
  for (const key of keys) {
    const sign = typedSign(text, key, language)
    text = sign ? (text + key).slice(0, -sign.length) + sign.words : text + key
  }
  return text
}

describe('quotation marks', () => {
  it.each([
    ['en', '"We sail," she said.', '“We sail,” she said.'],
    ['en', `"She said 'now'," he said.`, '“She said ‘now’,” he said.'],
    ['de', '"Wir fahren", sagte sie.', '„Wir fahren“, sagte sie.'],
    ['de-CH', '"Wir fahren"', '«Wir fahren»'],
    ['fr', '"Nous partons"', '«\u00a0Nous partons\u00a0»'],
    ['sv', '"Vi seglar"', '”Vi seglar”'],
    ['pl', '"Płyniemy"', '„Płyniemy”'],
    ['ru', '"Мы идём"', '«Мы идём»'],
    ['hi', '"हम चलते हैं"', '“हम चलते हैं”'],
    ['ar', '"نبحر"', '«نبحر»'],
    ['pt-PT', '"Vamos"', '«Vamos»'],
    ['pt-BR', '"Vamos"', '“Vamos”'],
    ['zh-TW', '"開船"', '「開船」'],
  ])('of %s: %s', (language, keys, text) => {
    expect(typed(keys, language)).toBe(text)
  })

  it('open behind a bracket and a dash', () => {
    expect(typed('the ("Dunlin") -"now"')).toBe('the (“Dunlin”) -“now”')
  })

  it('stay the sign of inches behind a number', () => {
    expect(typed('a 6" shell')).toBe('a 6" shell')
    expect(typed('a ६" shell')).toBe('a ६" shell')
    expect(typed('"in 1986"')).toBe('“in 1986”')
  })

  it('are a gershayim in a Hebrew abbreviation', () => {
    expect(typed('צה"ל', 'he')).toBe('צה״ל')
  })
})

describe('apostrophes', () => {
  it.each([
    ['en', "the crew's boat don't sail", 'the crew’s boat don’t sail'],
    ['en', "in the '90s", 'in the ’90s'],
    ['hi', "सन '९०", 'सन ’९०'],
    ['fr', "l'eau", 'l’eau'],
    ['de', "'Dunlin'", '‚Dunlin‘'],
    ['it', "l'acqua", 'l’acqua'],
  ])('of %s: %s', (language, keys, text) => {
    expect(typed(keys, language)).toBe(text)
  })
})

describe('dashes and ellipses', () => {
  it.each([
    ['en', 'the ferry--late--left', 'the ferry–late–left'],
    ['en-US', 'the ferry--late--left', 'the ferry—late—left'],
    ['en', 'the ferry -- late', 'the ferry – late'],
    ['en', 'the ferry - late', 'the ferry – late'],
    ['ru', 'паром - поздно', 'паром — поздно'],
    ['en', 'the ferry---late', 'the ferry—late'],
    ['en', 'well-known', 'well-known'],
    ['en', 'and so on...', 'and so on…'],
    ['en', '---', '---'],
    ['en', '- a point', '- a point'],
    ['en', 'at -5 degrees', 'at -5 degrees'],
  ])('of %s: %s', (language, keys, text) => {
    expect(typed(keys, language)).toBe(text)
  })
})

it('addresses stay as they are typed', () => {
  for (const address of ['https://tides.example/a--b...', "www.tides.example/'a'", 'desk@tides--linnet.example'])
    expect(typed(`see ${address}`)).toBe(`see ${address}`)
})

it('a language without marks of its own has those of English', () => {
  expect(marksOf('sw')).toEqual(['“', '”', '‘', '’'])
})
