import { eq } from 'drizzle-orm'
import { logAction } from '@/db/audit/log'
import { picturesByIds } from '@/db/pictures/pictures'
import { claimFiles, deleteUnusedFilesNow, stemOf } from '@/db/pictures/unclaimed-files'
import { invalidate } from '@/db/store/invalidation'
import { inTransaction, type Writer } from '@/db/store/open'
import { media } from '@/db/store/schema'
import { type Refusal, refuse } from '@/lib/desk/refusal'
import { same } from '@/lib/merging/same'
import { tags } from '@/lib/pages/tags'
import type { Picture, PictureRights } from '@/lib/pictures/picture'
import type { PictureMaker, PictureOnDisk, StatedPlace, StatedRights } from '@/lib/pictures/picture-maker'
import { searchWordsOf } from '@/lib/pictures/search-words'
import type { RightsCategory } from '@/lib/pictures/use-rights'
import type { Saver } from '@/lib/revisions/saver'

/** What an editor can change about a picture. The focal point is a share of width and height, from 0 to 1. */
export interface PictureDescription extends PictureRights {
  alt: string
  caption: string
  credit: string
  place: string
  keywords: string[]
  /** null while nobody has said. */
  rightsCategory: RightsCategory | null
  restrictions: string
  focalX: number
  focalY: number
}

const DESCRIBED = [
  ...(['alt', 'caption', 'credit', 'creator', 'copyright', 'licenceUrl', 'acquireUrl', 'place'] as const),
  ...(['keywords', 'rightsCategory', 'restrictions', 'focalX', 'focalY'] as const),
] satisfies (keyof PictureDescription)[]

/** A property that is absent or undefined stays as it is. */
export type PictureChange = { [Property in keyof PictureDescription]?: PictureDescription[Property] | undefined }

/** The description of a new picture. What is left out or empty is taken from the metadata of its file. */
type InitialDescription = Partial<PictureDescription>

/** Where a new picture comes from; what is left out is unknown. */
interface Origin {
  fileName?: string
  by?: Saver
}

type Addition = InitialDescription & Origin & { dataDir: string; now: Date }

type NewPicture = InitialDescription & Origin & { picture: PictureOnDisk; now: Date }

/** The description of a new picture, and the file that it is made of (PictureMaker). */
type Upload = Addition & { file: string; maker: Pick<PictureMaker, 'picture'> }

/**
 * Adds an uploaded picture, in every size of the pages as WebP and JPEG (AVIF follows: db/pictures/avif.ts), and returns
 * its id, with what the editor must know of what was not taken over. Words and rights come from its metadata where `words`
 * leaves them out. A file that cannot be used is refused in an editor's words. Nothing of a picture that is not added
 * stays on disk. Whoever calls it has the turn of these files (inTurn).
 */
export async function addPicture(
  db: Writer,
  { file, maker, dataDir, ...words }: Upload,
): Promise<{ id: number; notices: string[] } | Refusal> {
  const taken = await maker.picture(file)
  if ('unusable' in taken) return refuse('picture', taken.unusable)
  const { picture, notices } = taken
  try {
    return { id: await savePicture(db, { ...words, picture }), notices }
  } catch (error) {
    await deleteUnusedFilesNow(db, { dataDir, stem: stemOf(picture.original) })
    throw error
  }
}

/** Adds the row of a picture whose files are already on disk, and returns its id. */
export async function savePicture(
  db: Writer,
  { picture: { stated, ...files }, now, by, fileName = '', ...words }: NewPicture,
): Promise<number> {
  const initial = (property: keyof StatedRights | 'alt' | 'caption') => words[property] || stated?.[property] || ''
  const described = {
    alt: initial('alt'),
    caption: initial('caption'),
    credit: initial('credit'),
    creator: initial('creator'),
    copyright: initial('copyright'),
    licenceUrl: initial('licenceUrl'),
    acquireUrl: initial('acquireUrl'),
    place: words.place || placeWords(stated?.place ?? null),
    keywords: words.keywords?.length ? words.keywords : (stated?.keywords ?? []),
    rightsCategory: words.rightsCategory ?? null,
    restrictions: words.restrictions ?? '',
    focalX: words.focalX ?? 0.5,
    focalY: words.focalY ?? 0.5,
  }
  return inTransaction(db, async (tx) => {
    const [row] = await tx
      .insert(media)
      .values({
        ...described,
        ...files,
        createdAt: now,
        fileName,
        takenOn: stated?.takenOn ?? null,
        addedBy: by?.name ?? '',
        addedById: by?.id ?? null,
        isAvifAhead: !files.files.some(({ format }) => format === 'avif'),
        searchWords: searchWordsOf({ ...described, fileName }),
      })
      .returning({ id: media.id })
    if (!row) throw new Error('the store gave a new picture no id')
    await claimFiles(tx, stemOf(files.original))
    await invalidate(tx, [tags.media(row.id)], now)
    await logAction(tx, { action: 'picture added', thing: { id: row.id, name: described.alt || fileName }, now })
    return row.id
  })
}

/** The names of a place from the smallest to the country, each once. */
function placeWords(place: StatedPlace | null): string {
  const names = place ? [place.sublocation, place.city, place.state, place.country] : []
  return [...new Set(names)].filter(Boolean).join(', ')
}

/**
 * Changes the description of picture `id`, whose version rises, and returns the picture; what is left out or the same stays. Every page that
 * shows it is invalidated, and the audit log has each field with its former and its new value. null when the picture does not exist.
 */
export async function describePicture(
  db: Writer,
  { id, words, now }: { id: number; words: PictureChange; now: Date },
): Promise<Picture | null> {
  return inTransaction(db, async (tx) => {
    const [before] = await tx.select().from(media).where(eq(media.id, id))
    if (!before) return null
    const changed = DESCRIBED.filter((field) => words[field] !== undefined && !same(words[field], before[field]))
    const shown = async () => (await picturesByIds(tx, [id])).get(id) ?? null
    if (!changed.length) return shown()
    const values = Object.fromEntries(changed.map((field) => [field, words[field]]))
    const [row] = await tx.update(media).set(values).where(eq(media.id, id)).returning()
    if (!row) return null
    const searchWords = searchWordsOf(row)
    await tx
      .update(media)
      .set({ searchWords, version: before.version + 1 })
      .where(eq(media.id, id))
    await invalidate(tx, [tags.media(id)], now)
    const detail = changed
      .map((field) => `${field}: ${valueWords(before[field])} to ${valueWords(row[field])}`)
      .join('; ')
    await logAction(tx, { action: 'picture described', thing: { id, name: row.alt }, detail, now })
    return shown()
  })
}

/** A value of a field, as a sentence and the audit log show it. */
export function valueWords(value: string | number | readonly string[] | null): string {
  const words = typeof value === 'object' ? (value ?? []).join(', ') : String(value)
  return words ? `“${words}”` : 'nothing'
}
