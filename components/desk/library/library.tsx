import { BinTools } from '@/components/desk/list/bin-tools'
import { ListRefusal } from '@/components/desk/list/list-refusal'
import { PageLinks } from '@/components/desk/list/page-links'
import type { EmptiedBin } from '@/lib/desk/bin/emptied-bin'
import type { LibraryPicture } from '@/lib/desk/pictures/library-picture'
import { isLibraryNarrowed, type LibraryQuery, libraryAddress, WHOLE_LIBRARY } from '@/lib/desk/pictures/library-query'
import type { Refused } from '@/lib/pages/query-threads'
import styles from './library.module.css'
import { LibraryFilter } from './library-filter'
import { PictureGrid } from './picture-grid'
import { UploadArea } from './upload-area'

interface Props {
  query: LibraryQuery
  /** A page of pictures with the number of all, or why there is none now. */
  found: { pictures: LibraryPicture[]; total: number } | Refused
  perPage: number
  /** What the filter suggests. */
  credits: string[]
  /** The whole bin, for whoever may empty it while it is shown; null otherwise. */
  bin: PictureBin | null
}

export interface PictureBin {
  /** How many pictures are in it, whatever the filter says. */
  count: number
  /** What can still be undone, newest first. */
  emptied: EmptiedBin[]
  /** The instant of the list, in milliseconds. */
  now: number
  /** IANA zone of the paper. */
  timeZone: string
}

/** The pictures of the paper: adding, finding, opening. */
export function Library({ query, found, perPage, credits, bin }: Props) {
  const { pictures, total } = 'refused' in found ? { pictures: [], total: 0 } : found
  return (
    <>
      <header className={styles.head}>
        <h1>Pictures</h1>
        {'refused' in found ? null : (
          <p className={styles.count} role="status">
            {total === 1 ? '1 picture' : `${total.toLocaleString('en-GB')} pictures`}
          </p>
        )}
      </header>
      <UploadArea />
      <LibraryFilter query={query} credits={credits} />
      {bin ? <BinTools of="pictures" {...bin} /> : null}
      {'refused' in found ? (
        <ListRefusal
          reason={found.refused}
          again={libraryAddress(query)}
          whole={{ words: 'Show every picture', href: libraryAddress(WHOLE_LIBRARY) }}
        />
      ) : pictures.length ? (
        <PictureGrid pictures={pictures} />
      ) : (
        <p className={styles.none}>{noneWords(query, total)}</p>
      )}
      <PageLinks
        page={query.page}
        pages={Math.ceil(total / perPage)}
        address={(page) => libraryAddress({ ...query, page })}
        name="Pages of the library"
      />
    </>
  )
}

function noneWords(query: LibraryQuery, total: number) {
  if (total)
    return (
      <a href={libraryAddress({ ...query, page: 1 })}>The library does not go on this far. Go to its first page.</a>
    )
  if (query.state === 'bin') return 'The bin is empty.'
  if (!isLibraryNarrowed(query)) return 'The library has no picture yet. Drop some here, paste one, or choose files.'
  return (
    <>
      No picture is like that. <a href={libraryAddress(WHOLE_LIBRARY)}>Show every picture.</a>
    </>
  )
}
