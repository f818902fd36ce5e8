import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { indexArticle, removeFromIndex, type SearchText } from '@/db/search/index-article'
import { type SearchRequest, searchTeasers } from '@/db/search/search-teasers'
import { suggestions } from '@/db/search/suggestions'
import { inTransaction, type MemoryStore, openMemoryStore } from '@/db/store/open'
import {
  aPaper,
  aStory,
  CITY,
  ELECTIONS,
  FERRIES,
  HARBOUR,
  hoursAgo,
  MARA,
  NOT_PUBLIC,
  NOW,
  PUBLIC,
  type StoryFixture,
  TRANSPORT,
  WORLD,
} from '@/db/testing/fixtures'
import { bodyWords } from '@/lib/article/body-words'
import type { MarkedText } from '@/lib/search/marked-text'
import { paragraph } from '@/lib/testing/body-fixtures'
import { propertyRuns } from '@/lib/testing/property-runs'

let db: MemoryStore
beforeEach(async () => {
  db = await aPaper(openMemoryStore())
})

async function filed(words: Partial<SearchText>, story: Partial<StoryFixture> = {}) {
  const id = await aStory(db, { headline: words.headline ?? 'Untitled', ...story })
  await index(id, words)
  return id
}

async function index(id: number, words: Partial<SearchText>) {
  await inTransaction(db, (tx) => indexArticle(tx, { headline: '', standfirst: '', body: '', names: '', ...words, id }))
}

async function found(query: string) {
  const { value: answer } = await searchTeasers(db, { query, now: NOW, page: 1, perPage: 10 })
  expect(answer.total).toBe(answer.teasers.length)
  return answer.teasers.map(({ id }) => id)
}

describe('a story is found', () => {
  test('by words of its headline, standfirst, body and names', async () => {
    const id = await filed({
      headline: 'Harbour closes',
      standfirst: 'Storm expected',
      body: 'The dredger stays out.',
      names: 'Mara Quill',
    })
    for (const query of ['harbour', 'STORM', 'dredger', 'mara quill', 'quill dredger storm']) {
      expect(await found(query), query).toEqual([id])
    }
  })

  test('only when every word of the query occurs', async () => {
    await filed({ headline: 'Harbour closes' })
    expect(await found('harbour tram')).toEqual([])
    expect(await found('tram harbour')).toEqual([])
  })

  test('by the beginning of the last word, but not of an earlier one', async () => {
    const id = await filed({ headline: 'Harbour closes early' })
    expect(await found('closes harb')).toEqual([id])
    expect(await found('harb closes')).toEqual([])
  })

  test('by other forms and other accents of an English or French word', async () => {
    const id = await filed({ headline: 'Cafés closing' })
    expect(await found('cafe closed')).toEqual([id])
  })

  // The vowel signs of the second and third word would break it apart if they were not letters.
  test.each([
    ['Hindi', 'हिन्दी में बंदरगाह की ख़बर', ['बंदरगाह', 'हिन्दी', 'ख़बर', 'बंदर'], ['गाह', 'दी', 'दर']],
    ['Arabic', 'الميناء يغلق أبوابه بسبب العاصفة', ['الميناء', 'العاصفة يغلق', 'العاص'], ['ميناء', 'عاصفة']],
    ['Chinese', '港口因风暴关闭', ['港口', '风暴', '口因', '港口 风暴', '关闭'], ['暴风', '港风', '闭关']],
    ['Japanese', '港のフェリーが止まる', ['フェリー', '港', '止まる'], ['リフェ', '止港']],
    ['Thai', 'ท่าเรือปิดเพราะพายุ', ['ท่าเรือ', 'พายุ', 'ปิด'], ['พายเรือ', 'ยุพา']],
    ['Korean', '항구 폐쇄', ['항구', '폐쇄', '항'], ['구']],
    ['Russian', 'Порт закрыт из-за шторма', ['порт', 'ШТОРМА', 'закр'], ['орт']],
  ])('by words of %s, and not by parts of words', async (_, headline, words, none) => {
    const id = await filed({ headline })
    for (const query of words) expect(await found(query), query).toEqual([id])
    for (const query of none) expect(await found(query), query).toEqual([])
  })

  test('by either spelling of the same letters', async () => {
    const id = await filed({ headline: 'ﾌｪﾘｰ停止 ＦＥＲＲＹ' })
    expect(await found('フェリー停止')).toEqual([id])
    expect(await found('ferry')).toEqual([id])
    expect(await found('ﾌｪﾘｰ')).toEqual([id])
  })

  test('by its new words and no longer by its old ones once it is indexed again', async () => {
    const id = await filed({ headline: 'Harbour closes' })
    await index(id, { headline: 'Harbour opens' })
    expect(await found('harbour opens')).toEqual([id])
    expect(await found('closes')).toEqual([])
  })

  test('no longer once it is removed', async () => {
    const id = await filed({ headline: 'Harbour closes' })
    await inTransaction(db, (tx) => removeFromIndex(tx, id))
    await inTransaction(db, (tx) => removeFromIndex(tx, id))
    expect(await found('harbour')).toEqual([])
  })
})

