import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import type { BodyElement } from '@/lib/article/body'
import { emptyManuscript, type Manuscript } from '@/lib/article/manuscript'
import type { ManuscriptSave } from '@/lib/desk/articles/manuscript-save'
import { DraftKeeper, type SavingReport } from '@/lib/drafting/draft-keeper'
import { draftSlot } from '@/lib/drafting/draft-slot'
import { type DraftTransport, failureOf, type SaveOutcome } from '@/lib/drafting/draft-transport'
import { savingText } from '@/lib/drafting/saving-state'
import { propertyRuns } from '@/lib/testing/property-runs'
import { SimulatedClock, SimulatedDevice, SimulatedServer } from '@/lib/testing/simulation'

function paragraph(id: string, words: string): BodyElement {
  return { type: 'paragraph', id, text: words ? [{ text: words }] : [] }
}

const FERRY: Manuscript = {
  ...emptyManuscript('en'),
  headline: 'The last ferry leaves at six',
  body: [paragraph('a', 'The Dunlin sails.'), paragraph('b', 'Its master agreed.')],
}
const [A, B] = FERRY.body as [BodyElement, BodyElement]

type Tab = { keeper: DraftKeeper; reports: SavingReport[]; sent: ManuscriptSave[]; tab: string }

let server: SimulatedServer
let device: SimulatedDevice
let clock: SimulatedClock
let alive: Set<string>
let keys = 0
let tabs = 0

function newKey(): string {
  keys += 1
  return `key-${keys}`
}

beforeEach(() => {
  server = new SimulatedServer(FERRY)
  device = new SimulatedDevice()
  clock = new SimulatedClock()
  alive = new Set()
})

type Network = (save: ManuscriptSave) => Promise<SaveOutcome>

const good: Network = async (save) => ({ kind: 'saved', answer: server.save(save) })

/** Opens the story in another tab; `network` may be exchanged while it is open. */
function openTab(through: { network: Network } = { network: good }, writer = 'mara', on = device): Tab {
  tabs += 1
  const tab = `tab${tabs}`
  alive.add(tab)
  const reports: SavingReport[] = []
  const sent: ManuscriptSave[] = []
  const transport: DraftTransport = {
    save: (save) => {
      sent.push(save)
      return through.network(save)
    },
    open: async () => ({ kind: 'saved', answer: server.open() }),
  }
  const keeper = new DraftKeeper({
    articleId: 42,
    writer,
    tab,
    opened: server.open(),
    storage: on,
    transport,
    clock,
    newKey,
    isAlive: async (other) => alive.has(other),
    onMerged: () => {},
    onReport: (report) => reports.push(report),
  })
  return { keeper, reports, sent, tab }
}

function kill({ keeper, tab }: Tab) {
  keeper.close()
  alive.delete(tab)
}

const text = () => server.open().manuscript

