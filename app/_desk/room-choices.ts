import 'server-only'
import type { RoomChoices } from '@/components/desk/room/session/room-choices'
import { allAuthors } from '@/db/paper/authors'
import { allSections } from '@/db/paper/sections'
import { siteSettings } from '@/db/paper/site'
import { allTopics } from '@/db/paper/topics'
import type { Reader } from '@/db/store/open'
import { can, type Editor } from '@/lib/accounts/permissions'

/** What there is to choose from in a writing room that `editor` opens at `now`. */
export async function roomChoices(db: Reader, { editor, now }: { editor: Editor; now: Date }): Promise<RoomChoices> {
  const { value: settings } = await siteSettings(db)
  const { value: sections } = await allSections(db)
  const { value: topics } = await allTopics(db)
  const { value: authors } = await allAuthors(db)
  const named = ({ id, name }: { id: number; name: string }) => ({ id, name })
  return {
    sections,
    topics: topics.map(named),
    authors: authors.map(named),
    mayMake: { topics: can(editor, 'manage topics'), authors: can(editor, 'manage authors') },
    timeZone: settings.timeZone,
    openedAt: now.getTime(),
  }
}
