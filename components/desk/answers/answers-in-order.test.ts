import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AnswersInOrder } from '@/components/desk/answers/answers-in-order'
import { propertyRuns } from '@/lib/testing/property-runs'
import { sourceTexts } from '@/lib/testing/source-imports'

/** A request whose answer comes when the test says so. */
function heldRequest<Answer>() {
  let answer: (value: Answer) => void = () => {}
  let isSent = false
  const answered = new Promise<Answer>((resolve) => {
    answer = resolve
  })
  const send = () => {
    isSent = true
    return answered
  }
  return { send, answer: (value: Answer) => answer(value), isSent: () => isSent }
}

const settled = () => new Promise<void>((resolve) => setImmediate(resolve))

describe('of what a page reads again and changes', () => {
  it('a reading that was sent before a change and answered after it is asked again', async () => {
    const answers = new AnswersInOrder()
    const thread = ['The mayor has answered.']
    const early = heldRequest<string[]>()
    const asked = [early.send, async () => [...thread]]
    const reading = answers.read(() => asked.shift()?.() ?? Promise.reject(new Error('asked too often')))
    await settled()
    const held = [...thread]
    await answers.change(async () => thread.push('Then we can go to print.'))
    early.answer(held)
    expect(await reading).toEqual(['The mayor has answered.', 'Then we can go to print.'])
  })

  it('a reading waits for a change that is on its way', async () => {
    const answers = new AnswersInOrder()
    const change = heldRequest<string>()
    const reading = heldRequest<string>()
    const changed = answers.change(change.send)
    void answers.read(reading.send)
    await settled()
    expect([change.isSent(), reading.isSent()]).toEqual([true, false])
    change.answer('saved')
    await changed
    await settled()
    expect(reading.isSent()).toBe(true)
  })

  it('an earlier reading that is answered last is not shown', async () => {
    const answers = new AnswersInOrder()
    const early = heldRequest<string>()
    const earlier = answers.read(early.send)
    await settled()
    expect(await answers.read(async () => 'Lisbon')).toBe('Lisbon')
    early.answer('Lis')
    expect(await earlier).toBeNull()
  })

  it('a poll does not ask while another reading is on its way, and does so after it', async () => {
    const answers = new AnswersInOrder()
    const slow = heldRequest<string>()
    const reading = answers.read(slow.send)
    expect(await answers.poll(async () => 'polled')).toBeNull()
    slow.answer('read')
    expect(await reading).toBe('read')
    expect(await answers.poll(async () => 'polled')).toBe('polled')
  })

  it('a change that fails holds up neither the next one nor a reading', async () => {
    const answers = new AnswersInOrder()
    const failed = answers.change(() => Promise.reject(new Error('no network')))
    const next = answers.change(async () => 'saved')
    await expect(failed).rejects.toThrow('no network')
    expect([await next, await answers.read(async () => 'read')]).toEqual(['saved', 'read'])
  })

  it('what was dropped is not shown, and what was set meanwhile is newer', async () => {
    const answers = new AnswersInOrder()
    const isNewest = answers.begin()
    const slow = heldRequest<string>()
    const reading = answers.read(slow.send)
    answers.drop()
    slow.answer('gone')
    expect([isNewest(), await reading]).toEqual([false, null])
  })

  it('the answer of a change is left out when a later one was asked for', async () => {
    const answers = new AnswersInOrder()
    const first = answers.newestChange(async () => 'A bridge')
    const second = answers.newestChange(async () => 'A bridge in the fog')
    expect([await first, await second]).toEqual([null, 'A bridge in the fog'])
  })

  it('whatever the network delays, a page never goes back and ends with what the desk has', async () => {
    /** What the editor or the clock asks for, and how often the network moves before the next one. */
    const step = fc.record({ kind: fc.constantFrom('change', 'read', 'poll'), moves: fc.nat(3) })
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), fc.array(step, { maxLength: 12 }), async (network, steps) => {
        const answers = new AnswersInOrder()
        let stored = 0
        let shown = 0
        /** Reaches the desk at some time, and is answered at some later one. */
        const request = async (doing: () => number, label: string) => {
          await network.schedule(Promise.resolve(), `${label} arrives`)
          const answer = doing()
          await network.schedule(Promise.resolve(), `${label} is answered`)
          return answer
        }
        const show = (answer: number | null) => {
          if (answer === null) return
          expect(answer).toBeGreaterThanOrEqual(shown)
          shown = answer
        }
        const act = (kind: string) => {
          if (kind === 'change') return answers.change(() => request(() => ++stored, kind)).then(show)
          const read = () => request(() => stored, kind)
          return (kind === 'read' ? answers.read(read) : answers.poll(read)).then(show)
        }
        const done: Promise<void>[] = []
        for (const { kind, moves } of steps) {
          done.push(act(kind))
          for (let move = 0; move < moves; move += 1) {
            await settled()
            if (network.count()) await network.waitOne()
          }
        }
        const all = Promise.all(done)
        await network.waitFor(all)
        expect(shown).toBe(stored)
      }),
      { numRuns: propertyRuns() },
    )
  })
})

/** Files that ask the desk for something without the order, and why nothing newer can be overwritten. */
const WITHOUT_ORDER: Readonly<Record<string, string>> = {
  'components/desk/room/session/transport.ts': 'the session compares versions, and the keeper of drafts merges',
  'components/desk/room/session/first-answers.ts': 'holds what came with the page, and asks nothing',
  'components/desk/editor/desk-services.ts': 'hands the answers to those who asked',
  'components/desk/library/read-record.ts': 'hands the answer to those who asked, within their order',
  'components/desk/paper/authors.tsx': 'useNames asks it in order',
  'components/desk/paper/topics.tsx': 'useNames asks it in order',
  'components/desk/deliveries/receiver-dialog.tsx': 'one delivery is asked for until it is answered, one after another',
}

it('whatever the desk reads again is read in order', () => {
  const found = [...sourceTexts()]
    .filter(([path]) => path.startsWith('components/desk/') && !/\.test\.tsx?$/.test(path))
    .filter(([, text]) => /['`]GET \/api\/desk\//.test(text) && !/AnswersInOrder\b/.test(text))
    .map(([path]) => path)
  expect(found.sort()).toEqual(Object.keys(WITHOUT_ORDER).sort())
})