test.each(NOT_PUBLIC)('%s is not found', async (_, state) => {
  await filed({ headline: 'Harbour closes' }, state)
  expect(await found('harbour')).toEqual([])
})

test.each(PUBLIC)('%s is found', async (_, state) => {
  const id = await filed({ headline: 'Harbour closes' }, state)
  expect(await found('harbour')).toEqual([id])
})

test('a word counts most in the headline, then in the standfirst, then in the names, then in the body', async () => {
  const rest = 'tram council budget'
  // In an order in which the newer ones would come first without weights.
  const headline = await filed({ headline: 'harbour', standfirst: rest, names: rest, body: rest })
  const standfirst = await filed({ headline: rest, standfirst: 'harbour', names: rest, body: rest })
  const names = await filed({ headline: rest, standfirst: rest, names: 'harbour', body: rest })
  const body = await filed({ headline: rest, standfirst: rest, names: rest, body: 'harbour' })
  for (let other = 0; other < 8; other += 1) await filed({ headline: 'ferry', body: 'ferry' })
  expect(await found('harbour')).toEqual([headline, standfirst, names, body])
})

test('of equal matches the newest comes first, then the higher id', async () => {
  const old = await filed({ headline: 'Harbour closes' }, { publishedAt: hoursAgo(9) })
  const one = await filed({ headline: 'Harbour closes' }, { publishedAt: hoursAgo(2) })
  const two = await filed({ headline: 'Harbour closes' }, { publishedAt: hoursAgo(2) })
  expect(await found('harbour')).toEqual([two, one, old])
})

test('the pages of a result are consecutive and have the total', async () => {
  const ids: number[] = []
  for (const hour of [1, 2, 3]) ids.push(await filed({ headline: 'Harbour' }, { publishedAt: hoursAgo(hour) }))
  const { value: answer } = await searchTeasers(db, { query: 'harbour', now: NOW, page: 2, perPage: 2 })
  expect(answer).toMatchObject({ teasers: [{ id: ids[2] }], total: 3 })
  const beyond = await searchTeasers(db, { query: 'harbour', now: NOW, page: 3, perPage: 2 })
  expect(beyond.value).toMatchObject({ teasers: [], total: 3 })
})

test.each(['', '   ', '"*()', '؟!。、', '👍'])('a query without a word, "%s", finds nothing', async (query) => {
  await filed({ headline: 'Harbour 👍' })
  expect(await found(query)).toEqual([])
})

test('an operator of the index is a word of the query', async () => {
  const id = await filed({ headline: 'Harbour and tram or not near' })
  for (const query of [
    'harbour AND tram',
    'tram OR',
    'NOT near',
    '"harbour',
    'headline:tram*',
    'tram^(near)',
    '-tram',
  ]) {
    const words = query.includes('headline') ? [] : [id]
    expect(await found(query), query).toEqual(words)
  }
})

