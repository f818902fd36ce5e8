'use client'

import { useEffect } from 'react'
import { useSession, useSessionState } from '@/components/desk/room/session/session-context'
import type { Finding } from '@/lib/crawler-check/crawled-page'
import { CrawlerFindings } from './crawler-findings'

/**
 * The errors of the saved version's page that prevent publication; loaded when the dialog opens. Empty until they are
 * known: the server checks again.
 */
export function useCrawlerErrors(): Finding[] {
  const session = useSession()
  useEffect(() => {
    void session.saveNow().then(() => session.loadCrawlersView())
  }, [session])
  const view = useSessionState(({ crawlersView, article }) =>
    crawlersView?.version === article.version ? crawlersView : null,
  )
  return view?.findings.filter(({ severity }) => severity === 'error') ?? []
}

/** The errors as a part of a dialog; nothing when there are none. */
export function CrawlerErrors({ errors }: { errors: Finding[] }) {
  if (!errors.length) return null
  return (
    <>
      <p>Search engines would find its page faulty:</p>
      <CrawlerFindings findings={errors} severity="error" />
    </>
  )
}