describe('typing', () => {
  it('is on the device before the call returns, and on the server after a pause', async () => {
    const { keeper, sent } = openTab()
    keeper.edit({ kicker: 'Ferries' })
    expect([...device.slots.values()].join()).toContain('Ferries')
    await clock.pass(799)
    expect(sent).toEqual([])
    await clock.pass(1)
    expect(text().kicker).toBe('Ferries')
    expect(device.slots.size).toBe(0)
    expect(keeper.report.state).toEqual({ kind: 'saved', at: 0 })
  })

  it('without a pause is sent every five seconds', async () => {
    const { keeper, sent } = openTab()
    for (let key = 1; key <= 26; key += 1) {
      keeper.edit({ kicker: 'x'.repeat(key) })
      await clock.pass(200)
    }
    expect(sent.map(({ manuscript }) => manuscript.kicker.length)).toEqual([25])
  })

  it('that is undone leaves nothing to save', async () => {
    const { keeper, sent } = openTab()
    keeper.edit({ kicker: 'F' })
    keeper.edit({ kicker: '' })
    await clock.pass(10_000)
    expect([sent, device.slots.size]).toEqual([[], 0])
  })

  it('during a save waits for the response and is based on it', async () => {
    let answer = () => {}
    const through = {
      network: (save: ManuscriptSave) =>
        new Promise<SaveOutcome>((resolve) => {
          answer = () => resolve({ kind: 'saved', answer: server.save(save) })
        }),
    }
    const { keeper, sent } = openTab(through)
    keeper.edit({ kicker: 'Ferries' })
    await clock.pass(800)
    keeper.edit({ kicker: 'Ferries at night' })
    await clock.pass(5000)
    expect(sent).toHaveLength(1)
    answer()
    await clock.pass(800)
    answer()
    await clock.pass(0)
    expect(sent.map(({ basedOn }) => basedOn)).toEqual([1, 2])
    expect(text().kicker).toBe('Ferries at night')
    expect(server.conflicts).toEqual([])
  })

  it('that this device cannot store is reported, and is saved on the server', async () => {
    const { keeper } = openTab()
    device.isFull = true
    keeper.edit({ kicker: 'Ferries' })
    expect(keeper.report).toMatchObject({ isOnDevice: false, state: { kind: 'saving' } })
    await clock.pass(800)
    expect(keeper.report).toMatchObject({ isOnDevice: true, state: { kind: 'saved' } })
  })
})

describe('a save without a response', () => {
  it.each<[string, SaveOutcome, string]>([
    ['offline', { kind: 'unreachable' }, 'offline'],
    ['from a broken server', { kind: 'failed' }, 'failing'],
    ['from a server whose disk is full', { kind: 'failed', reason: 'The disk is full.' }, 'failing'],
    ['signed out', { kind: 'signed-out' }, 'signed-out'],
  ])('%s is repeated unchanged, at growing intervals', async (_, outcome, kind) => {
    const through: { network: Network } = { network: async () => outcome }
    const { keeper, sent } = openTab(through)
    keeper.edit({ kicker: 'Ferries' })
    await clock.pass(800)
    keeper.edit({ kicker: 'Ferries at night' })
    expect(keeper.report).toMatchObject({ state: { kind }, isOnDevice: true })
    await clock.pass(7000)
    expect(sent.map(({ manuscript }) => manuscript.kicker)).toEqual(Array(4).fill('Ferries'))
    expect(new Set(sent.map(({ key }) => key)).size).toBe(1)
    through.network = good
    keeper.retry()
    await clock.pass(800)
    expect(text().kicker).toBe('Ferries at night')
    expect(keeper.report.state.kind).toBe('saved')
  })

  it('that had arrived counts once', async () => {
    const through: { network: Network } = {
      network: async (save) => {
        server.save(save)
        return { kind: 'unreachable' }
      },
    }
    const { keeper } = openTab(through)
    keeper.edit({ body: [A, B, paragraph('c', 'It rains.')] })
    await clock.pass(800)
    through.network = good
    await clock.pass(1000)
    expect(server.versions).toHaveLength(2)
    expect(text().body).toHaveLength(3)
  })

  it('for 15 seconds has failed', async () => {
    const through: { network: Network } = { network: () => new Promise(() => {}) }
    const { keeper } = openTab(through)
    keeper.edit({ kicker: 'Ferries' })
    await clock.pass(800)
    through.network = good
    await clock.pass(14_999)
    expect(keeper.report.state.kind).toBe('saving')
    await clock.pass(1001)
    expect(text().kicker).toBe('Ferries')
  })
})

describe('a save that is refused', () => {
  const PROBLEMS = [{ field: 'state', message: 'This draft was deleted.' }]

  it('stays on the device with the reason, and is sent again after a change', async () => {
    const through: { network: Network } = { network: async () => failureOf(422, PROBLEMS) }
    const { keeper, sent } = openTab(through)
    keeper.edit({ kicker: 'Ferries' })
    await clock.pass(60_000)
    expect(sent).toHaveLength(1)
    expect(keeper.report.state).toEqual({ kind: 'refused', problems: PROBLEMS })
    expect(device.slots.size).toBe(1)
    through.network = good
    keeper.edit({ kicker: 'Ferries at night' })
    await clock.pass(800)
    expect(text().kicker).toBe('Ferries at night')
    expect(sent[1]?.key).not.toBe(sent[0]?.key)
  })

  it('for a missing permission is sent again unchanged', async () => {
    const through: { network: Network } = { network: async () => failureOf(403, PROBLEMS) }
    const { keeper, sent } = openTab(through)
    keeper.edit({ kicker: 'Ferries' })
    await clock.pass(800)
    through.network = good
    keeper.retry()
    await clock.pass(0)
    expect(sent[1]).toEqual(sent[0])
    expect(text().kicker).toBe('Ferries')
  })
})