test('any text is a query', async () => {
  await filed({ headline: 'Harbour' })
  const anything = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.string({ unit: fc.constantFrom('"', '*', ' ', 'a', '港', '่', '\u0000', '(', ':', 'NEAR', '-', '्', 'ー') }),
  )
  await fc.assert(
    fc.asyncProperty(anything, async (query) => {
      await searchTeasers(db, { query, now: NOW, page: 1, perPage: 10 })
    }),
    { numRuns: propertyRuns(500), seed: 1 },
  )
})

test('a very long query is cut, not refused', async () => {
  const id = await filed({ headline: 'Harbour' })
  expect(await found(`${'harbour '.repeat(25)}tram`)).toEqual([id])
  expect(await found('港'.repeat(100_000))).toEqual([])
})

test.each([
  ['Bundes\u00adtags\u00adwahl', 'bundestagswahl'],
  ['Bundestagswahl', 'Bundes\u00adtagswahl'],
  ['می\u200cخواهم', 'میخواهم'],
  ['میخواهم', 'می\u200cخواهم'],
  ['The ﬁre', 'fire'],
  ['I ❤\ufe0f Lisbon', 'lisbon'],
])('“%s” is found by “%s”: letters that nobody sees are not looked for', async (headline, query) => {
  const id = await filed({ headline })
  expect(await found(query)).toEqual([id])
})
describe('the end of the last word', () => {
  test('every beginning of a word finds what the word finds, and so do its forms', async () => {
    const id = await filed({ headline: 'Governments negotiate', body: 'The ministries were running late.' })
    for (const word of ['governments', 'negotiate', 'ministries', 'running']) {
      for (let letters = 2; letters <= word.length; letters += 1)
        expect(await found(word.slice(0, letters)), word.slice(0, letters)).toEqual([id])
    }
    for (const form of ['government', 'negotiated', 'ministry', 'run']) expect(await found(form), form).toEqual([id])
  })

  test('“governme” finds what “gover” and “government” find', async () => {
    const ids = [await filed({ headline: 'The governments' }), await filed({ headline: 'A government' })].toSorted()
    for (const query of ['gover', 'governme', 'government', 'govern'])
      expect((await found(query)).toSorted(), query).toEqual(ids)
  })

  test('the last of several words that stand nowhere together may go on, even if it is a word by itself', async () => {
    for (let times = 0; times < 6; times++) await filed({ headline: `Harbour master Mar ${times}` })
    const markets = await filed({ headline: 'Bonds fall on all markets' })
    expect(await found('bonds mar')).toEqual([markets])
    expect(await found('harbour mar')).not.toContain(markets)
    expect(await found('mar')).not.toContain(markets)
    expect(await found('mar bonds')).toEqual([])
    expect(await found('"bonds mar"')).toEqual([])
  })

  test('every beginning of a word with a hyphen finds what the word finds', async () => {
    const id = await filed({ headline: 'Harbour co-ops expect a rise to end-1986' })
    await filed({ headline: 'The co-author of a harbour' })
    for (const word of ['co-ops', 'end-1986', 'rise to end-1986', 'harbour co-ops']) {
      for (let letters = word.indexOf('-') + 1; letters <= word.length; letters += 1)
        expect(await found(word.slice(0, letters)), word.slice(0, letters)).toContain(id)
    }
    expect(await found('"co-o"')).toEqual([])
    expect(await found('co-o closes')).toEqual([])
  })

  test('a whole word is no beginning of another one: “Paris” does not find “parish”, but does find “Parisian”', async () => {
    const paris = await filed({ headline: 'Paris' })
    const parish = await filed({ headline: 'The parish council' })
    const parisian = await filed({ headline: 'A Parisian' })
    expect((await found('paris')).toSorted()).toEqual([paris, parisian].toSorted())
    expect((await found('pari')).toSorted()).toEqual([paris, parish, parisian].toSorted())
    expect((await found('paris*')).toSorted()).toEqual([paris, parish, parisian].toSorted())
  })

  test('“news” does not find “new”', async () => {
    const news = await filed({ headline: 'News of the harbour' })
    await filed({ headline: 'A new harbour' })
    expect(await found('news')).toEqual([news])
  })
})

