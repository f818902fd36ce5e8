'use client'

import { useState } from 'react'
import { Button } from '@/components/desk/button'
import { PanelPart } from '@/components/desk/room/panel-part'
import { useManuscript, useSession, useSessionState } from '@/components/desk/room/session/session-context'
import { languageAttributes } from '@/components/language-attributes'
import type { SearchResult, SocialCard } from '@/lib/desk/articles/crawlers-view'
import { notInChecklist } from '@/lib/desk/articles/crawlers-view'
import { useIsUntouched } from './checklist'
import { CrawlerFindings, SiteFaults } from './crawler-findings'
import styles from './crawlers.module.css'

/** How the page appears in search results and on social networks, and what crawlers would object to. */
export function Crawlers() {
  const session = useSession()
  const view = useSessionState((session) => session.crawlersView)
  const isUntouched = useIsUntouched()
  const hasSection = useManuscript(({ sectionId }) => sectionId !== null)
  const checklist = useSessionState((session) => session.checklist)
  const findings = view && !isUntouched ? notInChecklist(view.findings, checklist) : []
  const [busy, setBusy] = useState(false)
  const look = async () => {
    setBusy(true)
    if ((await session.saveNow()).ok) await session.loadCrawlersView()
    setBusy(false)
  }
  return (
    <PanelPart title="As search engines see it">
      {view ? (
        <>
          {view.searchResult ? <Listed result={view.searchResult} /> : null}
          {view.socialCard ? <Shared card={view.socialCard} /> : null}
          <div role="status">
            {findings.length + view.siteFaults.length === 0 ? <p>Nothing to improve here.</p> : null}
            <CrawlerFindings findings={findings} />
            <SiteFaults faults={view.siteFaults} />
          </div>
        </>
      ) : (
        <p>
          {hasSection
            ? 'The page is looked at after the next save.'
            : 'Choose a section, and the page can be looked at.'}
        </p>
      )}
      <div>
        <Button look="quiet" busy={busy} onClick={look}>
          Look at the page now
        </Button>
      </div>
    </PanelPart>
  )
}

function Listed({ result: { title, address, description } }: { result: SearchResult }) {
  const language = useManuscript((manuscript) => manuscript.language)
  return (
    <figure className={styles.preview}>
      <figcaption className={styles.label}>In a list of results</figcaption>
      <p className={styles.address}>
        <bdi>{address}</bdi>
      </p>
      <div {...languageAttributes(language)}>
        <p className={styles.title}>{title}</p>
        <p className={styles.description}>{description}</p>
      </div>
    </figure>
  )
}

function Shared({ card: { site, title, description, picture } }: { card: SocialCard }) {
  const language = useManuscript((manuscript) => manuscript.language)
  return (
    <figure className={styles.preview}>
      <figcaption className={styles.label}>Shared on a network</figcaption>
      <div className={styles.card}>
        {picture ? (
          <picture>
            <img className={styles.picture} src={picture.path} alt={picture.alt} loading="lazy" />
          </picture>
        ) : (
          <p className={styles.drawn} {...languageAttributes(language)}>
            <strong>{title}</strong>
          </p>
        )}
        <div className={styles.words} {...languageAttributes(language)}>
          <p className={styles.address}>{site}</p>
          <p className={styles.title}>{title}</p>
          <p className={styles.description}>{description}</p>
        </div>
      </div>
      {picture ? null : <p className={styles.address}>The site draws this card from the headline.</p>}
    </figure>
  )
}
