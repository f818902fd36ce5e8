import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { deskTransport } from '@/components/desk/room/session/transport'
import { emptyManuscript } from '@/lib/article/manuscript'

const SAVE = { key: '4b1d0e9a-52a4-4c0b-9b7e-3c1f3a1e8a10', basedOn: 3, manuscript: emptyManuscript('en') }
const FROM_THE_PAGE = { signal: new AbortController().signal, isLast: false }

const server = vi.fn<typeof fetch>()
beforeEach(() => vi.stubGlobal('fetch', server))
afterEach(() => {
  server.mockReset()
  vi.unstubAllGlobals()
})

const answers = (status: number, body: unknown) => server.mockResolvedValue(Response.json(body, { status }))
const transport = (onOpened = () => {}) => deskTransport(42, onOpened)

test('a save goes to the address of its article and returns the text as the server has it', async () => {
  answers(200, { version: 4 })
  expect(await transport().save(SAVE, FROM_THE_PAGE)).toEqual({ kind: 'saved', answer: { version: 4 } })
  expect(server).toHaveBeenCalledWith(
    '/api/desk/articles/42/manuscript',
    expect.objectContaining({ method: 'PUT', body: JSON.stringify(SAVE), keepalive: false }),
  )
})

test('the last save of a page outlives it, unless it is too long for that', async () => {
  answers(200, { version: 4 })
  await transport().save(SAVE, { ...FROM_THE_PAGE, isLast: true })
  expect(server.mock.lastCall?.[1]?.keepalive).toBe(true)
  const long = { ...SAVE, manuscript: { ...SAVE.manuscript, standfirst: 'क'.repeat(25_000) } }
  await transport().save(long, { ...FROM_THE_PAGE, isLast: true })
  expect(server.mock.lastCall?.[1]?.keepalive).toBe(false)
})

test('a lost network, a server error and an ended session are distinguished from a refusal', async () => {
  server.mockRejectedValue(new TypeError('no network'))
  expect(await transport().save(SAVE, FROM_THE_PAGE)).toEqual({ kind: 'unreachable' })
  answers(500, {})
  expect(await transport().save(SAVE, FROM_THE_PAGE)).toEqual({ kind: 'failed' })
  const full = 'This was not done, because the disk of the site is full.'
  answers(507, { problems: [{ field: '', message: full }] })
  expect(await transport().save(SAVE, FROM_THE_PAGE)).toEqual({ kind: 'failed', reason: full })
  answers(401, {})
  expect(await transport().save(SAVE, FROM_THE_PAGE)).toEqual({ kind: 'signed-out' })
  answers(422, { problems: [{ field: 'state', message: 'This draft was deleted.' }] })
  expect(await transport().save(SAVE, FROM_THE_PAGE)).toMatchObject({ kind: 'refused', mayBeTakenLater: false })
})

test('an article that is loaded again is passed on as a whole', async () => {
  const onOpened = vi.fn()
  answers(200, { version: 5, state: 'published' })
  await transport(onOpened).open(FROM_THE_PAGE)
  expect(onOpened).toHaveBeenCalledWith({ version: 5, state: 'published' })
})