describe('what somebody else wrote', () => {
  it('elsewhere in the text is in the response to a save', async () => {
    const [mine, theirs] = [openTab(), openTab()]
    theirs.keeper.edit({ body: [A, paragraph('b', 'Its master swore.')] })
    await clock.pass(800)
    mine.keeper.edit({ body: [paragraph('a', 'The Dunlin sank.'), B] })
    await clock.pass(800)
    expect(mine.keeper.manuscript.body).toEqual([
      paragraph('a', 'The Dunlin sank.'),
      paragraph('b', 'Its master swore.'),
    ])
    expect(text()).toEqual(mine.keeper.manuscript)
  })

  it('is fetched when its version is noticed', async () => {
    const [mine, theirs] = [openTab(), openTab()]
    theirs.keeper.edit({ kicker: 'Ferries' })
    await clock.pass(800)
    mine.keeper.noticeVersion(2)
    await clock.pass(0)
    expect(mine.keeper.manuscript.kicker).toBe('Ferries')
    expect(mine.keeper.report.version).toBe(2)
    expect(mine.sent).toEqual([])
  })

  it('at the place of typing replaces what is typed, which is set aside once', async () => {
    const theirs = openTab()
    const through: { network: Network } = { network: async () => ({ kind: 'unreachable' }) }
    const mine = openTab(through)
    mine.keeper.edit({ kicker: 'Trams' })
    await clock.pass(800)
    mine.keeper.edit({ kicker: 'Trams at night' })
    theirs.keeper.edit({ kicker: 'Ferries' })
    await clock.pass(800)
    through.network = good
    mine.keeper.retry()
    await clock.pass(2000)
    expect([text().kicker, mine.keeper.manuscript.kicker]).toEqual(['Ferries', 'Ferries'])
    expect(server.open().conflicts).toMatchObject([{ place: 'kicker', setAside: 'Trams at night' }])
    expect(mine.keeper.report).toMatchObject({ state: { kind: 'saved' }, conflicts: [{ setAside: 'Trams at night' }] })
    mine.keeper.resolveConflicts([server.open().conflicts[0]?.id ?? 0])
    await clock.pass(0)
    expect(server.open().conflicts).toEqual([])
  })

  it('waits for the end of a composition', async () => {
    const [mine, theirs] = [openTab(), openTab()]
    theirs.keeper.edit({ kicker: 'Ferries' })
    await clock.pass(800)
    mine.keeper.edit({ dateline: 'Port' })
    mine.keeper.startComposition()
    mine.keeper.flush()
    await clock.pass(800)
    expect(mine.keeper.manuscript.kicker).toBe('')
    mine.keeper.edit({ dateline: 'Port Linnet' })
    mine.keeper.endComposition()
    expect(mine.keeper.manuscript).toMatchObject({ kicker: 'Ferries', dateline: 'Port Linnet' })
    await clock.pass(800)
    expect(text()).toMatchObject({ kicker: 'Ferries', dateline: 'Port Linnet' })
  })
})

