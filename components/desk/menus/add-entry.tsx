'use client'

import { useId, useState } from 'react'
import { Button } from '@/components/desk/button'
import { Select } from '@/components/desk/controls'
import { Dialog } from '@/components/desk/dialog'
import { Field } from '@/components/desk/field'
import { Combobox } from '@/components/desk/room/fields/combobox'
import type { Named } from '@/components/desk/room/session/room-choices'
import { SentForm } from '@/components/desk/sent-form'
import { MAX_WEB_ADDRESS_LENGTH } from '@/lib/addresses/web-address'
import { MAX_LABEL_LENGTH } from '@/lib/desk/field-lengths'
import { type MenuItem, type MenuOffer, menuKey } from '@/lib/paper/menu'
import styles from './menus.module.css'

interface Props {
  title: string
  /** What does not stand in the menu yet. */
  offers: MenuOffer[]
  topics: Named[]
  onAdd: (item: MenuItem) => void
}

/** Adds a section, a page, a place of the site, a topic or any link to a menu. */
export function AddEntry({ title, offers, topics, onAdd }: Props) {
  const [isLink, setLink] = useState(false)
  const id = useId()
  const sendLink = async ({ label = '', url = '' }: Record<string, string>) => {
    const typed = url.trim()
    if (!label.trim()) return [{ field: 'label', message: 'Say what the link is called.' }]
    if (!/^(?:https?:\/\/|\/(?!\/))\S+$/.test(typed) && typed !== '/') {
      const message = 'Write a whole address, beginning with https://, or one of this site, beginning with /.'
      return [{ field: 'url', message }]
    }
    onAdd({ kind: 'link', url: typed, label: label.trim() })
    setLink(false)
    return []
  }
  return (
    <div className={styles.add}>
      <label htmlFor={id}>Add to the {title.toLowerCase()}</label>
      <Select
        id={id}
        value=""
        disabled={!offers.length}
        onChange={({ target }) => {
          const offer = offers.find((one) => menuKey(one.target) === target.value)
          if (offer) onAdd({ ...offer.target, label: '' })
        }}
      >
        <option value="">{offers.length ? 'A section or a page …' : 'Everything stands in it'}</option>
        {offers.map((offer) => (
          <option key={menuKey(offer.target)} value={menuKey(offer.target)}>
            {offer.name} ({offer.href})
          </option>
        ))}
      </Select>
      <Combobox
        label="A topic"
        choices={topics}
        onChoose={(topic) => onAdd({ kind: 'topic', id: topic.id, label: '' })}
      />
      <Button look="quiet" onClick={() => setLink(true)}>
        Any other link
      </Button>
      <Dialog title={`Add a link to the ${title.toLowerCase()}`} open={isLink} onClose={() => setLink(false)}>
        <SentForm button="Add" fields={['label', 'url']} send={sendLink}>
          {(problemOf) => (
            <>
              <Field label="What readers see" problem={problemOf('label')}>
                <input name="label" maxLength={MAX_LABEL_LENGTH} autoComplete="off" />
              </Field>
              <Field label="Address" problem={problemOf('url')}>
                <input name="url" inputMode="url" maxLength={MAX_WEB_ADDRESS_LENGTH} autoComplete="off" />
              </Field>
            </>
          )}
        </SentForm>
      </Dialog>
    </div>
  )
}
