import { sql } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { storiesFor } from '@/db/distribution/content-api'
import { feedStories } from '@/db/distribution/feeds'
import { newsStories } from '@/db/distribution/news'
import { openedArticle } from '@/db/editing/manuscripts'
import { reviseArticle, writeArticle } from '@/db/editing/writing'
import { siteSettings } from '@/db/paper/site'
import { articlePage } from '@/db/reading/articles'
import { latestTeasers } from '@/db/reading/teasers'
import { type MemoryStore, openMemoryStore } from '@/db/store/open'
import { aPaper, NOW } from '@/db/testing/fixtures'
import { publishedArticle } from '@/db/testing/published-article'
import { emptyManuscript } from '@/lib/article/manuscript'
import { isLanguageTag } from '@/lib/paper/language'
import { withoutAccount } from '@/lib/revisions/saver'
import { isTimeZone } from '@/lib/time/time-zone'

const BY = { by: withoutAccount('Nadia Reyes'), now: NOW }

let db: MemoryStore
let id: number
beforeEach(async () => {
  db = await aPaper(openMemoryStore())
  id = await publishedArticle(db, { headline: 'Ferry day' })
})

/** The values of every `language` in `value`, at any depth. */
function languagesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null || value instanceof Date) return []
  if (value instanceof Map) return [...value.values()].flatMap(languagesIn)
  return Object.entries(value).flatMap(([name, inner]) =>
    name === 'language' && typeof inner === 'string' ? [inner] : languagesIn(inner),
  )
}

test.each(['urdu', 'pt-B', 'en-US-US', '', '<b>'])(
  'a stored language “%s” stops no page, feed, list or writing room',
  async (language) => {
    await db.run(sql`update settings set language = ${language}, time_zone = 'Europe/Atlantis'`)
    await db.run(sql`update articles set language = ${language}`)
    const { value: settings } = await siteSettings(db)
    expect(isTimeZone(settings.timeZone)).toBe(true)
    const opened = await openedArticle(db, { id, now: NOW })
    const read = [
      settings,
      (await articlePage(db, { id, now: NOW })).value,
      (await latestTeasers(db, { now: NOW, limit: 10 })).value,
      (await feedStories(db, { now: NOW, list: { kind: 'paper' }, limit: 10 })).value,
      (await newsStories(db, { now: NOW, file: 1 })).value,
      (await storiesFor(db, { query: { limit: 10 }, now: NOW })).value,
      opened,
    ]
    for (const value of read) {
      expect(languagesIn(value)).not.toEqual([])
      expect(languagesIn(value).filter((found) => !isLanguageTag(found))).toEqual([])
    }
  },
)

test.each(['urdu', 'pt-B', 'en-US-US'])(
  'a story in “%s” is refused by every verb that stores a language',
  async (language) => {
    const refusal = {
      problems: [{ field: 'language', message: expect.stringContaining(`“${language}” is no language`) }],
    }
    expect(await reviseArticle(db, { id, change: { language }, reason: 'saved', ...BY })).toEqual(refusal)
    const draft = { ...emptyManuscript(language), headline: 'Ferry night' }
    await expect(writeArticle(db, { draft, ...BY })).rejects.toThrow(`“${language}” is no language`)
  },
)
