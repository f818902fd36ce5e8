import type { Manuscript } from '@/lib/article/manuscript'
import type { ManuscriptSave } from '@/lib/desk/articles/manuscript-save'
import type { SavedManuscript } from '@/lib/desk/articles/saved-manuscript'
import { mergeManuscripts } from '@/lib/merging/merge-manuscripts'
import { same } from '@/lib/merging/same'
import { elementIdIn, type SetAside } from '@/lib/merging/set-aside'

/** The unsaved state of an article in one tab: enough for another tab to finish saving it. */
export interface Draft {
  /** The version that the next save starts from. */
  basedOn: number
  /** The text as it is on the screen. */
  typed: Manuscript
  /** The save that the server has not answered, repeated unchanged until it answers; null without one. */
  sent: ManuscriptSave | null
  /** What the changes of others replaced on the screen. The server does not have it yet. */
  setAside: SetAside[]
  /** The ids of resolved conflicts. The server does not know of their resolution yet. */
  settles: number[]
}

/** A draft in which nothing is typed yet. */
export function newDraft({ version, manuscript }: Pick<SavedManuscript, 'version' | 'manuscript'>): Draft {
  return { basedOn: version, typed: manuscript, sent: null, setAside: [], settles: [] }
}

/** A draft with a save that is pending. */
export type SendingDraft = Draft & { sent: ManuscriptSave }

/** The draft with a save of everything it holds, under a key of its own; a pending save stays as it is. */
export function prepareSave(draft: Draft, newKey: () => string): SendingDraft {
  const { basedOn, typed, sent, setAside, settles } = draft
  if (sent) return { ...draft, sent }
  const save = {
    key: newKey(),
    basedOn,
    manuscript: typed,
    ...(settles.length > 0 && { settles }),
    ...(setAside.length > 0 && { setAside }),
  }
  return { ...draft, sent: save, setAside: [], settles: [] }
}

/**
 * The draft after the server answered its save: what was typed meanwhile, merged into the server's text. Where somebody
 * else changed the same place, theirs is on the screen and what was typed is set aside. It replaces the shorter part of
 * it that the server has already set aside.
 */
export function draftAfterSave(draft: SendingDraft, answer: SavedManuscript): Draft {
  const { sent } = draft
  const rebased = rebaseDraft(draft, sent.manuscript, answer)
  const added = rebased.setAside.slice(draft.setAside.length)
  const outgrown = answer.conflicts.filter(({ place, setAside }) =>
    added.some((item) => item.place === place && same(setAside, valueAt(sent.manuscript, place))),
  )
  return { ...rebased, sent: null, settles: [...rebased.settles, ...outgrown.map(({ id }) => id)] }
}

/** The draft after the server refused its save: everything in it must be sent again. */
export function draftAfterRefusal(draft: Draft): Draft {
  const { sent } = draft
  if (!sent) return draft
  return {
    ...draft,
    sent: null,
    setAside: [...(sent.setAside ?? []), ...draft.setAside],
    settles: [...(sent.settles ?? []), ...draft.settles],
  }
}

/** A draft without a pending save that started from `base`, rebased on the newer text of the server. */
export function rebaseDraft(draft: Draft, base: Manuscript, newer: SavedManuscript): Draft {
  const { merged, setAside } = mergeManuscripts({ base, mine: draft.typed, theirs: newer.manuscript })
  return { ...draft, basedOn: newer.version, typed: merged, setAside: [...draft.setAside, ...setAside] }
}

/** Whether a server that has the text `saved` has everything that the draft holds. */
export function isSaved(draft: Draft, saved: Manuscript): boolean {
  return !draft.sent && !draft.setAside.length && !draft.settles.length && same(draft.typed, saved)
}

/** `manuscript`, with the element objects of `typed` where they are equal, so that comparing the two is fast. */
export function withElementsOf(manuscript: Manuscript, typed: Manuscript): Manuscript {
  const byId = new Map(typed.body.map((element) => [element.id, element]))
  const body = manuscript.body.map((element) => {
    const own = byId.get(element.id)
    return own && same(own, element) ? own : element
  })
  return { ...manuscript, body }
}

/** What the server answered, without the conflicts `ids`. */
export function withoutConflicts(saved: SavedManuscript, ids: number[]): SavedManuscript {
  return { ...saved, conflicts: saved.conflicts.filter(({ id }) => !ids.includes(id)) }
}

function valueAt(manuscript: Manuscript, place: string): unknown {
  const id = elementIdIn(place)
  return id === null ? manuscript[place as keyof Manuscript] : manuscript.body.find((element) => element.id === id)
}
