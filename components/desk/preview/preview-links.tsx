'use client'

import { useEffect, useState } from 'react'
import { useAnswersInOrder } from '@/components/desk/answers/answers-in-order'
import { Button } from '@/components/desk/button'
import { Input, Select } from '@/components/desk/controls'
import { deskRequest } from '@/components/desk/desk-request'
import { Field } from '@/components/desk/field'
import { Problems } from '@/components/desk/problems'
import { PREVIEW_LIVES } from '@/lib/desk/articles/preview-lives'
import type { SharedPreview } from '@/lib/desk/articles/shared-preview'
import { MAX_GUEST_NAME_LENGTH } from '@/lib/desk/field-lengths'
import { nearInstant } from '@/lib/desk/near-instant'
import type { Problem } from '@/lib/desk/refusal'
import styles from './preview-links.module.css'

interface Props {
  articleId: number
  /** The version that is shown by a link that can be answered. */
  version: number
  /** IANA zone of the paper. */
  timeZone: string
}

/** Preview links for people without an account; they expire and can be revoked. */
export function PreviewLinks({ articleId, version, timeZone }: Props) {
  const [links, setLinks] = useState<SharedPreview[]>([])
  const [hours, setHours] = useState<PreviewHours>(PREVIEW_LIVES[0].hours)
  const [isAsked, setIsAsked] = useState(false)
  const [recipient, setRecipient] = useState('')
  const [made, setMade] = useState<string | null>(null)
  const [copied, setCopied] = useState(false)
  const [problems, setProblems] = useState<Problem[]>([])
  const answers = useAnswersInOrder()
  useEffect(() => {
    const ask = () => deskRequest('GET /api/desk/articles/[id]/preview-links', { params: { id: articleId } })
    void answers.read(ask).then((response) => {
      if (response?.ok) setLinks(response.answer.links)
      else if (response) setProblems(response.problems)
    })
    return () => answers.drop()
  }, [articleId, answers])
  const make = async () => {
    const response = await answers.change(() =>
      deskRequest('POST /api/desk/articles/[id]/preview-links', {
        params: { id: articleId },
        input: { hours, recipient, ...(isAsked && { version }) },
      }),
    )
    setProblems(response.ok ? [] : response.problems)
    if (!response.ok) return
    setLinks(response.answer.links)
    setMade(response.answer.url)
    setCopied(false)
  }
  const takeBack = async (link: number) => {
    const response = await answers.change(() =>
      deskRequest('POST /api/desk/articles/[id]/preview-links/[link]/revoke', { params: { id: articleId, link } }),
    )
    setProblems(response.ok ? [] : response.problems)
    if (response.ok) setLinks(response.answer.links)
  }
  const copy = async (url: string) => {
    const done = await navigator.clipboard.writeText(url).then(
      () => true,
      () => false,
    )
    setCopied(done)
    if (!done) setProblems([{ field: '', message: 'The browser did not let us copy. Select the link and copy it.' }])
  }
  const until = (ms: number) => nearInstant(new Date(ms), { now: new Date(), timeZone })
  return (
    <div className={styles.sharing}>
      <Field label="A link for somebody without an account, for">
        <Select value={hours} onChange={(event) => setHours(hoursChosen(event.target.value))}>
          {PREVIEW_LIVES.map((life) => (
            <option key={life.hours} value={life.hours}>
              {life.words}
            </option>
          ))}
        </Select>
      </Field>
      <Field label="Who it is for" hint="A lawyer, a source. Their name stands with what they answer.">
        <Input
          type="text"
          maxLength={MAX_GUEST_NAME_LENGTH}
          value={recipient}
          autoComplete="off"
          onChange={(event) => setRecipient(event.target.value)}
        />
      </Field>
      <label className={styles.asked}>
        <Input type="checkbox" checked={isAsked} onChange={(event) => setIsAsked(event.target.checked)} /> They comment
        on this version and approve or refuse it
      </label>
      <div>
        <Button onClick={() => make()}>Make a link</Button>
      </div>
      {made ? (
        <div className={styles.made}>
          <Field label="The link" hint="It is shown this once.">
            <input type="text" readOnly value={made} onFocus={(event) => event.target.select()} />
          </Field>
          <Button look="quiet" onClick={() => copy(made)}>
            Copy the link
          </Button>
        </div>
      ) : null}
      <p className={styles.told} role="status">
        {copied ? 'Copied.' : made ? 'The link is made.' : ''}
      </p>
      <ul>
        {links.map((link) => (
          <li key={link.id} className={styles.link}>
            <span>
              {link.recipient ? `For ${link.recipient}, from` : 'From'} {link.createdBy}, until {until(link.expiresAt)}
              {link.version === null ? '' : `, to answer version ${link.version}`}
            </span>
            <Button look="quiet" onClick={() => takeBack(link.id)}>
              Take back
              <span className="visually-hidden">
                {' '}
                the link of {link.createdBy} that ends {until(link.expiresAt)}
              </span>
            </Button>
          </li>
        ))}
      </ul>
      <Problems problems={problems} />
    </div>
  )
}

type PreviewHours = (typeof PREVIEW_LIVES)[number]['hours']

function hoursChosen(value: string): PreviewHours {
  return PREVIEW_LIVES.find(({ hours }) => String(hours) === value)?.hours ?? PREVIEW_LIVES[0].hours
}
