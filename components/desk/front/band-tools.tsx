'use client'

import { useState } from 'react'
import { Button } from '@/components/desk/button'
import { Input } from '@/components/desk/controls'
import { Choices, Dialog } from '@/components/desk/dialog'
import { Field } from '@/components/desk/field'
import { Problems } from '@/components/desk/problems'
import { BAND_NAME_MAX_LENGTH } from '@/lib/front/arrangement'
import { useFrontDesk } from './front-context'

/** The buttons of a band: its name, its place among the bands, and taking it away. */
export function BandTools({ place }: { place: number }) {
  const { front } = useFrontDesk()
  const [naming, setNaming] = useState(false)
  const { bands } = front.view.arrangement
  const band = bands[place]
  if (!band) return null
  const move = (before: string | null) =>
    front.change({ kind: 'move-band', band: band.id, before }, `Moved: ${band.name}`)
  return (
    <span>
      <Button look="quiet" aria-label={`Rename ${band.name}`} onClick={() => setNaming(true)}>
        Rename
      </Button>
      <Button
        look="quiet"
        aria-label={`Move up: ${band.name}`}
        disabled={place === 0}
        onClick={() => move(bands[place - 1]?.id ?? null)}
      >
        ↑
      </Button>
      <Button
        look="quiet"
        aria-label={`Move down: ${band.name}`}
        disabled={place === bands.length - 1}
        onClick={() => move(bands[place + 2]?.id ?? null)}
      >
        ↓
      </Button>
      <Button
        look="quiet"
        aria-label={`Remove ${band.name}`}
        onClick={() =>
          front.change(
            { kind: 'remove-band', band: band.id },
            band.cards.length ? `Removed: ${band.name}. Its stories are on your clipboard.` : `Removed: ${band.name}.`,
            0,
          )
        }
      >
        Remove
      </Button>
      {naming ? <BandDialog band={band} onClose={() => setNaming(false)} /> : null}
    </span>
  )
}

/** Names a new band, or another name for one. */
export function BandDialog({ band, onClose }: { band: { id: string; name: string } | null; onClose: () => void }) {
  const { front } = useFrontDesk()
  const [name, setName] = useState(band?.name ?? '')
  const save = async () => {
    const change = band
      ? ({ kind: 'rename-band', band: band.id, name } as const)
      : ({ kind: 'add-band', band: crypto.randomUUID(), name } as const)
    if (await front.change(change, band ? `Renamed: ${name}` : `Added: ${name}`)) onClose()
  }
  return (
    <Dialog title={band ? `Rename “${band.name}”` : 'Add a band'} open onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <Field label="Name, as readers see it">
          <Input
            type="text"
            maxLength={BAND_NAME_MAX_LENGTH}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        </Field>
        <Problems problems={front.problems} />
        <Choices>
          <Button look="main" type="submit" busy={front.busy}>
            {band ? 'Rename it' : 'Add it'}
          </Button>
        </Choices>
      </form>
    </Dialog>
  )
}
