'use client'

import { useState } from 'react'
import { Select } from '@/components/desk/controls'
import { Field } from '@/components/desk/field'
import { MAX_KEY_LENGTH } from '@/lib/deliveries/index-now'
import { OUTBOX_EVENTS } from '@/lib/deliveries/outbox-event'
import { DEFAULT_ADDRESS, type ReceiverKind } from '@/lib/deliveries/receiver'
import type { ListedReceiver, ReceiverSettings } from '@/lib/desk/deliveries/listed-receiver'
import { MAX_VALUE_LENGTH } from '@/lib/desk/deliveries/receiver-input'
import { MAX_LABEL_LENGTH } from '@/lib/desk/field-lengths'
import styles from './deliveries.module.css'

/** The fields that show their own problems. */
export const RECEIVER_FIELDS = ['name', 'address', 'key', 'style', 'place', 'token', 'published']

interface Props {
  kind: Exclude<ReceiverKind, 'letters'>
  /** null for a new one. */
  known: ListedReceiver | null
  problemOf: (field: string) => string | undefined
}

const NOTHING: ReceiverSettings = {
  address: '',
  key: '',
  style: 'varnish',
  place: '',
  hasToken: false,
  events: [...OUTBOX_EVENTS],
}

/** The fields of a receiver of this kind. */
export function ReceiverFields({ kind, known, problemOf }: Props) {
  const reached = known?.reached ?? NOTHING
  return (
    <>
      <input type="hidden" name="kind" value={kind} />
      <Field label="Name" hint="For the desk alone." problem={problemOf('name')}>
        <input name="name" defaultValue={known?.name} maxLength={MAX_LABEL_LENGTH} autoComplete="off" />
      </Field>
      {kind === 'purge' ? <PurgeFields reached={reached} problemOf={problemOf} /> : null}
      {kind === 'purge' ? null : (
        <Field label="Address" hint={ADDRESS_HINT[kind]} problem={problemOf('address')}>
          <input
            name="address"
            type="url"
            defaultValue={reached.address || (kind === 'indexnow' ? DEFAULT_ADDRESS.indexnow : '')}
            autoComplete="off"
          />
        </Field>
      )}
      {kind === 'indexnow' ? (
        <Field
          label="Key"
          hint="Leave it empty to have one made. It is no secret: it stands at an address of the site."
          problem={problemOf('key')}
        >
          <input name="key" defaultValue={reached.key} maxLength={MAX_KEY_LENGTH} autoComplete="off" />
        </Field>
      ) : null}
      {kind === 'webhook' ? <EventFields chosen={reached.events} problem={problemOf('published')} /> : null}
    </>
  )
}

const ADDRESS_HINT = {
  indexnow: 'Whoever is told here tells the other search engines that take part.',
  websub: 'The hub’s own address. Every feed will name it.',
  webhook: 'It gets a signed POST for each event.',
}

interface PartProps {
  reached: ReceiverSettings
  problemOf: (field: string) => string | undefined
}

function PurgeFields({ reached, problemOf }: PartProps) {
  const [style, setStyle] = useState(reached.style)
  const place = style === 'fastly' ? 'Service' : 'Zone'
  return (
    <>
      <Field label="What cache it is" problem={problemOf('style')}>
        <Select name="style" value={style} onChange={(event) => setStyle(event.target.value as typeof style)}>
          <option value="varnish">Varnish with xkey</option>
          <option value="fastly">Fastly</option>
          <option value="cloudflare">Cloudflare</option>
        </Select>
      </Field>
      <Field
        label="Address"
        hint={
          style === 'varnish'
            ? 'Where the cache itself is reached from this site.'
            : 'Leave it empty for the usual one.'
        }
        problem={problemOf('address')}
      >
        <input name="address" type="url" defaultValue={reached.address} autoComplete="off" />
      </Field>
      {style === 'varnish' ? null : (
        <>
          <Field
            label={place}
            hint={`Its ID at ${style === 'fastly' ? 'Fastly' : 'Cloudflare'}.`}
            problem={problemOf('place')}
          >
            <input name="place" defaultValue={reached.place} maxLength={MAX_VALUE_LENGTH} autoComplete="off" />
          </Field>
          <Field
            label="Token"
            hint={
              reached.hasToken
                ? 'It is set, and never shown. Leave this empty to keep it.'
                : 'One that may purge, and nothing else.'
            }
            problem={problemOf('token')}
          >
            <input name="token" type="password" maxLength={MAX_VALUE_LENGTH} autoComplete="off" />
          </Field>
        </>
      )}
      <p className={styles.remark}>
        While this is on, caches may keep pages for a day without asking. A cache in front of the site that is not told
        here would show old pages: tell all of them.
      </p>
    </>
  )
}

function EventFields({ chosen, problem }: { chosen: ReceiverSettings['events']; problem: string | undefined }) {
  return (
    <fieldset className={styles.events} aria-describedby={problem ? 'events-problem' : undefined}>
      <legend>Tell it when a story is</legend>
      {OUTBOX_EVENTS.map((event) => (
        <label key={event} className={styles.event}>
          <input type="checkbox" name={event} defaultChecked={chosen.includes(event)} />
          {event}
        </label>
      ))}
      {problem ? (
        <p className={styles.problem} id="events-problem" role="alert">
          {problem}
        </p>
      ) : null}
    </fieldset>
  )
}
