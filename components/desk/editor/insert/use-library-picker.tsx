'use client'

import { type ReactNode, useCallback, useState } from 'react'
import { PicturePicker } from '@/components/desk/library/picture-picker'
import type { Picture } from '@/lib/pictures/picture'

interface Picking {
  several: boolean
  done: (pictures: Picture[]) => void
}

/** The dialog that chooses pictures of the library, and the function that opens it; it answers none when it is closed. */
export function useLibraryPicker(onPicked: (picture: Picture) => void): {
  picker: ReactNode
  pickFromLibrary: (several: boolean) => Promise<Picture[]>
} {
  const [picking, setPicking] = useState<Picking | null>(null)
  const pickFromLibrary = useCallback(
    (several: boolean) => new Promise<Picture[]>((done) => setPicking({ several, done })),
    [],
  )
  const end = (pictures: Picture[]) => {
    for (const picture of pictures) onPicked(picture)
    picking?.done(pictures)
    setPicking(null)
  }
  const picker = picking ? (
    <PicturePicker
      title={picking.several ? 'Choose pictures' : 'Choose a picture'}
      several={picking.several}
      onChosen={end}
      onClose={() => end([])}
    />
  ) : null
  return { picker, pickFromLibrary }
}
