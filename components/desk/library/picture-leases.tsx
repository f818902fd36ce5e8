'use client'

import { useRef, useState } from 'react'
import type { AnswersInOrder } from '@/components/desk/answers/answers-in-order'
import { Button } from '@/components/desk/button'
import { Input, Select } from '@/components/desk/controls'
import { deskRequest } from '@/components/desk/desk-request'
import { Field } from '@/components/desk/field'
import { Problems } from '@/components/desk/problems'
import type { PictureLease, PictureRecord } from '@/lib/desk/pictures/library-picture'
import type { Problem } from '@/lib/desk/refusal'
import { type LeaseKind, spelled } from '@/lib/pictures/use-rights'
import styles from './picture-page.module.css'

interface Props {
  /** The order of what is read and changed about the picture. */
  answers: AnswersInOrder
  record: PictureRecord
  mayDecide: boolean
  onRecord: (record: PictureRecord) => void
}

const NEW = { kind: 'allow' as LeaseKind, fromDay: '', untilDay: '', note: '' }

/** From when to when the picture may be used, or may not be. */
export function PictureLeases({ answers, record, mayDecide, onRecord }: Props) {
  const [span, setSpan] = useState(NEW)
  const [problems, setProblems] = useState<Problem[]>([])
  const [busy, setBusy] = useState(false)
  const heading = useRef<HTMLHeadingElement>(null)
  const params = { picture: record.picture.id }
  const change = async (request: () => ReturnType<typeof add>) => {
    setBusy(true)
    const response = await answers.change(request)
    setBusy(false)
    setProblems(response.ok ? [] : response.problems)
    if (!response.ok) return
    onRecord(response.answer.record)
    setSpan(NEW)
    // The button that was pressed may be gone.
    heading.current?.focus()
  }
  const add = () => deskRequest('POST /api/desk/pictures/[picture]/leases', { params, input: span })
  const remove = (lease: number) =>
    deskRequest('POST /api/desk/pictures/[picture]/leases/[lease]/remove', { params: { ...params, lease } })
  if (!mayDecide && !record.leases.length) return null
  return (
    <section className={styles.part} aria-labelledby="spans">
      <h2 id="spans" ref={heading} tabIndex={-1}>
        From when to when
      </h2>
      <ul className={styles.lines}>
        {record.leases.map((lease) => (
          <li key={lease.id}>
            <span>
              {leaseWords(lease)}
              <span className={styles.detail}>by {lease.madeBy}</span>
            </span>
            {mayDecide ? (
              <Button
                look="quiet"
                busy={busy}
                aria-label={`Remove: ${leaseWords(lease)}`}
                onClick={() => change(() => remove(lease.id))}
              >
                Remove
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {mayDecide ? (
        <fieldset className={styles.span}>
          <legend className="visually-hidden">Add a span of days</legend>
          <Field label="It">
            <Select
              value={span.kind}
              onChange={({ target }) => setSpan({ ...span, kind: target.value === 'deny' ? 'deny' : 'allow' })}
            >
              <option value="allow">may be used</option>
              <option value="deny">may not be used</option>
            </Select>
          </Field>
          <Field label="From">
            <Input
              type="date"
              value={span.fromDay}
              onChange={({ target }) => setSpan({ ...span, fromDay: target.value })}
            />
          </Field>
          <Field label="Until the end of">
            <Input
              type="date"
              value={span.untilDay}
              onChange={({ target }) => setSpan({ ...span, untilDay: target.value })}
            />
          </Field>
          <Field label="Why">
            <Input type="text" value={span.note} onChange={({ target }) => setSpan({ ...span, note: target.value })} />
          </Field>
          <Button busy={busy} onClick={() => change(add)}>
            Add these days
          </Button>
        </fieldset>
      ) : null}
      <Problems problems={problems} />
    </section>
  )
}

function leaseWords({ kind, fromDay, untilDay, note }: PictureLease): string {
  const from = fromDay === null ? '' : ` from ${spelled(fromDay)}`
  const until = untilDay === null ? '' : ` until ${spelled(untilDay)}`
  return `${kind === 'allow' ? 'May be used' : 'May not be used'}${from}${until}${note ? `: ${note}` : ''}`
}