describe('signs of a query', () => {
  test('a phrase in quotation marks stands word for word, and not over two parts of a story', async () => {
    const id = await filed({ headline: 'Harbour closes', standfirst: 'Early storm', body: 'The tram stops' })
    expect(await found('"harbour closes"')).toEqual([id])
    expect(await found('„tram stops“')).toEqual([id])
    expect(await found('"closes harbour"')).toEqual([])
    expect(await found('"closes early"')).toEqual([])
    expect(await found('"harbours"')).toEqual([])
  })

  test('a word or phrase behind a minus does not occur', async () => {
    const calm = await filed({ headline: 'Harbour opens' })
    await filed({ headline: 'Harbour closes', body: 'A heavy storm' })
    expect(await found('harbour -storm')).toEqual([calm])
    expect(await found('harbour -storms')).toEqual([calm])
    expect(await found('harbour -"heavy storm"')).toEqual([calm])
    expect((await found('harbour -"storm heavy"')).length).toBe(2)
  })
})

describe('a typing error', () => {
  async function corrected(query: string) {
    const { value } = await searchTeasers(db, { query, now: NOW, page: 1, perPage: 10 })
    return { ids: value.teasers.map((teaser) => teaser.id), corrected: value.corrected, didYouMean: value.didYouMean }
  }

  test.each([
    ['Gorbachev in Lisbon', 'gorbachov', 'gorbachev'],
    ['Government falls', 'goverment falls', 'government falls'],
    ['Government falls', 'govenrment', 'government'],
    ['Порт закрыт', 'порд', 'порт'],
    ['Θεσσαλονίκη', 'Θεσαλονίκη', 'θεσσαλονικη'],
    ['बंदरगाह बंद', 'बंदरगह', 'बंदरगाह'],
    ['الميناء مغلق', 'المينلء', 'الميناء'],
    ['נמל חיפה סגור', 'חיפא', 'חיפה'],
  ])('“%s” is found by “%s”, which says that it means “%s”', async (headline, query, meant) => {
    const id = await filed({ headline })
    expect(await corrected(query)).toEqual({ ids: [id], corrected: meant, didYouMean: null })
  })

  test('a word that was mistyped before offers the usual one', async () => {
    const mistyped = await filed({ headline: 'The goverment falls' })
    for (let story = 0; story < 6; story += 1) await filed({ headline: 'The government meets' })
    expect(await corrected('goverment')).toEqual({ ids: [mistyped], corrected: null, didYouMean: 'government' })
  })

  test('nothing is offered for a word that only stories which are not public have', async () => {
    await filed({ headline: 'Government falls' }, { state: 'draft', publishedAt: null })
    expect(await corrected('goverment')).toEqual({ ids: [], corrected: null, didYouMean: null })
  })
})

describe('other spellings of a name', () => {
  test.each([
    ['Гость: Кирилл Нарышкин', 'Naryshkin'],
    ['Naryshkin in Port Linnet', 'Нарышкин'],
    ['Naryschkin in Port Linnet', 'Нарышкин'],
    ['Müller gewinnt', 'Mueller'],
    ['Mueller gewinnt', 'Müller'],
    ['Müller gewinnt', 'muller'],
    ['Pat O’Brien', 'obrien'],
    ['Pat O’Brien', "o'brien"],
    ['Pat O’Brien', 'brien'],
    ['Pat OBrien', 'O’Brien'],
    ['L’école ferme', 'ecole'],
    ['Trump’s tariffs', 'trump tariff'],
    ['By e-mail', 'email'],
    ['By email', 'e-mail'],
    ['By e-mail', 'e mail'],
    ['مُحَمَّد في الميناء', 'محمد'],
    ['محمد في الميناء', 'محـــمد'],
    ['שָׁלוֹם', 'שלום'],
    ['ﾌｪﾘｰ停止', 'フェリー'],
    ['हिन्दी', 'हिंदी'],
  ])('“%s” is found by “%s”', async (headline, query) => {
    const id = await filed({ headline })
    expect(await found(query)).toEqual([id])
  })
})

