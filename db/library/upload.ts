import type { Hash } from 'node:crypto'
import { and, asc, gte, lt, or, sql } from 'drizzle-orm'
import { leaveUnlogged } from '@/db/audit/log'
import { recoverPicture } from '@/db/library/bin'
import { addPicture } from '@/db/pictures/media'
import { pictureStems } from '@/db/pictures/picture-files'
import { inTurn } from '@/db/pictures/picture-turns'
import { picturesByIds } from '@/db/pictures/pictures'
import { deleteUnusedFilesNow, noteUnclaimed } from '@/db/pictures/unclaimed-files'
import { copyRights } from '@/db/pictures/use-rights'
import { inTransaction, type Reader, type Writer } from '@/db/store/open'
import { media } from '@/db/store/schema'
import { type Refusal, refuse } from '@/lib/desk/refusal'
import type { Picture } from '@/lib/pictures/picture'
import type { PictureMaker } from '@/lib/pictures/picture-maker'
import { spelled } from '@/lib/pictures/use-rights'
import type { Saver } from '@/lib/revisions/saver'

const IN_THE_BIN = 'The library had this picture, and it was thrown away. Ask an editor to recover it.'

interface Upload {
  /** The absolute path of the file that came in, and the SHA-256 of its bytes. */
  file: string
  hash: Hash
  fileName: string
  by: Saver
  maker: Pick<PictureMaker, 'picture'>
  dataDir: string
  now: Date
}

/** An upload that may turn out to be a picture of the library. */
interface OfferedUpload extends Upload {
  /** Whether the person may take pictures out of the bin. */
  mayRecover: boolean
}

/** A picture of the library, with what the editor must know of the file that was sent. */
export interface UploadedPicture {
  picture: Picture
  notices: string[]
  /** Whether the library had it already. */
  isDuplicate: boolean
}

/**
 * The picture of the library that the file makes. When the library has one of the same bytes, it is that one, which comes
 * back from the bin, or is refused when the person may not take it out; nothing is decoded then. Otherwise it is added
 * (addPicture), or refused in an editor's words.
 */
export async function uploadPicture(
  db: Writer,
  { mayRecover, ...upload }: OfferedUpload,
): Promise<UploadedPicture | Refusal> {
  return inTurn(filesOf(upload), async () => {
    const existing = await pictureOfContent(db, upload.hash)
    const known = existing && (await knownPicture(db, { existing, mayRecover, now: upload.now }))
    return known ?? addUpload(db, upload)
  })
}

/** The picture that the library has, out of the bin; null when it was deleted for good at this moment. */
async function knownPicture(
  db: Writer,
  { existing, mayRecover, now }: { existing: KnownPicture; mayRecover: boolean; now: Date },
): Promise<UploadedPicture | Refusal | null> {
  const { id, addedBy, createdAt, deletedAt } = existing
  if (deletedAt && !mayRecover) {
    return refuse('picture', IN_THE_BIN)
  }
  if (deletedAt && !(await recoverPicture(db, { id, now }))) return null
  const who = addedBy ? ` by ${addedBy}` : ''
  const had = `The library has this picture already, added${who} on ${spelled(createdAt.toISOString().slice(0, 10))}.`
  const notice = deletedAt
    ? `${had} It was in the bin and is back.`
    : `${had} That one is used, with its words and rights.`
  return { picture: await pictureOf(db, id), notices: [notice], isDuplicate: true }
}

/**
 * Adds the file as a picture of its own, although the library has one of the same bytes. What may be done with that one
 * holds for this one too: its category, restrictions and spans. Refused while that one is in the bin, for those who may
 * not take it out.
 */
export async function addCopy(
  db: Writer,
  { mayRecover, ...upload }: OfferedUpload,
): Promise<UploadedPicture | Refusal> {
  return inTurn(filesOf(upload), async () => {
    const existing = await pictureOfContent(db, upload.hash)
    if (existing?.deletedAt && !mayRecover) return refuse('picture', IN_THE_BIN)
    const copy = await addUpload(db, upload)
    if (existing && !('problems' in copy)) await copyRights(db, { from: existing.id, to: copy.picture.id })
    return copy
  })
}

/** The files that the upload makes, by the present recipe. */
function filesOf({ dataDir, hash }: Pick<Upload, 'dataDir' | 'hash'>): { dataDir: string; stem: string } {
  return { dataDir, stem: pictureStems(hash).at(-1) ?? '' }
}

async function addUpload(db: Writer, { hash, ...upload }: Upload): Promise<UploadedPicture | Refusal> {
  const { dataDir, now } = upload
  const files = filesOf({ dataDir, hash })
  await inTransaction(db, async (tx) => {
    leaveUnlogged(tx)
    await noteUnclaimed(tx, { stems: [files.stem], now })
  })
  const added = await addPicture(db, upload)
  if ('problems' in added) {
    await deleteUnusedFilesNow(db, files)
    return added
  }
  return { picture: await pictureOf(db, added.id), notices: added.notices, isDuplicate: false }
}

type KnownPicture = NonNullable<Awaited<ReturnType<typeof pictureOfContent>>>

/** The picture made of a file with these bytes, by whatever recipe; first one that is not in the bin, then the oldest. */
async function pictureOfContent(db: Reader, hash: Hash) {
  const [row] = await db
    .select({ id: media.id, addedBy: media.addedBy, createdAt: media.createdAt, deletedAt: media.deletedAt })
    .from(media)
    .where(
      or(
        ...pictureStems(hash).map((stem) =>
          // What follows "." is "/": every extension lies between them.
          and(gte(media.original, `originals/${stem}.`), lt(media.original, `originals/${stem}/`)),
        ),
      ),
    )
    .orderBy(sql`${media.deletedAt} is not null`, asc(media.id))
    .limit(1)
  return row ?? null
}

async function pictureOf(db: Reader, id: number): Promise<Picture> {
  const picture = (await picturesByIds(db, [id])).get(id)
  if (!picture) throw new Error(`picture ${id} does not exist`)
  return picture
}
