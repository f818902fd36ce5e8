import { describe, expect, it } from 'vitest'
import {
  drawnWords,
  paperCard,
  type SocialCard,
  shortened,
  socialCardHash,
  storyCard,
} from '@/lib/pictures/social-card'

const FERRY: SocialCard = {
  kicker: 'Ferries',
  section: 'Transport',
  headline: 'The last ferry leaves at six',
  language: 'en',
  signature: 'The Linnet Observer',
}

/** Fonts that have every letter of Latin, Devanagari and Arabic, and no picture. */
const covers = (codePoint: number) =>
  /[\p{Script=Latin}\p{Script=Devanagari}\p{Script=Arabic}\p{P}\p{Sm}\p{Nd}]/u.test(String.fromCodePoint(codePoint))

describe('socialCardHash', () => {
  it('changes with every word that is drawn, and with the language that decides the side', () => {
    const others: Partial<SocialCard>[] = [
      { kicker: 'Boats' },
      { section: 'City' },
      { headline: 'The last ferry leaves at seven' },
      { language: 'ar' },
      { signature: 'The Linnet Courier' },
    ]
    const hashes = [FERRY, ...others.map((other) => ({ ...FERRY, ...other }))].map(socialCardHash)
    expect(new Set(hashes).size).toBe(hashes.length)
    expect(socialCardHash({ ...FERRY })).toBe(hashes[0])
  })
})

describe('storyCard and paperCard', () => {
  it('the card of a story has the paper’s name and the story’s own section', () => {
    const section = (id: number, name: string) => ({ id, name, slug: name, description: '', parentId: null })
    const story = { ...FERRY, sections: [section(1, 'City'), section(2, 'Transport')] }
    expect(storyCard(story, { name: 'The Linnet Observer' })).toEqual(FERRY)
  })

  it('the card of the paper has its name as the headline, over its tagline', () => {
    const paper = { name: 'The Linnet Observer', tagline: 'News from the harbour up', language: 'en' }
    expect(paperCard(paper)).toMatchObject({ headline: 'The Linnet Observer', signature: 'News from the harbour up' })
  })
})

describe('drawnWords', () => {
  it('begins at the side of the language', () => {
    expect(drawnWords(FERRY, covers).side).toBe('left')
    expect(drawnWords({ ...FERRY, language: 'hi', headline: 'आख़िरी नौका' }, covers).side).toBe('left')
    expect(drawnWords({ ...FERRY, language: 'ar', headline: 'آخر عبارة' }, covers).side).toBe('right')
  })

  it('labels the headline with the kicker, or with the section where there is none', () => {
    expect(drawnWords(FERRY, covers).label).toBe('Ferries')
    expect(drawnWords({ ...FERRY, kicker: '' }, covers).label).toBe('Transport')
  })

  it('leaves out symbols that no font has', () => {
    expect(drawnWords({ ...FERRY, headline: 'The ferry 🚢 waits' }, covers).headline).toBe('The ferry waits')
    expect(drawnWords({ ...FERRY, headline: '🚢' }, covers).headline).toBe('The Linnet Observer')
  })

  it('draws the paper’s name instead of a headline in a script that no font has', () => {
    expect(drawnWords({ ...FERRY, kicker: '港', language: 'ja', headline: '港の最終フェリー' }, covers)).toEqual({
      side: 'left',
      label: 'Transport',
      headline: 'The Linnet Observer',
      signature: '',
    })
  })
})

describe('shortened', () => {
  it('ends after a word, with an ellipsis instead of punctuation', () => {
    expect(shortened('Bakers, crews and drivers wait', 1)).toBe('Bakers…')
    expect(shortened('Bakers, crews and drivers wait', 3)).toBe('Bakers, crews and…')
  })

  it('leaves a headline that is short enough as it is', () => {
    expect(shortened('Bakers wait.', 2)).toBe('Bakers wait.')
  })
})
