import { withoutLog } from '@/db/audit/log'
import { fillDemoEdition } from '@/db/demo-edition/fill'
import { type ImportedArticle, type ImportedVersion, importArticles } from '@/db/editing/import-articles'
import { storedArticle } from '@/db/editing/stored-article'
import { inTransaction, type Reader, type Store } from '@/db/store/open'
import { articles, media } from '@/db/store/schema'
import { slugFrom } from '@/lib/addresses/paths'
import { bodyWords } from '@/lib/article/body-words'
import { emptyManuscript, type Manuscript } from '@/lib/article/manuscript'
import type { ArticleSnapshot } from '@/lib/article/snapshot'
import { withoutAccount } from '@/lib/revisions/saver'
import { cleanValue } from '@/lib/text/clean-value'
import { addCorpusPaper, topicNames } from '@/server/bench/corpus/corpus-paper'
import { CorpusStories, type CorpusStory, type LaterChange } from '@/server/bench/corpus/corpus-stories'
import { ARCHIVE_UNTIL } from '@/server/bench/corpus/publication-dates'
import { emptyTexts, holdsTexts, type Texts, textsIn } from '@/server/bench/corpus/source-texts'

const STORIES_AT_ONCE = 500
const PROGRESS_EVERY = 10_000
const IMPORT = withoutAccount('Import')
const DESK = withoutAccount('The desk')
const MAX_STANDFIRST_LENGTH = 250
/** What the desk calls the versions that each act makes. */
const REASONS = {
  update: 'updated',
  fix: 'fixed',
  correct: 'corrected',
  rename: 'renamed',
  withdraw: 'withdrawn',
} satisfies Record<LaterChange['verb'], string>

export interface Loading {
  dataDir: string
  count: number
  seed: number
  /** The folder with the texts; without them the words of the demo edition are recombined. */
  folder: string
  progress: (line: string) => void
}

/**
 * Fills an empty store with the demo edition and an archive of `count` stories older than it, with the verb with which an
 * archive of another system is imported, many in one transaction.
 * Answers the stories and the bytes of their words in UTF-8. Throws when the store is in use.
 */
export async function loadCorpus(
  db: Store,
  { dataDir, count, seed, folder, progress }: Loading,
): Promise<{ stories: CorpusStories; textBytes: number }> {
  const now = new Date(ARCHIVE_UNTIL)
  if (!(await fillDemoEdition(db, { dataDir, now }))) throw new Error(`the store in ${dataDir} is in use`)
  const stories = await corpusStories(db, { count, seed, folder, now })
  const importing = withoutLog(db)
  const begun = performance.now()
  let textBytes = 0
  for (let first = 1; first <= count; first += STORIES_AT_ONCE) {
    const end = Math.min(count, first + STORIES_AT_ONCE - 1)
    await inTransaction(importing, async (tx) => {
      const imported: ImportedArticle[] = []
      for (let number = first; number <= end; number++) {
        const story = stories.at(number)
        imported.push(importedFrom(story, now))
        textBytes += bytesOf(story)
      }
      const [id] = await importArticles(tx, { imported, now })
      if (id !== stories.idOf(first))
        throw new Error(`story ${stories.idOf(first)} of the archive was given the id ${id}`)
    })
    if (end % PROGRESS_EVERY === 0 || end === count) {
      const seconds = (performance.now() - begun) / 1000
      progress(`${end} of ${count} stories, ${Math.round(end / seconds)} a second`)
    }
  }
  return { stories, textBytes }
}

/** The stories of an archive for a store with the demo edition, to which the archive's sections and names are added. */
async function corpusStories(
  db: Store,
  { count, seed, folder, now }: Pick<Loading, 'count' | 'seed' | 'folder'> & { now: Date },
): Promise<CorpusStories> {
  const names = await topicNames(folder)
  const paper = await inTransaction(withoutLog(db), (tx) => addCorpusPaper(tx, { names, now }))
  const demo = await demoManuscripts(db, now)
  const pictures = await db.select({ id: media.id }).from(media)
  return new CorpusStories({
    count,
    seed,
    paper,
    firstId: Math.max(0, ...demo.map(({ id }) => id)) + 1,
    texts: holdsTexts(folder) ? await textsIn(folder) : demoTexts(demo),
    pictureIds: pictures.map(({ id }) => id),
    foreign: demo.filter(({ language }) => language !== 'en'),
  })
}

type DemoStory = Manuscript & { id: number }

async function demoManuscripts(db: Reader, now: Date): Promise<DemoStory[]> {
  const rows = await db.select({ id: articles.id }).from(articles)
  const stories = await Promise.all(rows.map(({ id }) => storedArticle(db, id, now)))
  return stories.map(({ id, manuscript }) => ({ ...manuscript, id }))
}

function demoTexts(demo: DemoStory[]): Texts {
  const texts = emptyTexts()
  for (const { headline, language, body } of demo) {
    if (language === 'en') texts.general.push({ headline, paragraphs: bodyWords(body).split('\n') })
  }
  return texts
}

/** The story with every version that it had until `now`. */
function importedFrom({ draft, lifecycle, changes }: CorpusStory, now: Date): ImportedArticle {
  const { createdAt, ...life } = lifecycle
  const manuscript = cleanValue({ ...emptyManuscript(draft.language), ...draft })
  let snapshot: ArticleSnapshot = { ...manuscript, ...life, slug: slugFrom(manuscript.headline) }
  const versions: ImportedVersion[] = [
    { snapshot, savedAt: new Date(life.publishedAt ?? createdAt), by: IMPORT, reason: 'imported' },
  ]
  const corrections: ImportedArticle['corrections'] = []
  for (const change of changes) {
    if (change.at > now.getTime()) break
    snapshot = changed(snapshot, change)
    const savedAt = new Date(change.at)
    if (change.verb === 'correct') corrections.push({ note: change.note, correctedAt: savedAt })
    const remark = change.verb === 'correct' ? change.note : change.verb === 'withdraw' ? change.reason : ''
    versions.push({ snapshot, savedAt, by: DESK, reason: REASONS[change.verb], remark })
  }
  return { createdAt, versions, corrections }
}

/** What the verb of the same name makes of a public story. */
function changed(before: ArticleSnapshot, change: LaterChange): ArticleSnapshot {
  switch (change.verb) {
    case 'update': {
      const more = { type: 'paragraph' as const, id: `more-${before.body.length}`, text: [{ text: change.words }] }
      return { ...before, body: [...before.body, more], updatedAt: change.at }
    }
    case 'fix':
      return { ...before, standfirst: change.words.slice(0, MAX_STANDFIRST_LENGTH) }
    case 'correct':
      return { ...before, updatedAt: change.at }
    case 'rename':
      return { ...before, headline: change.headline }
    case 'withdraw':
      return { ...before, state: 'withdrawn', withdrawnAt: change.at, withdrawalReason: change.reason }
  }
}

function bytesOf({ draft }: CorpusStory): number {
  return Buffer.byteLength(`${draft.headline}${draft.standfirst}${bodyWords(draft.body)}`)
}
