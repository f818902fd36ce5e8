'use client'

import { useState } from 'react'
import { Button } from '@/components/desk/button'
import { Input } from '@/components/desk/controls'
import { Choices, Dialog } from '@/components/desk/dialog'
import { Field } from '@/components/desk/field'
import type { ElementOf } from '@/lib/article/body'
import { embedAt } from '@/lib/article/embed-address'
import styles from './story-dialog.module.css'

interface Props {
  onChosen: (embed: Omit<ElementOf<'embed'>, 'id' | 'type'>) => void
  onClose: () => void
}

export function EmbedDialog({ onChosen, onClose }: Props) {
  const [address, setAddress] = useState('')
  const [title, setTitle] = useState('')
  const [problem, setProblem] = useState('')
  return (
    <Dialog title="Embed" open onClose={onClose}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          const embed = embedAt(address.trim())
          if (!embed) {
            setProblem(
              'Only films, sounds and posts of YouTube, Vimeo, SoundCloud, Mastodon and Bluesky can be embedded.',
            )
            return
          }
          onClose()
          onChosen({ ...embed, title: title.trim() })
        }}
      >
        <Field label="Address" problem={problem} hint="YouTube, Vimeo, SoundCloud, Mastodon or Bluesky.">
          <Input autoFocus type="url" required value={address} onChange={({ target }) => setAddress(target.value)} />
        </Field>
        <Field
          label="Title"
          hint="What one sees or hears there. Readers see these words; nothing is loaded until they ask."
        >
          <Input value={title} onChange={({ target }) => setTitle(target.value)} />
        </Field>
        <Choices>
          <Button look="main" type="submit">
            Embed it
          </Button>
        </Choices>
      </form>
    </Dialog>
  )
}
