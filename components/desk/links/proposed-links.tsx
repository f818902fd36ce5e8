'use client'

import { useState } from 'react'
import { Button } from '@/components/desk/button'
import { deskRequest } from '@/components/desk/desk-request'
import { reloadPage } from '@/components/desk/focus/reload-page'
import { Problems } from '@/components/desk/problems'
import { languageAttributes } from '@/components/language-attributes'
import type { ListedProposal } from '@/lib/desk/links/link-batch'
import type { Problem } from '@/lib/desk/refusal'
import styles from './links.module.css'

interface Props {
  /** The headline of the new story. */
  about: string
  proposals: (ListedProposal & { day: string })[]
}

/** The older stories that may link to a new one: accepted one by one or all at once, or refused. */
export function ProposedLinks({ about, proposals }: Props) {
  const [busy, setBusy] = useState(false)
  const [problems, setProblems] = useState<Problem[]>([])
  const accept = async (accepted: ListedProposal[]) => {
    setBusy(true)
    const input = { proposals: accepted.map(({ id, source }) => ({ id, version: source.version })) }
    const response = await deskRequest('POST /api/desk/links/accept', { input })
    if (response.ok && !response.answer.left.length) return reloadPage()
    setBusy(false)
    if (!response.ok) return setProblems(response.problems)
    const { links, left } = response.answer
    const refusals = left.map(({ id, headline, why }) => ({ field: String(id), message: `“${headline}”: ${why}` }))
    setProblems([{ field: '', message: `${links} of ${input.proposals.length} links were placed.` }, ...refusals])
  }
  const refuse = async ({ id }: ListedProposal) => {
    setBusy(true)
    const response = await deskRequest('POST /api/desk/links/refuse', { input: { proposals: [id] } })
    if (response.ok) return reloadPage()
    setBusy(false)
    setProblems(response.problems)
  }
  return (
    <>
      <ul className={styles.rows}>
        {proposals.map((proposal) => {
          const { id, source, below, reason, day } = proposal
          return (
            <li key={id} className={styles.row}>
              <div>
                <a
                  className={styles.headline}
                  href={`/admin/articles/${source.id}`}
                  {...languageAttributes(source.language)}
                >
                  {source.headline}
                </a>
                <span className={styles.why}>
                  {day} · {reason}
                </span>
                <Place below={below} language={source.language} />
              </div>
              <div className={styles.actions}>
                <Button
                  busy={busy}
                  aria-label={`Place the link in: ${source.headline}`}
                  onClick={() => accept([proposal])}
                >
                  Place
                </Button>
                <Button
                  look="quiet"
                  busy={busy}
                  aria-label={`Refuse the link from: ${source.headline}`}
                  onClick={() => refuse(proposal)}
                >
                  Refuse
                </Button>
              </div>
            </li>
          )
        })}
      </ul>
      <Problems problems={problems} />
      {problems.length ? (
        <Button look="quiet" onClick={reloadPage}>
          Show what waits now
        </Button>
      ) : null}
      {proposals.length > 1 ? (
        <Button
          busy={busy}
          aria-label={`Place all ${proposals.length} links to: ${about}`}
          onClick={() => accept(proposals)}
        >
          Place all {proposals.length}
        </Button>
      ) : null}
    </>
  )
}

/** Where the link would stand. */
function Place({ below, language }: { below: string | null; language: string }) {
  if (below === null) return <span className={styles.place}>It has no room any more.</span>
  if (!below) return <span className={styles.place}>At the end of its list of related news</span>
  return (
    <span className={styles.place}>
      Below <q {...languageAttributes(language)}>{beginning(below)}</q>
    </span>
  )
}

const MAX_LETTERS = 90

/** As much of the words as names a paragraph. */
function beginning(words: string): string {
  if (words.length <= MAX_LETTERS) return words
  return `${words.slice(0, MAX_LETTERS).replace(/\s+\S*$/, '')} …`
}
