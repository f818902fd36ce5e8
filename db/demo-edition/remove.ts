import { and, asc, eq } from 'drizzle-orm'
import { type DemoKind, demoItemState } from '@/db/demo-edition/demo-item'
import {
  authorNeed,
  mediaInBodies,
  type Need,
  pictureNeed,
  sectionNeed,
  storyNeed,
  topicNeed,
} from '@/db/demo-edition/need'
import { hardDeleteArticle } from '@/db/editing/hard-delete'
import { dropPage, pageBySlug } from '@/db/paper/pages'
import { deleteUnusedFiles, noteUnclaimed, stemOf } from '@/db/pictures/unclaimed-files'
import { editions } from '@/db/store/front-schema'
import { invalidate } from '@/db/store/invalidation'
import { inTransaction, type Transaction, type Writer } from '@/db/store/open'
import { authors, demoItems, media, sections, topics } from '@/db/store/schema'
import { sectionPath } from '@/lib/addresses/paths'
import { tags } from '@/lib/pages/tags'
import { sectionDepth } from '@/lib/paper/section-line'

export interface DemoRemoval {
  removed: Record<DemoKind, number>
  kept: { kind: DemoKind; id: string; name: string; why: string }[]
}

interface Item {
  kind: DemoKind
  id: string
  name: string
  isChanged: boolean
}

const CHANGED = 'Somebody changed it.'

/**
 * Removes the demo edition from the store, except what somebody changed and what the rest of the paper needs.
 * - Stories are removed first, so that nothing needs their authors, topics, sections and pictures any more; files are
 *   deleted after the commit.
 * - A story that is kept may link to one that is removed. Its text is not changed: the link stops resolving, as for any
 *   target that is not public, and its row in the link graph, which is derived from the text, is deleted. Keeping every
 *   target instead would keep nearly the whole demo edition because of one edited story. Ids are never reused, so such a
 *   link cannot lead to another story.
 * - A story is kept when an editor placed it on the front page, or an old address redirects to it.
 * - The settings of the site are kept. What is kept stays recorded, and a later run removes it when nothing needs it.
 */
export async function removeDemoEdition(
  db: Writer,
  { dataDir, now }: { dataDir: string; now: Date },
): Promise<DemoRemoval> {
  const { removal, stems } = await inTransaction(db, (tx) => removeItems(tx, now))
  for (const stem of stems) await deleteUnusedFiles(db, { dataDir, stem })
  return removal
}

async function removeItems(tx: Transaction, now: Date): Promise<{ removal: DemoRemoval; stems: string[] }> {
  const items = await itemsOf(tx)
  const removal: DemoRemoval = {
    removed: { article: 0, edition: 0, author: 0, topic: 0, section: 0, media: 0, 'standing-page': 0, settings: 0 },
    kept: [],
  }
  const stems: string[] = []
  const ofKind = (kind: DemoKind) => items.filter((item) => item.kind === kind)
  const keep = ({ kind, id, name }: Item, why: string) => removal.kept.push({ kind, id, name, why })
  const removeAll = async (kind: DemoKind, need: Need, remove: (id: number) => Promise<unknown>) => {
    for (const item of ofKind(kind)) {
      const why = item.isChanged ? CHANGED : await need(tx, Number(item.id))
      if (why) {
        keep(item, why)
        continue
      }
      await remove(Number(item.id))
      await deleteRecord(tx, item)
      removal.removed[kind] += 1
    }
  }

  await removeAll(
    'edition',
    async () => null,
    async (id) => {
      await tx.delete(editions).where(eq(editions.id, id))
      await invalidate(tx, [tags.front(null)], now)
    },
  )
  await removeAll('article', storyNeed(now), (id) => hardDeleteArticle(tx, id, now))
  await removeAll('author', authorNeed, async (id) => {
    await tx.delete(authors).where(eq(authors.id, id))
    await invalidate(tx, [tags.author(id), tags.authorList(id)], now)
  })
  await removeAll('topic', topicNeed, async (id) => {
    await tx.delete(topics).where(eq(topics.id, id))
    await invalidate(tx, [tags.topic(id), tags.topicList(id)], now)
  })
  await removeAll('section', sectionNeed, async (id) => {
    const [gone] = await tx.delete(sections).where(eq(sections.id, id)).returning({ slug: sections.slug })
    // Its address is remembered as one that a section had (db/addresses/named-article.ts).
    const address = gone ? [tags.address(sectionPath(gone.slug))] : []
    await invalidate(tx, [tags.section(id), tags.sectionList(id), tags.site, ...address], now)
  })
  for (const item of ofKind('standing-page')) {
    if (item.isChanged) {
      keep(item, CHANGED)
      continue
    }
    const page = await pageBySlug(tx, item.id)
    if (!page) throw new Error(`demo edition: "${item.id}" is no standing page`)
    await dropPage(tx, { ...page, headline: page.content.headline }, now)
    await invalidate(tx, [tags.site], now)
    await deleteRecord(tx, item)
    removal.removed['standing-page'] += 1
  }
  const shown = await mediaInBodies(tx)
  await removeAll(
    'media',
    async (within, id) => (shown.has(id) ? 'A text shows it.' : pictureNeed(within, id)),
    async (id) => {
      const gone = await tx.delete(media).where(eq(media.id, id)).returning({ original: media.original })
      stems.push(...gone.map(({ original }) => stemOf(original)))
      await invalidate(tx, [tags.media(id)], now)
    },
  )
  for (const item of ofKind('settings')) keep(item, 'A paper needs a name; change it on the desk.')
  await noteUnclaimed(tx, { stems, now })
  return { removal, stems }
}

/** The recorded items that still exist, sections below others first; records of the others are deleted. */
async function itemsOf(tx: Transaction): Promise<Item[]> {
  const rows = await tx.select().from(demoItems).orderBy(asc(demoItems.kind), asc(demoItems.itemId))
  const items: Item[] = []
  for (const { kind, itemId, fingerprint } of rows) {
    const state = await demoItemState(tx, kind, itemId)
    const item = { kind, id: itemId, name: state?.name ?? '', isChanged: state?.fingerprint !== fingerprint }
    if (state) items.push(item)
    else await deleteRecord(tx, item)
  }
  const parents = await tx.select({ id: sections.id, parentId: sections.parentId }).from(sections)
  const depth = ({ kind, id }: Item) => (kind === 'section' ? sectionDepth(parents, Number(id)) : 0)
  return items.toSorted((one, other) => depth(other) - depth(one))
}

async function deleteRecord(tx: Transaction, { kind, id }: Pick<Item, 'kind' | 'id'>): Promise<void> {
  await tx.delete(demoItems).where(and(eq(demoItems.kind, kind), eq(demoItems.itemId, id)))
}
