import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Body, type BodyElement, hasWords, plainText } from '@/lib/article/body'
import { numberedBody, type UnnumberedElement } from '@/lib/copy/numbered-body'
import { filledBody, withoutAutomatic } from '@/lib/linking/placement/filled-body'
import { openSlots } from '@/lib/linking/placement/slots'
import { anyBody } from '@/lib/testing/arbitrary-body'
import { PROPERTY_TIMEOUT_MS, propertyRuns } from '@/lib/testing/property-runs'

const WORDS =
  'The Harbour Board said on Monday that the ferry to Dunlin would sail again before the storm arrives'.split(' ')

function says(words: number, end = '.'): UnnumberedElement {
  const text = Array.from({ length: words }, (_, place) => WORDS[place % WORDS.length]).join(' ')
  return { type: 'paragraph', text: [{ text: text + end }] }
}

const heading: UnnumberedElement = { type: 'heading', level: 2, text: [{ text: 'What comes next' }] }
const list: UnnumberedElement = { type: 'list', ordered: false, items: [[{ text: 'Low water at noon' }]] }
const picture: UnnumberedElement = { type: 'image', media: 1 }
const quote: UnnumberedElement = { type: 'quote', text: [{ text: 'We sail' }] }
const alsoRead: UnnumberedElement = { type: 'also-read', target: { kind: 'article', article: 7 } }
const relatedNews: UnnumberedElement = { type: 'related-news', articles: [8, 9] }
const LETTERS: Partial<Record<BodyElement['type'], string>> = {
  paragraph: 'P',
  'also-read': 'AR',
  'related-news': 'RN',
}

function ids(): () => string {
  let last = 0
  return () => {
    last += 1
    return `n${last}`
  }
}

/** The letters of a body once its slots are filled with as many stories as they take. */
function rhythm(elements: UnnumberedElement[], language = 'en'): string {
  const body = numberedBody(elements)
  const slots = openSlots(body, language)
  const stories = Array.from({ length: 60 }, (_, place) => 100 + place)
  return filledBody(body, { slots, stories, newId: ids() })
    .map(({ type }) => LETTERS[type] ?? type)
    .join(' ')
}

function paragraphs(count: number, words = 40): UnnumberedElement[] {
  return Array.from({ length: count }, () => says(words))
}