describe('a closed tab', () => {
  it('leaves its draft to the next tab', async () => {
    const old = openTab({ network: async () => ({ kind: 'unreachable' }) })
    old.keeper.edit({ kicker: 'Ferries' })
    await clock.pass(800)
    old.keeper.edit({ kicker: 'Ferries at night' })
    kill(old)
    const { keeper, sent } = openTab()
    await keeper.adoptOrphanedDrafts()
    await clock.pass(1000)
    expect(sent[0]).toEqual(old.sent[0])
    expect([text().kicker, keeper.manuscript.kicker]).toEqual(['Ferries at night', 'Ferries at night'])
    expect(device.slots.size).toBe(0)
  })

  it('loses its draft only after the server has it', async () => {
    const old = openTab()
    old.keeper.edit({ kicker: 'Ferries' })
    kill(old)
    const through: { network: Network } = { network: async () => ({ kind: 'unreachable' }) }
    const { keeper } = openTab(through)
    await keeper.adoptOrphanedDrafts()
    await clock.pass(1000)
    expect(device.slots.size).toBe(1)
    expect(keeper.report.state.kind).toBe('offline')
    through.network = good
    await clock.pass(30_000)
    expect([text().kicker, device.slots.size]).toEqual(['Ferries', 0])
  })

  it('keeps its draft while it is open, and for its own account only', async () => {
    const there = openTab()
    there.keeper.edit({ kicker: 'Ferries' })
    const gone = openTab(undefined, 'tomas')
    gone.keeper.edit({ kicker: 'Trams' })
    kill(gone)
    const { keeper, sent } = openTab()
    await keeper.adoptOrphanedDrafts()
    await clock.pass(0)
    expect(sent).toEqual([])
    expect(device.slots.has(draftSlot(42, gone.tab))).toBe(true)
  })

  it('whose draft the server refuses keeps it on the device, and the draft is shown', async () => {
    const old = openTab()
    old.keeper.edit({ kicker: 'Ferries' })
    kill(old)
    const { keeper } = openTab({ network: async () => failureOf(422, [{ field: '', message: 'No.' }]) })
    await keeper.adoptOrphanedDrafts()
    await clock.pass(0)
    expect(keeper.report.refusedDrafts).toMatchObject([
      { manuscript: { kicker: 'Ferries' }, problems: [{ message: 'No.' }] },
    ])
    expect(device.slots.size).toBe(1)
  })
})

it('a verb waits until everything is saved, and is told when that fails', async () => {
  const through: { network: Network } = { network: good }
  const { keeper } = openTab(through)
  keeper.edit({ kicker: 'Ferries' })
  const first = keeper.isSavedNow()
  await clock.pass(100)
  expect(await first).toBe(true)
  through.network = async () => ({ kind: 'failed' })
  keeper.edit({ kicker: 'Trams' })
  const second = keeper.isSavedNow()
  await clock.pass(100)
  expect(await second).toBe(false)
})

it('the state of saving has a text', () => {
  const at = (state: Parameters<typeof savingText>[0], isOnDevice = true) =>
    savingText(state, isOnDevice, () => '14:02')
  expect(at({ kind: 'saved', at: 0 })).toBe('Saved 14:02')
  expect(at({ kind: 'offline' })).toBe('Offline, kept on this device')
  expect(at({ kind: 'failing', reason: 'The disk is full.' })).toBe(
    'The server cannot save at the moment, kept on this device. The disk is full.',
  )
  expect(at({ kind: 'saving' }, false)).toContain('cannot be kept on this device')
})

/*
 * Anything may happen in any order; afterwards the network is good again and every browser is opened once more.
 */

type Happening =
  | { kind: 'type'; who: number; at: number }
  | { kind: 'pass'; ms: number }
  | { kind: 'kill'; who: number }
  | { kind: 'flush'; who: number }
  | { kind: 'news'; who: number }
type Fault = 'none' | 'lost' | 'answer lost' | 'broken' | 'silent' | 'slow' | 'comes again later'

const who = fc.nat(2)
const happenings = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: fc.record({ kind: fc.constant('type' as const), who, at: fc.nat(20) }) },
    {
      weight: 4,
      arbitrary: fc.record({ kind: fc.constant('pass' as const), ms: fc.constantFrom(50, 800, 3000, 20_000) }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ kind: fc.constantFrom('kill' as const, 'flush' as const, 'news' as const), who }),
    },
  ),
  { maxLength: 60 },
)
const faults = fc.array(
  fc.constantFrom<Fault[]>('none', 'none', 'lost', 'answer lost', 'broken', 'silent', 'slow', 'comes again later'),
  { minLength: 1, maxLength: 30 },
)

