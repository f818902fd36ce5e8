import { expect, it } from 'vitest'
import { indexRelated } from '@/db/linking/index-related'
import { saveLearned } from '@/db/linking/learned-weights'
import { decidePair } from '@/db/linking/link-pairs'
import { linkSuggestions } from '@/db/linking/link-suggestions'
import { auditLog } from '@/db/store/audit-schema'
import { inTransaction, openMemoryStore } from '@/db/store/open'
import { type articles, articleTopics } from '@/db/store/schema'
import { aPaper, aStory, ELECTIONS, hoursAgo, hoursAhead, NOW } from '@/db/testing/fixtures'
import { emptyManuscript } from '@/lib/article/manuscript'
import { HAND_WEIGHTS } from '@/lib/linking/related/learned'
import { storyTerms } from '@/lib/linking/related/story-terms'
import { withoutAccount } from '@/lib/revisions/saver'
import { alsoRead, paragraph } from '@/lib/testing/body-fixtures'

const BY = withoutAccount('Mara Quill')
const DRAFT = 99
/** The place of the length in featuresOf. */
const WORDS_FEATURE = 13

/** Stories that have nothing to do with the draft, so that words have a rarity. */
const OTHERS = [
  'Bakers agree on the price of bread',
  'A meadow of seagrass survives its first winter',
  'Trams run all night from the spring',
  'The choir looks for two basses',
  'Rain fills the reservoirs again',
  'School dinners stay free for a year',
]

interface Kept {
  id: number
  headline: string
  body?: string
  language?: string
  at?: Date
  change?: Partial<typeof articles.$inferInsert>
}

async function archive(stories: Kept[]) {
  const db = await aPaper(openMemoryStore())
  await aStory(db, { id: DRAFT, headline: 'Draft', state: 'draft', publishedAt: null })
  const all = [...OTHERS.map((headline, place): Kept => ({ id: 900 + place, headline })), ...stories]
  for (const { id, headline, body = '', language = 'en', at = hoursAgo(48), change } of all) {
    await aStory(db, { id, headline, language, publishedAt: at, ...change })
    const terms = storyTerms({ headline, standfirst: '', body, language })
    await inTransaction(db, (tx) => indexRelated(tx, [{ id, publishedAt: at.getTime(), terms }]))
  }
  return db
}

const VISIT = 'The visit of Sergei Naryshkin to Pyongyang ended on Thursday. The head of the SVR met ministers.'
const draft = {
  ...emptyManuscript('en'),
  headline: 'Russian spy chief ends Pyongyang visit',
  standfirst: 'Talks lasted three days.',
  body: [paragraph('p1', VISIT), paragraph('p2', 'State media said that the SVR and the ministry will go on talking.')],
}

async function suggested(db: Awaited<ReturnType<typeof archive>>, text: typeof draft = draft) {
  return linkSuggestions(db, { id: DRAFT, text, at: NOW, now: NOW, most: 10 })
}

const ids = (found: { id: number }[]) => found.map(({ id }) => id)

it('a story of the same event comes with what both tell of, and names that both have', async () => {
  const db = await archive([
    {
      id: 1,
      headline: 'Naryshkin arrives for Pyongyang visit',
      body: 'Sergei Naryshkin of the SVR landed for talks with ministers.',
    },
    { id: 2, headline: 'What the spies do', body: 'A look at Sergei Naryshkin and his house.', at: hoursAgo(24 * 90) },
  ])
  const [first, second] = await suggested(db)
  expect(first).toMatchObject({ id: 1, reasons: [expect.stringContaining('Same event: '), expect.anything()] })
  expect(first?.reasons[0]).toContain('Pyongyang visit')
  expect(second).toMatchObject({ id: 2, reasons: ['Shares Sergei Naryshkin'] })
})

it('nothing is suggested that readers cannot see, and nothing that the text links to already', async () => {
  const story = (id: number, change: Partial<typeof articles.$inferInsert>): Kept => ({
    id,
    headline: `Pyongyang visit of Naryshkin, part ${id}`,
    body: `Sergei Naryshkin of the SVR said ${id}.`,
    change,
  })
  const db = await archive([
    story(1, { state: 'withdrawn', withdrawnAt: hoursAgo(1) }),
    story(2, { state: 'scheduled', publishedAt: hoursAhead(1) }),
    story(3, { withdrawnAt: hoursAgo(1) }),
    story(4, { state: 'draft' }),
    story(5, {}),
    story(6, {}),
  ])
  expect(ids(await suggested(db))).toEqual([6, 5])
  const linked = {
    type: 'paragraph' as const,
    id: 'p3',
    text: [{ text: 'so', link: { to: 'article' as const, article: 6 } }],
  }
  expect(ids(await suggested(db, { ...draft, body: [...draft.body, alsoRead(5), linked] }))).toEqual([])
})

