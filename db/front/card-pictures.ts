import { pictureObstacles } from '@/db/paper/picture-obstacles'
import type { Reader } from '@/db/store/open'
import { media } from '@/db/store/schema'
import { isOneOf } from '@/db/store/value-lists'
import type { Problem } from '@/lib/desk/refusal'
import { type Arrangement, cardsOf, withoutCardPictures } from '@/lib/front/arrangement'
import { isBlank } from '@/lib/text/visible-text'

interface Showing {
  arrangement: Arrangement
  /** When readers get the arrangement. */
  at: Date
}

/**
 * Why readers may not get a picture that a card has for this front alone, one sentence for each such picture, top to
 * bottom: it is in the bin, it says nothing to those who do not see it, or it may not be used on that day.
 */
export async function cardPictureProblems(db: Reader, showing: Showing): Promise<Problem[]> {
  const obstacles = await cardPictureObstacles(db, showing)
  return [...obstacles.values()].map((message) => ({ field: 'picture', message }))
}

/** The arrangement without the pictures of cards that readers may not get at `at`: such a card has that of its story. */
export async function withoutBlockedPictures(db: Reader, showing: Showing): Promise<Arrangement> {
  return withoutCardPictures(showing.arrangement, [...(await cardPictureObstacles(db, showing)).keys()])
}

/** The same sentences by the id of the picture, in the order of the cards. */
export async function cardPictureObstacles(db: Reader, { arrangement, at }: Showing): Promise<Map<number, string>> {
  const ids = [...new Set(cardsOf(arrangement).flatMap(({ pictureId }) => pictureId ?? []))]
  if (!ids.length) return new Map()
  const rows = await db.select({ id: media.id, alt: media.alt }).from(media).where(isOneOf(media.id, ids))
  const obstacles = await pictureObstacles(db, { ids, now: at })
  return new Map(
    ids.flatMap((id): [number, string][] => {
      const row = rows.find((one) => one.id === id)
      if (!row) return []
      const name = `The picture “${row.alt.trim() || id}” of a card`
      const why = obstacles.get(id)
      if (why) return [[id, `${name} cannot go out. ${why}`]]
      return isBlank(row.alt) ? [[id, `${name} has no alt text. Describe what it shows first.`]] : []
    }),
  )
}
