import { expect, test } from 'vitest'
import { parseBody } from '@/lib/article/body'
import { references } from '@/lib/linking/references'
import { CorpusStories } from '@/server/bench/corpus/corpus-stories'
import { surname } from '@/server/bench/corpus/names'
import { ARCHIVE_UNTIL, PublicationDates } from '@/server/bench/corpus/publication-dates'
import { emptyTexts } from '@/server/bench/corpus/source-texts'

const COUNT = 2000

function archive(seed: number): CorpusStories {
  const texts = emptyTexts()
  for (const place of ['harbour', 'depot', 'market', 'theatre', 'lighthouse']) {
    const paragraph = `The ${place} counted 1,204 visitors in 1998, said the keeper of the ${place}, and hopes for more.`
    texts.general.push({ headline: `New ${place} keeper speaks to the council`, paragraphs: [paragraph, paragraph] })
  }
  const sections = [{ id: 1, slug: 'city', share: 1000, pool: 'general' as const }]
  const paper = { sections, topicIds: [1, 2, 3], authorIds: [1, 2] }
  return new CorpusStories({ count: COUNT, seed, texts, paper, firstId: 100, pictureIds: [], foreign: [] })
}

test('the same seed gives the same story whatever was made before, and another seed another', () => {
  const [one, other] = [archive(1), archive(1)]
  other.at(7)
  expect(other.at(1500)).toEqual(one.at(1500))
  expect(archive(2).at(1500)).not.toEqual(one.at(1500))
})

test('every story has a body that the store takes, and names only earlier stories', () => {
  const stories = archive(1)
  const places = new Set<string>()
  for (let number = 1; number <= COUNT; number += 13) {
    const { draft } = stories.at(number)
    parseBody(draft.body)
    const named = references(draft.body)
    for (const { article } of named) expect(article).toBeLessThan(stories.idOf(number))
    for (const { where } of named) places.add(where)
  }
  expect([...places].sort()).toEqual(['also-read', 'related-news', 'text'])
})

test('stories are published in their order, more and more, and few at weekends', () => {
  const dates = new PublicationDates(COUNT)
  const instants = Array.from({ length: COUNT }, (_, place) => dates.of(place + 1))
  expect(instants).toEqual(instants.toSorted((one, other) => one - other))
  expect(instants.at(-1)).toBeLessThan(ARCHIVE_UNTIL)
  const since = (year: number) => instants.filter((at) => at >= Date.UTC(year)).length
  expect(since(2016)).toBeGreaterThan(COUNT / 2)
  const onWeekends = instants.filter((at) => new Date(at).getUTCDay() % 6 === 0).length
  expect(onWeekends / COUNT).toBeLessThan(0.2)
})

test('surnames of different numbers differ', () => {
  const names = new Set(Array.from({ length: 20_000 }, (_, number) => surname(number)))
  expect(names.size).toBe(20_000)
})
