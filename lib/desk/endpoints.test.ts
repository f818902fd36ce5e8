import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { thingOf } from '@/lib/audit/log-entry'
import type { Endpoint } from '@/lib/desk/endpoint'
import { ENDPOINTS } from '@/lib/desk/endpoints'
import { withoutUnseen } from '@/lib/text/visible-text'

const FOLDER = 'app/api/desk'
const ROUTE = /^export const (\w+) = \w+Route\(\s*endpoints\.(\w+),/gm

/** What the files below app/api/desk answer, each with the declaration from which its route is made. */
const routes = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('route.ts'))
  .flatMap((file) => {
    const path = `/api/desk/${file.replace(/\/route\.ts$/, '')}`
    const source = readFileSync(`${FOLDER}/${file}`, 'utf8')
    const methods = [...source.matchAll(/^export (?:const|(?:async )?function) (\w+)/gm)].map(
      ([, method = '']) => method,
    )
    const made = new Map([...source.matchAll(ROUTE)].map(([, method = '', name = '']) => [method, name]))
    return methods.map((method) => ({ address: `${method} ${path}`, name: made.get(method) ?? null }))
  })

const declared = Object.entries(ENDPOINTS).map(([name, { method, path }]) => ({ address: `${method} ${path}`, name }))

test('every route below /api/desk is made from the endpoint that declares its method and path', () => {
  expect(routes.length).toBeGreaterThan(60)
  const known = new Map(declared.map(({ address, name }) => [address, name]))
  expect(routes.filter(({ address, name }) => name === null || known.get(address) !== name)).toEqual([])
})

test('every endpoint has a route, and no two declare the same method and path', () => {
  const answered = new Set(routes.map(({ address }) => address))
  expect(declared.filter(({ address }) => !answered.has(address))).toEqual([])
  expect(new Set(declared.map(({ address }) => address)).size).toBe(declared.length)
})

/** The addresses that change nothing which anybody else sees, so that the audit log is silent about them. */
const UNLOGGED = {
  reportPresence: 'who has a story open is kept in memory',
  lookAgain: 'what the site finds in its own pages, not what somebody does',
  chooseMail: 'which e-mails somebody gets',
  keepForFront: 'a clipboard of one’s own',
  markNotificationsRead: 'what somebody has read of their own',
  resolvePasted: 'it reads',
  dismissMissedAddress: 'a count beside the store, which starts again',
}

test('every address that writes says what the audit log tells of it; one that logs nothing has a reason', () => {
  const silent = Object.entries<Endpoint>(ENDPOINTS).filter(([, { method, logs }]) => method !== 'GET' && !logs)
  expect(silent.map(([name]) => name).sort()).toEqual(Object.keys(UNLOGGED).sort())
  for (const [name, { logs }] of Object.entries<Endpoint>(ENDPOINTS)) {
    if (logs) expect([name, thingOf(logs)]).not.toEqual([name, null])
  }
})

/** Texts that machines read, which must arrive as they were sent: secrets, ids, addresses that the store knows, queries. */
const AS_SENT = [
  'resolvePasted.addresses',
  'resolvePasted.headlines',
  ...['setUpDesk.secret', 'setUpDesk.password', 'acceptInvitation.secret', 'acceptInvitation.password'],
  ...['resetPassword.secret', 'resetPassword.password', 'reportPresence.tab', 'resolveAddress.url'],
  ...['searchArchive.q', 'suggestStories.q', 'findForFront.q', 'exportLog', 'makeApiToken.user', 'searchLibrary'],
  ...[
    'removeRedirect.from',
    'dismissMissedAddress.path',
    'saveManuscript.setAside.place',
    'saveManuscript.setAside.afterId',
  ],
  // Cleaned where the path is made of them (lib/addresses/parse-entered-url.ts), or compared with the one it has.
  ...['addRedirect.from', 'addRedirect.to', 'importRedirects.lines'],
  ...[
    'addSection.slug',
    'changeSection.slug',
    'addTopic.slug',
    'changeTopic.slug',
    'addAuthor.slug',
    'changeAuthor.slug',
    'makeTimeline.slug',
    'changeTimeline.slug',
  ],
  ...['addAuthor.userId', 'changeAuthor.userId', 'listTopics.q', 'listAuthors.q', 'listTimelines.q'],
  ...[
    'answerVersion.secret',
    'answerVersionByForm.secret',
    'planStory.assigneeId',
    'changeArticlePlan.assigneeId',
    'actInBulk.action.assigneeId',
  ],
  ...['readPlans.view', 'readPlans.as', 'readPlans.day', 'readPlans.section'],
  ...['startPage.slug', 'readdressPage.slug'],
]

test('every text that the desk takes is cleaned, refused, or listed as one that machines read', () => {
  const raw = Object.entries(ENDPOINTS).flatMap(([name, { input }]) =>
    stringsIn(input, name).flatMap(([path, schema]) => {
      const answers = ['Bundes\u00adtags\u202ewahl\u0000', 'https://tides.example/\u200b', '12\u200b'].map((sent) => {
        const parsed = schema.safeParse(sent)
        return parsed.success && typeof parsed.data === 'string' && withoutUnseen(parsed.data) !== parsed.data
      })
      return answers.includes(true) ? [path] : []
    }),
  )
  // The spans of a text are cleaned together, as one line (lib/article/body.ts).
  const single = raw.filter((path) => !/^(?:saveManuscript\.manuscript|savePage\.content)\.body\..*text$/.test(path))
  expect([...new Set(single)].sort()).toEqual([...AS_SENT].sort())
})

/** The schemas of single texts in `schema`, by their path. */
function stringsIn(schema: z.core.$ZodType, path: string, above = schema): [string, z.ZodType][] {
  const { def } = schema._zod
  if (def.type === 'string') return [[path, z.custom().pipe(above) as z.ZodType]]
  const inner = Object.entries(def).flatMap(([key, value]): [string, z.core.$ZodType][] => {
    if (value instanceof z.core.$ZodType) return [[path, value]]
    if (Array.isArray(value)) return value.filter((one) => one instanceof z.core.$ZodType).map((one) => [path, one])
    if (key !== 'shape') return []
    return Object.entries(value).map(([field, one]) => [`${path}.${field}`, one as z.core.$ZodType])
  })
  return inner.flatMap(([at, one]) => stringsIn(one, at, one))
}
