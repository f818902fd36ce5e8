import { expect, it } from 'vitest'
import { queryWords, searchWordsOf } from '@/lib/pictures/search-words'

const QUAY = searchWordsOf({
  alt: 'Der Quai von MÁLAGA',
  caption: 'Kräne im ﬁnsteren Hafen',
  credit: 'Hafenagentur',
  creator: 'Noor',
  copyright: '',
  place: 'Порт',
  keywords: ['क्रेन', 'harbour'],
  fileName: 'DSC_0042.JPG',
})

it('words are found whatever the case, the accents and the form of letters, and by the name of the file', () => {
  for (const query of ['malaga', 'KRANE', 'finsteren', 'порт', 'क्रेन', 'dsc_0042', 'harb']) {
    for (const word of queryWords(query)) expect(QUAY).toContain(word)
  }
})

it('every word of a query counts once', () => {
  expect(queryWords('  quay, Quay; crane ')).toEqual(['quay', 'crane'])
  expect(queryWords('   ')).toEqual([])
})
