import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Body, BodyElement } from '@/lib/article/body'
import { emptyManuscript, type Manuscript } from '@/lib/article/manuscript'
import { mergeManuscripts } from '@/lib/merging/merge-manuscripts'
import { propertyRuns } from '@/lib/testing/property-runs'

function paragraph(id: string, words: string): BodyElement {
  return { type: 'paragraph', id, text: words ? [{ text: words }] : [] }
}

const FERRY: Manuscript = {
  ...emptyManuscript('en'),
  headline: 'The last ferry leaves at six',
  slug: 'the-last-ferry-leaves-at-six',
  standfirst: 'From Monday, buses take over.',
  topicIds: [1, 2, 3],
  bylines: [{ authorId: 1, name: null }],
  body: [paragraph('a', 'The Dunlin sails.'), paragraph('b', 'Its master agreed.'), paragraph('c', 'So did the tide.')],
}

const [A, B, C] = FERRY.body as [BodyElement, BodyElement, BodyElement]

function ferry(change: Partial<Manuscript>): Manuscript {
  return { ...FERRY, ...change }
}

function merge(mine: Partial<Manuscript>, theirs: Partial<Manuscript>) {
  return mergeManuscripts({ base: FERRY, mine: ferry(mine), theirs: ferry(theirs) })
}

describe('fields', () => {
  it('changed by one side each are both changed', () => {
    const { merged, setAside } = merge({ headline: 'No ferry after six' }, { standfirst: 'Buses from Monday.' })
    expect(merged).toEqual(ferry({ headline: 'No ferry after six', standfirst: 'Buses from Monday.' }))
    expect(setAside).toEqual([])
  })

  it('changed differently by both keep theirs and set mine aside', () => {
    const { merged, setAside } = merge({ kicker: 'Ferries' }, { kicker: 'Harbour' })
    expect(merged.kicker).toBe('Harbour')
    expect(setAside).toEqual([{ place: 'kicker', value: 'Ferries', afterId: null }])
  })

  it('changed to the same by both are no conflict', () => {
    expect(merge({ kicker: 'Ferries' }, { kicker: 'Ferries' }).setAside).toEqual([])
  })

  it('emptied by mine and rewritten by them stay, and nothing is set aside', () => {
    const { merged, setAside } = merge({ standfirst: '' }, { standfirst: 'Buses from Monday.' })
    expect([merged.standfirst, setAside]).toEqual(['Buses from Monday.', []])
  })

  it('emptied by them and rewritten by mine set mine aside', () => {
    const { merged, setAside } = merge({ standfirst: 'Buses from Monday.' }, { standfirst: '' })
    expect(merged.standfirst).toBe('')
    expect(setAside).toMatchObject([{ place: 'standfirst', value: 'Buses from Monday.' }])
  })
})

describe('the slug', () => {
  it('that somebody chose wins over one that followed a new headline', () => {
    const theirs = { headline: 'No ferry after six', slug: 'no-ferry-after-six' }
    expect(merge({ slug: 'last-ferry' }, theirs)).toMatchObject({ merged: { slug: 'last-ferry' }, setAside: [] })
  })

  it('of two headlines is theirs, like the headline, and only the headline is set aside', () => {
    const { merged, setAside } = merge(
      { headline: 'Buses at night', slug: 'buses-at-night' },
      { headline: 'No ferry after six', slug: 'no-ferry-after-six' },
    )
    expect(merged).toMatchObject({ headline: 'No ferry after six', slug: 'no-ferry-after-six' })
    expect(setAside).toEqual([{ place: 'headline', value: 'Buses at night', afterId: null }])
  })

  it('chosen by both is a conflict', () => {
    expect(merge({ slug: 'dunlin' }, { slug: 'last-ferry' }).setAside).toMatchObject([
      { place: 'slug', value: 'dunlin' },
    ])
  })
})

describe('lists', () => {
  it('take what both added and lose what either removed', () => {
    const { merged, setAside } = merge({ topicIds: [1, 4, 2, 3] }, { topicIds: [2, 3, 5] })
    expect([merged.topicIds, setAside]).toEqual([[2, 3, 5, 4], []])
  })

  it('put an added name behind the name that it followed', () => {
    const guest = { authorId: null, name: 'Wanda Pirrie' }
    const mara = { authorId: 1, name: null }
    const tomas = { authorId: 2, name: null }
    expect(merge({ bylines: [mara, guest] }, { bylines: [tomas, mara] }).merged.bylines).toEqual([tomas, mara, guest])
  })

  it('that one reordered while the other added are a conflict', () => {
    const { merged, setAside } = merge({ topicIds: [3, 2, 1] }, { topicIds: [1, 2, 3, 4] })
    expect([merged.topicIds, setAside]).toEqual([
      [1, 2, 3, 4],
      [{ place: 'topicIds', value: [3, 2, 1], afterId: null }],
    ])
  })
})

