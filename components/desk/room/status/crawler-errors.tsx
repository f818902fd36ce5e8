'use client'

import { useEffect } from 'react'
import { useSession, useSessionState } from '@/components/desk/room/session/session-context'
import type { Finding } from '@/lib/crawler-check/crawled-page'
import { CrawlerFindings } from './crawler-findings'

/**
 * The errors of the page that keep the story, as it was saved last, from readers; looked for when the question is put.
 * None while nobody knows: the server looks again.
 */
export function useCrawlerErrors(): Finding[] {
  const session = useSession()
  useEffect(() => {
    void session.saveNow().then(() => session.loadCrawlersView())
  }, [session])
  const view = useSessionState(({ crawlersView: crawlers, article: story }) =>
    crawlers?.version === story.version ? crawlers : null,
  )
  return view?.findings.filter(({ severity }) => severity === 'error') ?? []
}

/** In a question: what is wrong with the page; nothing when it is sound. */
export function CrawlerErrors({ errors }: { errors: Finding[] }) {
  if (!errors.length) return null
  return (
    <>
      <p>Search engines would find its page faulty:</p>
      <CrawlerFindings findings={errors} severity="error" />
    </>
  )
}