describe('links between paragraphs', () => {
  it('come twice in a story of six paragraphs: two paragraphs, an also-read link and a list, twice over', () => {
    for (const words of [20, 40, 90]) expect(rhythm(paragraphs(6, words))).toBe('P P AR RN P P AR RN P P')
  })

  it('come in no story of fewer than 120 words', () => {
    expect(rhythm(paragraphs(6, 19))).toBe('P P P P P P')
  })

  it('come as often in a language without spaces between its words', () => {
    const chinese = '港务局星期一表示，前往邓林的渡轮将在风暴来临之前恢复航行，码头已经关闭了一年。'.repeat(3)
    const body: UnnumberedElement[] = Array.from({ length: 6 }, () => ({
      type: 'paragraph',
      text: [{ text: chinese }],
    }))
    expect(rhythm(body, 'zh')).toBe('P P AR RN P P AR RN P P')
  })

  it.each([
    ['after a heading or before one', [says(60), says(60), heading, says(60), says(60)]],
    ['before a list or after one', [says(60), says(60), list, says(60), says(60)]],
    ['beside a picture', [says(60), says(60), picture, says(60), says(60)]],
    ['beside a quote', [says(60), says(60), quote, says(60), says(60)]],
    ['before the last paragraph', [says(60), says(60), says(60)]],
    ['beside a block that stands there', [says(60), says(60), alsoRead, says(60), says(60)]],
    ['shortly before a block that stands there', [says(60), says(60), says(60), relatedNews, says(60), says(60)]],
    ['below a paragraph that announces the next', [says(60), says(60, ':'), says(20), says(20)]],
  ])('never come %s', (_where, elements) => {
    expect(openSlots(numberedBody(elements), 'en')).toEqual([])
  })

  it('do not see paragraphs without words', () => {
    const blank: UnnumberedElement = { type: 'paragraph', text: [{ text: ' ' }] }
    const elements = [says(60), blank, says(60), blank, says(60), says(60)]
    expect(openSlots(numberedBody(elements), 'en')).toEqual([{ afterId: 'e3' }])
  })

  it('are given as stories there are: without two further ones there is no list', () => {
    const body = numberedBody(paragraphs(6))
    const slots = openSlots(body, 'en')
    const made = (stories: number[]) =>
      filledBody(body, { slots, stories, newId: ids() }).map(({ type }) => LETTERS[type])
    expect(made([1, 2, 3, 4]).join(' ')).toBe('P P AR RN P P AR P P')
    expect(made([1, 2]).join(' ')).toBe('P P AR P P P P')
    expect(filledBody(body, { slots, stories: [], newId: ids() })).toEqual(body)
  })

  it(
    'keep every rule in any body, and come off without a trace',
    () => {
      const element: fc.Arbitrary<UnnumberedElement> = fc.oneof(
        { weight: 8, arbitrary: fc.integer({ min: 0, max: 90 }).map((words) => says(words)) },
        { weight: 1, arbitrary: fc.integer({ min: 1, max: 30 }).map((words) => says(words, ':')) },
        { weight: 4, arbitrary: fc.constantFrom(heading, list, picture, quote, alsoRead, relatedNews) },
      )
      const anyStory = fc.array(element, { maxLength: 24 }).map(numberedBody)
      const mixed = fc
        .tuple(anyStory, anyBody)
        .map(([story, odd]) =>
          numberedBody([...story.slice(0, 8), ...odd, ...story.slice(8)].map(({ id: _, ...rest }) => rest)),
        )
      fc.assert(
        fc.property(fc.oneof(anyStory, mixed), fc.constantFrom('en', 'ar', 'hi'), (body, language) => {
          const before = JSON.stringify(body)
          const slots = openSlots(body, language)
          expect(openSlots(body, language)).toEqual(slots)
          expect(JSON.stringify(body)).toBe(before)
          expect(
            brokenRules(
              body,
              slots.map(({ afterId }) => afterId),
            ),
          ).toEqual([])
          const stories = Array.from({ length: 90 }, (_, place) => 1000 + place)
          const filled = filledBody(body, { slots, stories, newId: ids() })
          expect(withoutAutomatic(filled)).toEqual(withoutAutomatic(body))
          expect(openSlots(filled, language)).toEqual([])
        }),
        { numRuns: propertyRuns() },
      )
    },
    PROPERTY_TIMEOUT_MS,
  )
})

/** What is wrong with slots in these places, told by the elements as readers get them. */
function brokenRules(body: Body, after: readonly string[]): string[] {
  const seen = body.filter((element) => {
    if (element.type === 'list') return element.items.some(hasWords)
    return !(element.type === 'paragraph' || element.type === 'heading') || hasWords(element.text)
  })
  const problems: string[] = []
  let last = -1
  for (const id of after) {
    const at = seen.findIndex((element) => element.id === id)
    const [above, below] = [seen[at], seen[at + 1]]
    if (above?.type !== 'paragraph' || below?.type !== 'paragraph') problems.push(`${id} is not between paragraphs`)
    if (above?.type === 'paragraph' && /:\s*$/.test(plainText(above.text))) problems.push(`${id} parts an announcement`)
    const between = seen.slice(last + 1, at + 1)
    if (between.filter(({ type }) => type === 'paragraph').length < 2) problems.push(`${id} follows too soon`)
    if (seen.slice(at + 1).filter(({ type }) => type === 'paragraph').length < 2) problems.push(`${id} is at the end`)
    last = at
  }
  return problems
}
