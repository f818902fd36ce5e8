'use client'

import { useEffect, useState } from 'react'
import { Button } from '@/components/desk/button'
import { deskRequest, type Problem } from '@/components/desk/desk-request'
import { Field } from '@/components/desk/field'
import { Problems } from '@/components/desk/problems'
import { nearInstant } from '@/lib/desk/near-instant'
import { PREVIEW_LIVES, type SharedPreview } from '@/lib/desk/shared-preview'
import { LinkingStories } from './linking-stories'
import { PanelPart } from './panel-part'
import { useRoom, useStory } from './room-context'
import styles from './sharing.module.css'

/** Where the story leads and who leads to it: history, preview, links. */
export function Sharing() {
  const { id } = useRoom()
  const maySee = useStory(({ can }) => can['preview article'])
  const mayRead = useStory(({ can }) => can['read revisions'])
  const mayShare = useStory(({ can }) => can['share preview'])
  const mayWithdraw = useStory(({ can }) => can['withdraw article'])
  return (
    <>
      <PanelPart title="Preview and history">
        <ul className={styles.links}>
          {maySee ? (
            <li>
              <a href={`/admin/articles/${id}/preview`}>Preview</a>
            </li>
          ) : null}
          {mayRead ? (
            <li>
              <a href={`/admin/articles/${id}/revisions`}>History</a>
            </li>
          ) : null}
        </ul>
        {mayShare ? <PreviewLinks /> : null}
      </PanelPart>
      {mayWithdraw ? (
        <PanelPart title="Who links here">
          <LinkingStories none="No other story links here." some="These stories link here:" />
        </PanelPart>
      ) : null}
    </>
  )
}

/** Links for people without an account, which end by themselves and can be taken back. */
function PreviewLinks() {
  const room = useRoom()
  const [links, setLinks] = useState<SharedPreview[]>([])
  const [hours, setHours] = useState<number>(PREVIEW_LIVES[0].hours)
  const [made, setMade] = useState<string | null>(null)
  const [problems, setProblems] = useState<Problem[]>([])
  const address = `/api/desk/articles/${room.id}/preview-links`
  const read = async () => {
    const told = await deskRequest<{ links: SharedPreview[] }>('GET', address)
    if (told.ok) setLinks(told.answer.links)
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: read once; what is done here reads anew
  useEffect(() => {
    void read()
  }, [])
  const make = async () => {
    const told = await deskRequest<{ url: string }>('POST', address, { hours })
    setProblems(told.ok ? [] : told.problems)
    if (!told.ok) return
    setMade(told.answer.url)
    await read()
  }
  const revoke = async (link: number) => {
    const told = await deskRequest('POST', `${address}/${link}/revoke`, {})
    setProblems(told.ok ? [] : told.problems)
    await read()
  }
  const when = (at: number) => nearInstant(new Date(at), { now: room.now(), timeZone: room.choices.timeZone })
  return (
    <div className={styles.sharing}>
      <Field label="A link for somebody without an account, for">
        <select value={hours} onChange={(event) => setHours(Number(event.target.value))}>
          {PREVIEW_LIVES.map((choice) => (
            <option key={choice.hours} value={choice.hours}>
              {choice.words}
            </option>
          ))}
        </select>
      </Field>
      <div>
        <Button onClick={make}>Make a link</Button>
      </div>
      <div role="status">
        {made ? (
          <Field label="The link" hint="It is shown this once.">
            <input type="text" readOnly value={made} onFocus={(event) => event.target.select()} />
          </Field>
        ) : null}
      </div>
      <ul>
        {links.map((link) => (
          <li key={link.id} className={styles.link}>
            <span>
              From {link.createdBy}, until {when(link.expiresAt)}
            </span>
            <Button look="quiet" onClick={() => revoke(link.id)}>
              Take back<span className="visually-hidden"> the link of {link.createdBy}</span>
            </Button>
          </li>
        ))}
      </ul>
      <Problems problems={problems} />
    </div>
  )
}
