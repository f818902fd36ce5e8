import { type Conflict, readdress, reviseArticle, type Saved } from '@/db/editing/writing'
import { asSeen, blockedAt, type DeskAct } from '@/db/publishing/as-seen'
import { publicationAhead } from '@/db/publishing/checklist'
import {
  correct,
  publish,
  republish,
  schedule,
  unschedule,
  update,
  withdraw,
  withdrawAt,
} from '@/db/publishing/publishing'
import type { Db } from '@/db/store/open'
import { manuscriptOf } from '@/lib/article/manuscript'
import { type Refusal, refuse } from '@/lib/desk/refusal'

/*
 * The verbs of db/publishing/publishing.ts as the desk performs them: on the text under work, as the editor saw it, and not
 * against the blockers of the checklist or what crawlers would find wrong.
 */

type Outcome = Promise<Saved | Refusal | Conflict>

/** Makes the text under work of an unpublished or scheduled article public at once. */
export async function publishSeen(db: Db, act: DeskAct): Outcome {
  return asSeen(db, act, async (tx, { article, manuscript }) => {
    const blocked = await blockedAt(tx, { ...act, article, manuscript, at: act.now })
    return blocked ?? publish(tx, { ...act, words: manuscript })
  })
}

/**
 * Schedules an unpublished article for `at`, or a scheduled one for another instant; what waits beside a scheduled one
 * goes on waiting.
 */
export async function scheduleSeen(db: Db, { at, ...act }: DeskAct & { at: Date }): Outcome {
  return asSeen(db, act, async (tx, { article }) => {
    const blocked = await blockedAt(tx, { ...act, article, manuscript: manuscriptOf(article.snapshot), at })
    return blocked ?? schedule(tx, { ...act, at })
  })
}

/** Makes a scheduled article a draft again, with what waited beside it. */
export async function unscheduleSeen(db: Db, act: DeskAct): Outcome {
  return asSeen(db, act, async (tx) => unschedule(tx, act))
}

/** Takes a public article out of public view; what waited beside it goes into it. */
export async function withdrawSeen(db: Db, { reason, ...act }: DeskAct & { reason: string }): Outcome {
  return asSeen(db, act, async (tx) => withdraw(tx, { ...act, reason: reason.trim() }))
}

/** Sets, or with null calls off, the end of a public or scheduled article. */
export async function withdrawAtSeen(
  db: Db,
  { at, reason, ...act }: DeskAct & { at: Date | null; reason: string },
): Outcome {
  return asSeen(db, act, async (tx) => withdrawAt(tx, { ...act, at, reason: reason.trim() }))
}

/** Makes the text under work of a withdrawn article public, under its first date of publication. */
export async function republishSeen(db: Db, act: DeskAct): Outcome {
  return asSeen(db, act, async (tx, { article, manuscript }) => {
    const blocked = await blockedAt(tx, { ...act, article, manuscript, at: act.now })
    return blocked ?? republish(tx, { ...act, words: manuscript })
  })
}

/** Gives an article another address on purpose; the old one leads to it. */
export async function readdressSeen(db: Db, { slug, ...act }: DeskAct & { slug: string }): Outcome {
  return asSeen(db, act, async (tx) => readdress(tx, { ...act, slug }))
}

/** Keeps an unpublished article from readers until `until`; null ends the embargo. */
export async function setEmbargo(db: Db, { until, ...act }: DeskAct & { until: Date | null }): Outcome {
  if (until && until <= act.now) return refuse('embargoUntil', 'Choose a time that is still to come.')
  return asSeen(db, act, async (tx) => {
    const reason = until ? 'put under embargo' : 'freed from embargo'
    return reviseArticle(tx, { ...act, change: { embargoUntil: until }, reason })
  })
}

/** How readers are told: not at all, by a new time of update, or by a note on the story as well. */
export type BringingOut = 'fix' | 'update' | 'correction'

/**
 * Brings what waits beside a public article before readers; beside a scheduled one, into it, as a fix. A correction
 * needs a note and may be nothing but the note.
 */
export async function bringOut(db: Db, { as, note, ...act }: DeskAct & { as: BringingOut; note: string }): Outcome {
  return asSeen(db, act, async (tx, { article, manuscript, hasUnpublishedChanges }) => {
    if (as !== 'correction' && !hasUnpublishedChanges) return refuse('body', 'There are no changes to bring out.')
    const blocked = await blockedAt(tx, { ...act, article, manuscript, at: publicationAhead(article, act.now) })
    if (blocked) return blocked
    const { slug, ...change } = manuscript
    if (as === 'fix') return reviseArticle(tx, { ...act, change, reason: 'fixed' })
    if (as === 'update') return update(tx, { ...act, change })
    const saved = await correct(tx, { ...act, change, note })
    if (!('version' in saved) || saved.version > article.version) return saved
    return refuse('note', 'The story carries this note already. Say what else was wrong.')
  })
}
