import { createHash } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { pageBySlug } from '@/db/paper/pages'
import { editions } from '@/db/store/front-schema'
import type { Reader } from '@/db/store/open'
import { articles, authors, type demoItems, media, sections, settings, topics } from '@/db/store/schema'

export type DemoKind = (typeof demoItems.$inferSelect)['kind']

/** The name of a demo item at the desk, and a hash of everything that an editor can change in it. */
export interface DemoItemState {
  name: string
  fingerprint: string
}

/**
 * The present state of an item; null when it does not exist any more. The fingerprint of an article is its version, which
 * every save increases and which the passing of time, such as a scheduled publication, does not.
 */
export async function demoItemState(db: Reader, kind: DemoKind, itemId: string): Promise<DemoItemState | null> {
  const id = Number(itemId)
  switch (kind) {
    case 'article': {
      const [row] = await db
        .select({ name: articles.headline, version: articles.version })
        .from(articles)
        .where(eq(articles.id, id))
      return row ? { name: row.name, fingerprint: hashOf([row.version]) } : null
    }
    case 'section': {
      const [row] = await db.select().from(sections).where(eq(sections.id, id))
      return row
        ? { name: row.name, fingerprint: hashOf([row.slug, row.name, row.description, row.parentId, row.position]) }
        : null
    }
    case 'topic': {
      const [row] = await db.select().from(topics).where(eq(topics.id, id))
      return row ? { name: row.name, fingerprint: hashOf([row.slug, row.name, row.description]) } : null
    }
    case 'author': {
      const [row] = await db.select().from(authors).where(eq(authors.id, id))
      if (!row) return null
      const { slug, name, role, bio, portraitId, email, links, userId } = row
      // What later editions added counts once it says something.
      const more = email || links.length || userId ? [email, links, userId] : []
      return { name, fingerprint: hashOf([slug, name, role, bio, portraitId, ...more]) }
    }
    case 'media': {
      const [row] = await db.select().from(media).where(eq(media.id, id))
      if (!row) return null
      const { alt, caption, credit, focalX, focalY, original } = row
      return { name: alt, fingerprint: hashOf([alt, caption, credit, focalX, focalY, original]) }
    }
    case 'edition': {
      const [row] = await db.select({ id: editions.id }).from(editions).where(eq(editions.id, id))
      // An edition never changes; editors publish another one. The migration to editions has the same fingerprint.
      return row ? { name: 'The first edition', fingerprint: 'edition' } : null
    }
    case 'standing-page': {
      const page = await pageBySlug(db, itemId)
      if (!page) return null
      const { headline, description, body } = page.content
      const words = [headline, body, ...(description ? [description] : [])]
      return { name: headline, fingerprint: hashOf(words) }
    }
    case 'settings': {
      const [row] = await db.select().from(settings).where(eq(settings.id, id))
      if (!row) return null
      const { name, tagline, language, timeZone, organisation } = row
      return { name, fingerprint: hashOf([name, tagline, language, timeZone, organisation]) }
    }
  }
}

function hashOf(fields: unknown[]): string {
  return createHash('sha256').update(JSON.stringify(fields)).digest('hex')
}
