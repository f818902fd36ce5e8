'use client'

import { Button } from '@/components/desk/button'
import { deskRequest } from '@/components/desk/desk-request'
import { Dialog } from '@/components/desk/dialog'
import { Problems } from '@/components/desk/problems'
import { type Zone, zoneOf } from '@/lib/front/arrangement-change'
import { useFrontDesk } from './front-context'
import styles from './front-desk.module.css'

interface Props {
  /** The story to be placed; null while the dialog is closed. */
  story: number | null
  headline: string
  onClose: () => void
}

/** Chooses where a story stands, with the keyboard as with a finger. */
export function PlaceDialog({ story, headline, onClose }: Props) {
  const { front } = useFrontDesk()
  const { arrangement, clipboard } = front.view
  const isFrontPage = front.section === null
  const zones: { zone: Zone; name: string }[] = [
    { zone: 'lead', name: 'Lead' },
    { zone: 'seconds', name: isFrontPage ? 'Beside the lead' : 'Top of the list' },
    ...arrangement.bands.map(({ id, name }) => ({ zone: `band:${id}` as const, name })),
  ]
  const present = story === null ? null : zoneOf(arrangement, story)
  const place = async (zone: Zone, name: string) => {
    if (story === null) return
    const first = firstOf(zone)
    const before = first === story ? null : first
    const isDone = await front.change({ kind: 'place', story, zone, before }, `Placed in ${name}: ${headline}`, story)
    if (isDone) onClose()
  }
  const firstOf = (zone: Zone): number | null => {
    if (zone === 'lead') return null
    const cards =
      zone === 'seconds' ? arrangement.seconds : arrangement.bands.find(({ id }) => zone === `band:${id}`)?.cards
    return cards?.[0]?.articleId ?? null
  }
  const isKept = story !== null && clipboard.includes(story)
  const keep = async () => {
    if (story === null) return
    const request = () =>
      deskRequest('POST /api/desk/front/clipboard', { input: { section: front.section, story, isKept: !isKept } })
    if (await front.send(request, isKept ? `Off the clipboard: ${headline}` : `On the clipboard: ${headline}`))
      onClose()
  }
  return (
    <Dialog title={`Place “${headline}”`} open={story !== null} onClose={onClose}>
      <ul className={styles.places}>
        {zones.map(({ zone, name }) => (
          <li key={zone}>
            <Button busy={front.busy} onClick={() => place(zone, name)}>
              {name}
              {present === zone ? ', where it stands now' : ''}
            </Button>
          </li>
        ))}
        <li>
          <Button look="quiet" busy={front.busy} onClick={() => keep()}>
            {isKept ? 'Take off the clipboard' : 'Keep on the clipboard'}
          </Button>
        </li>
      </ul>
      <Problems problems={front.problems} />
    </Dialog>
  )
}