describe('elements', () => {
  const bodies = (mine: Body, theirs: Body) => {
    const { merged, setAside } = merge({ body: mine }, { body: theirs })
    return { ids: merged.body.map(({ id }) => id).join(' '), body: merged.body, setAside }
  }

  it('changed by one side each are both changed', () => {
    const [mine, theirs] = [paragraph('a', 'The Dunlin sailed.'), paragraph('c', 'The tide did not.')]
    expect(bodies([mine, B, C], [A, B, theirs])).toMatchObject({ body: [mine, B, theirs], setAside: [] })
  })

  it('changed by both keep theirs, and mine is set aside with the element it followed', () => {
    const mine = paragraph('b', 'Its master swore.')
    const theirs = paragraph('b', 'Its master nodded.')
    expect(bodies([A, mine, C], [A, theirs, C])).toMatchObject({
      body: [A, theirs, C],
      setAside: [{ place: 'body:b', value: mine, afterId: 'a' }],
    })
  })

  it('added by both at one place are both kept, theirs first', () => {
    const mine = [A, paragraph('m1', 'Mine.'), paragraph('m2', 'Mine too.'), B, C]
    const theirs = [A, paragraph('t1', 'Theirs.'), paragraph('t2', 'Theirs too.'), B, C]
    expect(bodies(mine, theirs)).toMatchObject({ ids: 'a t1 t2 m1 m2 b c', setAside: [] })
  })

  it('added at the top and at the end stay there', () => {
    expect(bodies([paragraph('m', 'Mine.'), A, B, C], [A, B, C, paragraph('t', 'Theirs.')]).ids).toBe('m a b c t')
  })

  it('added behind something that the other deleted take its place', () => {
    expect(bodies([A, B, paragraph('m', 'Mine.'), C], [A, C])).toMatchObject({ ids: 'a m c', setAside: [] })
  })

  it('deleted by one and left alone by the other are gone', () => {
    expect(bodies([A, C], [A, B, C]).ids).toBe('a c')
    expect(bodies([A, B, C], [A, C]).ids).toBe('a c')
  })

  it('deleted by mine and changed by them stay changed', () => {
    const theirs = paragraph('b', 'Its master nodded.')
    expect(bodies([A, C], [A, theirs, C])).toMatchObject({ body: [A, theirs, C], setAside: [] })
  })

  it('deleted by them and changed by mine are set aside', () => {
    const mine = paragraph('b', 'Its master swore.')
    expect(bodies([A, mine, C], [A, C])).toMatchObject({
      body: [A, C],
      setAside: [{ place: 'body:b', value: mine, afterId: 'a' }],
    })
  })

  it('moved by one side and added by the other are moved and added', () => {
    const added = paragraph('x', 'New.')
    expect(bodies([C, A, B], [A, added, B, C]).ids).toBe('c a x b')
    expect(bodies([A, added, B, C], [C, A, B]).ids).toBe('c a x b')
  })

  it('moved by both are in their order', () => {
    expect(bodies([B, A, C], [C, B, A]).ids).toBe('c b a')
  })

  it('count as changed by both when the common base is unknown', () => {
    const mine = ferry({ body: [A, paragraph('b', 'Mine.'), paragraph('m', 'Mine too.')], kicker: 'Ferries' })
    const theirs = ferry({ body: [A, paragraph('b', 'Theirs.'), C], kicker: 'Harbour' })
    const { merged, setAside } = mergeManuscripts({ base: null, mine, theirs })
    expect(merged.body.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'm'])
    expect(setAside.map(({ place, value }) => [place, value])).toEqual([
      ['kicker', 'Ferries'],
      ['body:b', paragraph('b', 'Mine.')],
    ])
  })
})

/*
 * Any three versions: what an editor does to a text is a list of edits, each word of which is written once.
 */

interface Edit {
  kind: 'add' | 'change' | 'delete' | 'move' | 'field'
  at: number
  to: number
}

const edits = fc.array(
  fc.record({
    kind: fc.constantFrom<Edit['kind'][]>('add', 'change', 'change', 'delete', 'move', 'field'),
    at: fc.nat(30),
    to: fc.nat(30),
  }),
  { maxLength: 12 },
)

const FIELDS = ['headline', 'kicker', 'standfirst', 'dateline'] as const