it('of near-duplicates one is suggested, and a translation of the story itself never', async () => {
  const words = 'Sergei Naryshkin of the SVR landed in Pyongyang for talks with ministers about the border.'
  const db = await archive([
    { id: 1, headline: 'Naryshkin lands in Pyongyang', body: words },
    { id: 2, headline: 'Naryshkin lands in Pyongyang for talks', body: words },
    {
      id: 3,
      headline: 'Naryshkin speaks in Pyongyang',
      body: 'Sergei Naryshkin sees ministers.',
      change: { translationOfId: DRAFT },
    },
  ])
  expect(ids(await suggested(db))).toHaveLength(1)
})

it.each([
  [
    'hi',
    'नारिश्किन की प्योंगयांग यात्रा',
    'रूसी जासूसी प्रमुख नारिश्किन प्योंगयांग पहुंचे',
    'बाजार में रोटी के दाम',
    'मंत्री ने कहा कि बातचीत अगले साल तक चलेगी।',
  ],
  [
    'ar',
    'زيارة ناريشكين إلى بيونغ يانغ',
    'ناريشكين يصل إلى بيونغ يانغ في زيارة',
    'أسعار الخبز في السوق',
    'قال الوزير إن المحادثات ستستمر حتى العام المقبل.',
  ],
  [
    'zh',
    '纳雷什金访问平壤',
    '俄罗斯情报局长纳雷什金抵达平壤访问',
    '市场面包价格上涨',
    '部长在边境表示会谈将持续到明年春天。',
  ],
])(
  'in %s a story of the same event is found and explained, one of another language is not',
  async (language, headline, other, far, more) => {
    const db = await archive([
      { id: 1, headline: other, body: other, language },
      { id: 2, headline: far, body: far, language },
      { id: 3, headline: other, body: other, language: 'en' },
    ])
    const body = [paragraph('p1', `${headline}. ${more}`), paragraph('p2', more)]
    const [first, ...rest] = await suggested(db, { ...draft, headline, standfirst: '', body, language })
    expect(first?.id).toBe(1)
    expect(first?.reasons[0]).toMatch(/\p{L}/u)
    expect(ids(rest)).not.toContain(3)
  },
)

it('what an editor pinned comes first, what was refused never comes, and a pair that never goes does so from neither side', async () => {
  const db = await archive([
    { id: 1, headline: 'Naryshkin arrives for Pyongyang visit', body: 'Sergei Naryshkin of the SVR landed for talks.' },
    { id: 2, headline: 'Sergei Naryshkin and his house', body: 'A look at the head of the SVR.' },
    { id: 3, headline: 'The price of bread', body: 'Bakers said so.' },
  ])
  await db.insert(articleTopics).values({ articleId: 2, topicId: ELECTIONS, position: 0 })
  const decide = (sourceId: number, targetId: number, choice: 'pinned' | 'refused' | 'never' | null) =>
    decidePair(db, { sourceId, targetId, choice, by: BY, now: NOW })
  await decide(DRAFT, 3, 'pinned')
  expect((await suggested(db))[0]).toMatchObject({ id: 3, isPinned: true, reasons: ['Pinned by an editor'] })
  await decide(DRAFT, 1, 'refused')
  expect(ids(await suggested(db))).toEqual([3, 2])
  await decide(2, DRAFT, 'never')
  expect(ids(await suggested(db))).toEqual([3])
  await decide(DRAFT, 3, 'never')
  expect(ids(await suggested(db))).toEqual([])
  await decide(DRAFT, 2, null)
  expect(ids(await suggested(db))).toEqual([2])
  expect(await decide(DRAFT, 77, 'pinned')).toEqual({ problems: [expect.objectContaining({ field: 'target' })] })
  const told = (await db.select({ action: auditLog.action }).from(auditLog).orderBy(auditLog.id)).map(
    ({ action }) => action,
  )
  expect(told).toEqual([
    ...['story link pinned', 'story link refused', 'story links never paired', 'story links never paired'],
    'story link decision taken back',
  ])
})

it('what the site learned from the links of the paper decides the order', async () => {
  const long = `${VISIT} ${'The delegation toured farms, mills and schools of the province. '.repeat(12)}`
  const db = await archive([
    { id: 1, headline: 'Spy chief in Pyongyang', body: VISIT },
    { id: 2, headline: 'The road to the visit', body: long },
  ])
  expect(ids(await suggested(db))).toEqual([1, 2])
  const byLength = HAND_WEIGHTS.map(() => 0)
  byLength[WORDS_FEATURE] = 1
  await saveLearned(db, { weights: byLength, examples: 120, byHand: 0.4, learned: 0.5, now: NOW })
  expect(ids(await suggested(db))).toEqual([2, 1])
})
