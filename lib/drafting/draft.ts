import type { Manuscript } from '@/lib/article/manuscript'
import type { ManuscriptSave } from '@/lib/desk/manuscript-save'
import type { SavedManuscript } from '@/lib/desk/saved-manuscript'
import { mergeManuscripts } from '@/lib/merging/merge-manuscripts'
import { same } from '@/lib/merging/same'
import { elementIdIn, type SetAside } from '@/lib/merging/set-aside'

/** What one tab holds of an article that the server may not have: enough to finish the saving in another tab. */
export interface Draft {
  /** The version that the next save starts from. */
  basedOn: number
  /** The text as it is on the screen. */
  typed: Manuscript
  /** The save that the server has not answered; it is repeated letter for letter until it has. */
  sent: ManuscriptSave | null
  /** Words that are no longer on the screen because somebody else's stand there, and that the server must still get. */
  setAside: SetAside[]
  /** Conflicts that are decided, and of which the server must still be told. */
  settles: number[]
}

/** A draft in which nothing is typed yet. */
export function freshDraft({ version, manuscript }: Pick<SavedManuscript, 'version' | 'manuscript'>): Draft {
  return { basedOn: version, typed: manuscript, sent: null, setAside: [], settles: [] }
}

/** A draft that is on its way. */
export type SendingDraft = Draft & { sent: ManuscriptSave }

/** The draft with everything it holds on its way, under a name of its own; one that is on its way already stays so. */
export function sending(draft: Draft, newKey: () => string): SendingDraft {
  const { basedOn, typed, sent, setAside, settles } = draft
  if (sent) return { ...draft, sent }
  const save = {
    ...{ key: newKey(), basedOn, manuscript: typed },
    ...(settles.length > 0 && { settles }),
    ...(setAside.length > 0 && { setAside }),
  }
  return { ...draft, sent: save, setAside: [], settles: [] }
}

/**
 * The draft after the server answered its save: what was typed meanwhile, on the text as it is now. Where somebody
 * else's words have taken the place of those that were being typed, theirs are on the screen, and what was typed is set
 * aside, in place of the shorter piece of it that the server has set aside already.
 */
export function answered(draft: SendingDraft, answer: SavedManuscript): Draft {
  const { sent } = draft
  const moved = onto(draft, sent.manuscript, answer)
  const added = moved.setAside.slice(draft.setAside.length)
  const outgrown = answer.conflicts.filter(({ place, setAside }) =>
    added.some((item) => item.place === place && same(setAside, valueAt(sent.manuscript, place))),
  )
  return { ...moved, sent: null, settles: [...moved.settles, ...outgrown.map(({ id }) => id)] }
}

/** The draft after the server did not take its save: everything is to be sent again. */
export function returned(draft: Draft): Draft {
  const { sent } = draft
  if (!sent) return draft
  return {
    ...draft,
    sent: null,
    setAside: [...(sent.setAside ?? []), ...draft.setAside],
    settles: [...(sent.settles ?? []), ...draft.settles],
  }
}

/** The draft, of which nothing is on its way, moved from the text `known`, on which it stands, onto a newer one. */
export function onto(draft: Draft, known: Manuscript, newer: SavedManuscript): Draft {
  const { merged, setAside } = mergeManuscripts({ base: known, mine: draft.typed, theirs: newer.manuscript })
  return { ...draft, basedOn: newer.version, typed: merged, setAside: [...draft.setAside, ...setAside] }
}

/** Whether the server has everything that the draft holds, given that it has `known`. */
export function isSaved(draft: Draft, known: Manuscript): boolean {
  return !draft.sent && !draft.setAside.length && !draft.settles.length && same(draft.typed, known)
}

function valueAt(manuscript: Manuscript, place: string): unknown {
  const id = elementIdIn(place)
  return id === null ? manuscript[place as keyof Manuscript] : manuscript.body.find((element) => element.id === id)
}