const base: fc.Arbitrary<Manuscript> = fc.nat(8).map((length) => ({
  ...FERRY,
  body: Array.from({ length }, (_, index) => paragraph(`b${index}`, `base${index}`)),
}))

function edited(before: Manuscript, who: string, list: Edit[]): Manuscript {
  let after = before
  for (const [index, { kind, at, to }] of list.entries()) {
    const word = `${who}${index}`
    const body = [...after.body]
    const place = body.length ? at % body.length : 0
    const target = body[place]
    if (kind === 'field') after = { ...after, [FIELDS[at % FIELDS.length] ?? 'kicker']: word }
    if (kind === 'add') body.splice(at % (body.length + 1), 0, paragraph(word, word))
    if (kind === 'change' && target) body[place] = paragraph(target.id, word)
    if (kind === 'delete') body.splice(place, 1)
    if (kind === 'move' && target) {
      body.splice(place, 1)
      body.splice(to % (body.length + 1), 0, target)
    }
    after = { ...after, body }
  }
  return after
}

function wordsIn(...values: unknown[]): string[] {
  return JSON.stringify(values).match(/\b(?:mine|theirs)\d+\b/g) ?? []
}

function missing(written: string[], found: string[]): string[] {
  return written.filter((word) => !found.includes(word))
}

const versions = fc.tuple(base, edits, edits).map(([before, mine, theirs]) => ({
  base: before,
  mine: edited(before, 'mine', mine),
  theirs: edited(before, 'theirs', theirs),
}))

describe('for any three versions', () => {
  it('no word that either side wrote is missing', () => {
    fc.assert(
      fc.property(versions, fc.boolean(), (three, baseIsKnown) => {
        const { merged, setAside } = mergeManuscripts(baseIsKnown ? three : { ...three, base: null })
        expect(missing(wordsIn(three.mine, three.theirs), wordsIn(merged, setAside))).toEqual([])
      }),
      { numRuns: propertyRuns(500) },
    )
  })

  it('the result is the other side when one changed nothing', () => {
    fc.assert(
      fc.property(versions, ({ base: before, mine }) => {
        expect(mergeManuscripts({ base: before, mine, theirs: before })).toEqual({ merged: mine, setAside: [] })
        expect(mergeManuscripts({ base: before, mine: before, theirs: mine })).toEqual({ merged: mine, setAside: [] })
        expect(mergeManuscripts({ base: before, mine, theirs: mine })).toEqual({ merged: mine, setAside: [] })
      }),
      { numRuns: propertyRuns(100) },
    )
  })

  it('ids stay unique', () => {
    fc.assert(
      fc.property(versions, (three) => {
        const ids = mergeManuscripts(three).merged.body.map(({ id }) => id)
        expect(new Set(ids).size).toBe(ids.length)
      }),
      { numRuns: propertyRuns(100) },
    )
  })

  it('elements that neither side moved keep their order', () => {
    const still = edits.map((list) => list.filter(({ kind }) => kind !== 'move'))
    fc.assert(
      fc.property(base, still, still, (before, mine, theirs) => {
        const { merged } = mergeManuscripts({
          base: before,
          mine: edited(before, 'mine', mine),
          theirs: edited(before, 'theirs', theirs),
        })
        const old = merged.body.map(({ id }) => id).filter((id) => before.body.some((element) => element.id === id))
        expect(old).toEqual(before.body.map(({ id }) => id).filter((id) => old.includes(id)))
      }),
      { numRuns: propertyRuns(100) },
    )
  })

  it('edits of different elements and fields merge without a conflict, in either order', () => {
    const halves = fc.tuple(base, edits, fc.nat(3)).map(([before, list, split]) => {
      const change = (who: string, parity: number) => {
        const body = [...before.body]
        for (const [index, { at }] of list.entries()) {
          const place = at % (body.length || 1)
          if (place % 2 === parity && body[place]) body[place] = paragraph(`b${place}`, `${who}${index}`)
        }
        return { ...before, body }
      }
      const field = FIELDS[split] ?? 'kicker'
      return { before, mine: { ...change('mine', 0), [field]: 'mine99' }, theirs: change('theirs', 1) }
    })
    fc.assert(
      fc.property(halves, ({ before, mine, theirs }) => {
        const one = mergeManuscripts({ base: before, mine, theirs })
        const other = mergeManuscripts({ base: before, mine: theirs, theirs: mine })
        expect(one.setAside).toEqual([])
        expect(one).toEqual(other)
        expect(missing(wordsIn(mine, theirs), wordsIn(one.merged))).toEqual([])
      }),
      { numRuns: propertyRuns(100) },
    )
  })
})