describe('after any events', () => {
  it('no word that was typed is lost', async () => {
    await fc.assert(
      fc.asyncProperty(happenings, faults, async (list, misfortunes) => {
        const words = await live(list, misfortunes)
        const found = JSON.stringify([text(), server.conflicts])
        expect(words.filter((word) => !found.includes(word))).toEqual([])
      }),
      { numRuns: propertyRuns(300) },
    )
  })

  it('the count notices a lost save', async () => {
    const { keeper } = openTab({ network: async () => ({ kind: 'saved', answer: server.open() }) })
    keeper.edit({ kicker: '<1>' })
    await clock.pass(1000)
    expect(JSON.stringify([text(), server.conflicts])).not.toContain('<1>')
  })
})

/** Two browsers, the first with two tabs; answers the words that were typed, each of which is there once. */
async function live(list: Happening[], misfortunes: Fault[]): Promise<string[]> {
  server = new SimulatedServer(FERRY)
  clock = new SimulatedClock()
  alive = new Set()
  const devices = [new SimulatedDevice(), new SimulatedDevice()]
  let isGood = false
  let requests = 0
  const through: { network: Network } = {
    network: async (save) => {
      requests += 1
      const fault = isGood ? 'none' : (misfortunes[requests % misfortunes.length] ?? 'none')
      if (fault === 'lost') return { kind: 'unreachable' }
      if (fault === 'broken') return { kind: 'failed' }
      if (fault === 'silent') return new Promise(() => {})
      if (fault === 'slow') await new Promise<void>((resolve) => clock.after(4000, resolve))
      if (fault === 'comes again later') clock.after(9000, () => server.save(save))
      const answer = server.save(save)
      return fault === 'answer lost' ? { kind: 'unreachable' } : { kind: 'saved', answer }
    },
  }
  const browserOf = (index: number) => (index < 2 ? 0 : 1)
  const open = (index: number) => {
    const browser = browserOf(index)
    return openTab(through, browser === 0 ? 'mara' : 'tomas', devices[browser] ?? device)
  }
  const rooms = [open(0), open(1), open(2)]
  const words: string[] = []
  for (const happening of list) {
    if (happening.kind === 'pass') {
      await clock.pass(happening.ms)
      continue
    }
    const room = rooms[happening.who]
    if (!room) continue
    if (happening.kind === 'type') {
      const word = `<${words.length}>`
      words.push(word)
      room.keeper.edit(withWord(room.keeper.manuscript, word, happening.at))
    }
    if (happening.kind === 'flush') room.keeper.flush()
    if (happening.kind === 'news') room.keeper.noticeVersion(server.versions.length)
    if (happening.kind === 'kill') {
      kill(room)
      const next = open(happening.who)
      rooms[happening.who] = next
      await next.keeper.adoptOrphanedDrafts()
    }
  }
  isGood = true
  for (const room of rooms) kill(room)
  for (const index of [0, 2]) await open(index).keeper.adoptOrphanedDrafts()
  await clock.pass(120_000)
  expect(devices.map(({ slots }) => slots.size)).toEqual([0, 0])
  return words
}

/** One more word: in a field, in an element, or in an element of its own. */
function withWord(manuscript: Manuscript, word: string, at: number): Partial<Manuscript> {
  const { body, kicker, headline } = manuscript
  if (at === 0) return { kicker: `${kicker} ${word}` }
  if (at === 1) return { headline: `${headline} ${word}` }
  const place = at % (body.length + 2)
  const element = body[place]
  if (element?.type !== 'paragraph') {
    return { body: body.toSpliced(at % (body.length + 1), 0, paragraph(`n${word.slice(1, -1)}`, word)) }
  }
  return { body: body.with(place, { ...element, text: [...element.text, { text: ` ${word}` }] }) }
}