test('filters and dates narrow a search, and it may be sorted by date', async () => {
  const old = await filed({ headline: 'Harbour' }, { publishedAt: hoursAgo(50), sectionId: FERRIES })
  const one = await filed(
    { headline: 'The harbour closes early' },
    { publishedAt: hoursAgo(5), sectionId: WORLD, kind: 'opinion' },
  )
  const ask = async (narrowing: Partial<SearchRequest>) =>
    (await searchTeasers(db, { query: 'harbour', now: NOW, page: 1, perPage: 10, ...narrowing })).value.teasers.map(
      ({ id }) => id,
    )
  expect(await ask({})).toEqual([old, one])
  expect(await ask({ order: 'newest' })).toEqual([one, old])
  expect(await ask({ subjects: { sectionIds: [CITY, TRANSPORT, FERRIES] } })).toEqual([old])
  expect(await ask({ subjects: { sectionIds: [] } })).toEqual([])
  expect(await ask({ subjects: { kind: 'opinion', language: 'en' } })).toEqual([one])
  expect(await ask({ subjects: { topicId: HARBOUR } })).toEqual([])
  expect(await ask({ from: hoursAgo(10) })).toEqual([one])
  expect(await ask({ until: hoursAgo(10) })).toEqual([old])
  expect(await ask({ from: hoursAgo(50), until: hoursAgo(5) })).toEqual([old])
})

test('what was found is marked in the headline, and in the standfirst or the text around it', async () => {
  const body = [paragraph('e1', 'Nothing here.'), paragraph('e2', 'The dredgers of the harbour stay out.')]
  await filed(
    { headline: 'Harbour closes', standfirst: 'From six.', body: bodyWords(body) },
    { standfirst: 'From six.', body },
  )
  const ask = async (query: string) => {
    const { value } = await searchTeasers(db, { query, now: NOW, page: 1, perPage: 10 })
    const shown = (parts: MarkedText) => parts.map(({ text, isFound }) => (isFound ? `[${text}]` : text)).join('')
    return value.texts.map(({ headline, passage }) => [shown(headline), shown(passage)])
  }
  expect(await ask('harbour dredger')).toEqual([['[Harbour] closes', 'The [dredgers] of the [harbour] stay out.']])
  expect(await ask('six')).toEqual([['Harbour closes', 'From [six].']])
  expect(await ask('"dredgers of the"')).toEqual([['Harbour closes', 'The [dredgers of the] harbour stay out.']])
})

test('a search offers the topics and authors of what it found, those of most stories first', async () => {
  await filed({ headline: 'Harbour closes' }, { topics: [HARBOUR], by: [MARA] })
  await filed({ headline: 'Harbour opens' }, { topics: [HARBOUR, ELECTIONS] })
  await filed({ headline: 'Council votes' }, { topics: [ELECTIONS] })
  const { value } = await searchTeasers(db, { query: 'harbour', now: NOW, page: 1, perPage: 10 })
  expect(value.subjects.topics.map(({ slug }) => slug)).toEqual(['harbour', 'elections'])
  expect(value.subjects.authors.map(({ slug }) => slug)).toEqual(['mara-quill'])
})

test('what is typed is completed by names of sections and topics, then by public headlines [search-suggestions]', async () => {
  await filed({ headline: 'Harbour closes', names: 'Harbour' }, { topics: [HARBOUR], publishedAt: hoursAgo(2) })
  await filed({ headline: 'Harvest in doubt' }, { publishedAt: hoursAgo(1) })
  for (const [, state] of NOT_PUBLIC) await filed({ headline: 'Harbour secret' }, state)
  const ask = async (typed: string) => (await suggestions(db, { typed, now: NOW, most: 8 })).value
  expect((await ask('har')).map(({ kind, words }) => `${kind}: ${words}`)).toEqual([
    'topic: Harbour',
    'story: Harvest in doubt',
    'story: Harbour closes',
  ])
  expect(await ask('transp')).toEqual([{ kind: 'section', words: 'Transport', path: '/transport' }])
  expect(await ask('"*-')).toEqual([])
})
