import { and, asc, count, desc, eq, isNotNull, or } from 'drizzle-orm'
import { logAction, personIn } from '@/db/audit/log'
import { MAX_OUTSIDE_NOTES, saveNote } from '@/db/comments/notes'
import { notify } from '@/db/comments/notifications'
import { storyThing } from '@/db/editing/ownership'
import { openedPreview } from '@/db/editing/preview-links'
import { revisionOf } from '@/db/revisions/revisions'
import { notes } from '@/db/store/desk-schema'
import { inTransaction, type Reader, type Writer } from '@/db/store/open'
import { elementTexts } from '@/lib/comments/element-texts'
import { passageOf } from '@/lib/comments/passage'
import { type Refusal, refuse } from '@/lib/desk/refusal'
import type { VersionVerdict } from '@/lib/desk/revisions/version-verdict'
import { ANSWER_PROBLEMS, type Said } from '@/lib/desk/version-review/said'
import { withoutAccount } from '@/lib/revisions/saver'
import { isBlank } from '@/lib/text/visible-text'

/** Beyond it a link is being misused; a lawyer has fewer remarks about one version. */
const MAX_NOTES_OF_A_LINK = 100

/** What somebody without an account says about the version that a link shows them. */
export interface OutsideAnswer {
  secret: string
  kind: 'comment' | 'approval' | 'refusal'
  /** Who they are; a link that was made for somebody has a name already. */
  name: string
  words: string
  /** The words of the version that a comment is about; empty for the whole story. */
  quote: string
  now: Date
}

/**
 * Records a comment, an approval or a refusal of the version that a link shows, and notifies whoever made the link. null
 * when the link is not valid, or shows the text under work, which changes. A verdict needs no words; the last one of a
 * link counts.
 */
export async function answerVersion(db: Writer, answer: OutsideAnswer): Promise<{ saved: true } | Refusal | null> {
  const { secret, kind, now } = answer
  return inTransaction(db, async (tx) => {
    const link = await openedPreview(tx, { secret, now })
    if (!link || link.version === null) return null
    const name = link.recipient || answer.name
    if (isBlank(name)) return refuse('name', ANSWER_PROBLEMS.name)
    if (kind === 'comment' && isBlank(answer.words)) return refuse('words', ANSWER_PROBLEMS.words)
    const [{ written } = { written: 0 }] = await tx
      .select({ written: count() })
      .from(notes)
      .where(eq(notes.previewLinkId, link.id))
    if (written >= MAX_NOTES_OF_A_LINK) {
      return refuse('link', ANSWER_PROBLEMS.link)
    }
    const { articleId, version } = link
    const [{ outside } = { outside: 0 }] = await tx
      .select({ outside: count() })
      .from(notes)
      .where(and(eq(notes.articleId, articleId), isNotNull(notes.previewLinkId)))
    // The desk sees no more of them. A verdict is needed however many comments there are.
    if (kind === 'comment' && outside >= MAX_OUTSIDE_NOTES) {
      return refuse('story', ANSWER_PROBLEMS.story)
    }
    const revision = await revisionOf(tx, { articleId, version })
    const passage = revision ? passageOf(answer.quote, elementTexts(revision.snapshot.body)) : null
    const words = isBlank(answer.words) ? VERDICT_WORDS[kind] : answer.words
    const by = withoutAccount(name.trim())
    const noteId = await saveNote(tx, {
      articleId,
      words,
      by,
      now,
      kind,
      version,
      previewLinkId: link.id,
      passage: passage ?? undefined,
    })
    await logAction(tx, {
      action: 'story version answered',
      thing: await storyThing(tx, articleId),
      now,
      detail: `${kind} of version ${version}`,
      by: personIn(tx, { id: null, name: by.name }),
    })
    if (noteId !== null && link.createdById !== null) {
      const told = kind === 'comment' ? 'outside-comment' : kind
      await notify(tx, { userIds: [link.createdById], articleId, noteId, kind: told, causedBy: by, now })
    }
    return { saved: true }
  })
}

/** What a verdict without words says. */
const VERDICT_WORDS = { comment: '', approval: 'Approved.', refusal: 'Refused.' } as const

/** The approvals and refusals of article `articleId`, newest first; at most 200. */
export async function verdictsOf(db: Reader, articleId: number): Promise<VersionVerdict[]> {
  const rows = await db
    .select({ version: notes.version, kind: notes.kind, writtenBy: notes.writtenBy, writtenAt: notes.writtenAt })
    .from(notes)
    .where(
      and(
        eq(notes.articleId, articleId),
        isNotNull(notes.version),
        or(eq(notes.kind, 'approval'), eq(notes.kind, 'refusal')),
      ),
    )
    .orderBy(desc(notes.writtenAt), desc(notes.id))
    .limit(200)
  return rows.flatMap(({ version, kind, ...row }) =>
    version !== null && (kind === 'approval' || kind === 'refusal')
      ? { ...row, writtenAt: row.writtenAt.getTime(), version, verdict: kind }
      : [],
  )
}

/** What was said so far by the link with this secret, oldest first: what its holder sees of the thread. */
export async function saidAbout(db: Reader, { secret, now }: { secret: string; now: Date }): Promise<Said[]> {
  const link = await openedPreview(db, { secret, now })
  if (!link) return []
  const rows = await db
    .select({ kind: notes.kind, words: notes.words, passage: notes.passage, writtenAt: notes.writtenAt })
    .from(notes)
    .where(eq(notes.previewLinkId, link.id))
    .orderBy(asc(notes.writtenAt), asc(notes.id))
    .limit(MAX_NOTES_OF_A_LINK)
  return rows.flatMap(({ kind, words, passage, writtenAt }) =>
    kind === 'hand-over' ? [] : { kind, words, quote: passage?.quote ?? '', writtenAt: writtenAt.getTime() },
  )
}
