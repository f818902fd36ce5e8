import { beforeEach, describe, expect, it } from 'vitest'
import { logEntries } from '@/db/audit/entries'
import { comment, notesOf } from '@/db/comments/notes'
import { notificationsOf } from '@/db/comments/notifications'
import { answerVersion, type OutsideAnswer, saidAbout, verdictsOf } from '@/db/comments/version-reviews'
import { articlePreview } from '@/db/editing/preview'
import { revokePreview, sharedPreviews, sharePreview } from '@/db/editing/preview-links'
import { reviseArticle, writeArticle } from '@/db/editing/writing'
import { pruneRevisions } from '@/db/revisions/pruning'
import { revisionsOf } from '@/db/revisions/revisions'
import { type MemoryStore, openMemoryStore } from '@/db/store/open'
import { aUser } from '@/db/testing/accounts'
import { aPaper, CITY, hoursAgo, hoursAhead, NOW } from '@/db/testing/fixtures'
import type { Body } from '@/lib/article/body'
import { WHOLE_LOG } from '@/lib/audit/log-query'

const EVERYTHING = { ...WHOLE_LOG, from: null, until: null }
const TEXT: Body = [{ type: 'paragraph', id: 'p1', text: [{ text: 'The mayor knew of the leak in May.' }] }]

let db: MemoryStore
let id: number
let ada: { id: string; name: string }
beforeEach(async () => {
  db = await aPaper(openMemoryStore())
  ada = { id: await aUser(db, 'Ada'), name: 'Ada' }
  const draft = { headline: 'What the mayor knew', body: TEXT, sectionId: CITY, kind: 'news' as const, language: 'en' }
  id = await writeArticle(db, { draft, by: ada, now: hoursAgo(5) })
})

const aLink = async (recipient = 'Dr Amélie Roux', version: number | undefined = 1) => {
  const link = { articleId: id, hours: 24, by: ada.name, byId: ada.id, recipient, now: NOW }
  return (await sharePreview(db, { ...link, ...(version !== undefined && { version }) })).secret
}

const answer = (secret: string, more: Partial<OutsideAnswer> = {}) =>
  answerVersion(db, { secret, kind: 'comment', name: '', words: 'Says who?', quote: '', now: NOW, ...more })

describe('somebody without an account', () => {
  it('comments on words of the version, which the maker of the link is told', async () => {
    const secret = await aLink()
    expect(await answer(secret, { quote: 'knew of the leak' })).toEqual({ saved: true })
    expect(await notesOf(db, id)).toMatchObject([
      {
        kind: 'comment',
        words: 'Says who?',
        writtenBy: 'Dr Amélie Roux',
        version: 1,
        isOutside: true,
        passage: { elementId: 'p1', quote: 'knew of the leak', start: 10 },
      },
    ])
    expect(await notificationsOf(db, ada.id)).toMatchObject([
      { kind: 'outside-comment', causedBy: 'Dr Amélie Roux', words: 'Says who?' },
    ])
    expect(await saidAbout(db, { secret, now: NOW })).toMatchObject([{ kind: 'comment', quote: 'knew of the leak' }])
  })

  it('approves or refuses the version, which is recorded with it; the last verdict comes first', async () => {
    const secret = await aLink()
    await answer(secret, { kind: 'refusal', words: 'Not without a second source.' })
    await answer(secret, { kind: 'approval', words: '', now: hoursAhead(1) })
    expect(await verdictsOf(db, id)).toEqual([
      { version: 1, verdict: 'approval', writtenBy: 'Dr Amélie Roux', writtenAt: hoursAhead(1).getTime() },
      { version: 1, verdict: 'refusal', writtenBy: 'Dr Amélie Roux', writtenAt: NOW.getTime() },
    ])
    expect((await notesOf(db, id)).map(({ words }) => words)).toEqual(['Not without a second source.', 'Approved.'])
    const [last] = await logEntries(db, { search: EVERYTHING, before: null, limit: 1 })
    expect(last).toMatchObject({
      action: 'story version answered',
      thingId: String(id),
      thingName: 'What the mayor knew',
      detail: 'approval of version 1',
      actorKind: 'person',
      userId: null,
      actorName: 'Dr Amélie Roux',
    })
  })

  it('pushes no note of the desk out of sight, and writes nothing that the desk does not see', async () => {
    await comment(db, { articleId: id, words: 'Call the mayor.', by: ada, now: hoursAgo(2) })
    const links = [await aLink(), await aLink('Dr Roux'), await aLink('Me Blanc')]
    let refused = 0
    for (const secret of links) {
      for (let note = 0; note < 70; note++) {
        const outcome = await answer(secret, { words: `Remark ${note}` })
        if (outcome && 'problems' in outcome) refused += 1
      }
    }
    expect(refused).toBe(10)
    const seen = await notesOf(db, id)
    expect(seen.filter(({ isOutside }) => isOutside)).toHaveLength(200)
    expect(seen[0]?.words).toBe('Call the mayor.')
    expect(await answer(links[2] ?? '', { kind: 'approval' })).toEqual({ saved: true })
  })

  it('says who they are when the link names nobody', async () => {
    const secret = await aLink('')
    expect(await answer(secret)).toMatchObject({ problems: [{ field: 'name' }] })
    expect(await answer(secret, { name: 'A source' })).toEqual({ saved: true })
    expect(await answer(secret, { name: 'A source', words: ' ' })).toMatchObject({ problems: [{ field: 'words' }] })
  })

  it('says nothing by a link that ended, was revoked, or shows the text under work', async () => {
    const ended = await aLink()
    expect(await answer(ended, { now: hoursAhead(24) })).toBeNull()
    const [link] = await sharedPreviews(db, { articleId: id, now: NOW })
    await revokePreview(db, { id: link?.id ?? 0, articleId: id, now: NOW })
    expect(await answer(ended)).toBeNull()
    const { secret } = await sharePreview(db, { articleId: id, hours: 24, by: 'Ada', now: NOW })
    expect(await answer(secret)).toBeNull()
    expect(await answer('0'.repeat(48))).toBeNull()
    expect(await notesOf(db, id)).toEqual([])
  })

  it('is stopped after a hundred comments', async () => {
    const secret = await aLink()
    for (let count = 0; count < 100; count += 1) await answer(secret)
    expect(await answer(secret)).toMatchObject({ problems: [{ field: 'link' }] })
  })

  it('calls nobody by name', async () => {
    await answer(await aLink(), { words: '@Ada' })
    expect((await notificationsOf(db, ada.id)).map(({ kind }) => kind)).toEqual(['outside-comment'])
  })
})

it('the version that a link shows stays as it was, and is not pruned [version-link]', async () => {
  const save = (words: string, minutes: number) =>
    reviseArticle(db, {
      id,
      by: ada,
      reason: 'saved',
      now: new Date(hoursAgo(4).getTime() + minutes * 60_000),
      change: { headline: words },
    })
  await save('Second', 0)
  await save('Third', 1)
  await save('Fourth', 2)
  await aLink('Dr Amélie Roux', 2)
  await pruneRevisions(db, { now: NOW })
  expect((await revisionsOf(db, { articleId: id, limit: 9 })).map(({ version }) => version)).toEqual([4, 2, 1])
  expect((await articlePreview(db, { id, version: 2, now: NOW }))?.page.article.headline).toBe('Second')
  expect((await articlePreview(db, { id, now: NOW }))?.page.article.headline).toBe('Fourth')
  expect(await articlePreview(db, { id, version: 3, now: NOW })).toBeNull()
})
