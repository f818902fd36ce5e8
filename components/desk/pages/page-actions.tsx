'use client'

import { useState } from 'react'
import { Button } from '@/components/desk/button'
import { deskRequest } from '@/components/desk/desk-request'
import { Choices, Dialog } from '@/components/desk/dialog'
import { Problems } from '@/components/desk/problems'
import { PanelPart } from '@/components/desk/room/panel-part'
import { DELETED_KEPT_DAYS } from '@/lib/desk/articles/deleted-kept'
import type { PageView } from '@/lib/desk/pages/page-view'
import styles from './pages.module.css'
import type { OpenPage } from './use-page'

interface Props {
  open: OpenPage
  wordsOfTime: (ms: number) => string
}

type Asked = 'discard' | 'take-down' | 'delete'

/** Where the page stands, and what can be done about it. */
export function PageActions({ open, wordsOfTime }: Props) {
  const [asked, setAsked] = useState<Asked | null>(null)
  const { page, busy } = open
  const params = { page: page.id }
  const publish = () =>
    open.act(
      (version) => deskRequest('POST /api/desk/pages/[page]/publish', { params, input: { version } }),
      'Published. Readers have it already.',
    )
  const mayPublish = page.state !== 'public' || page.hasUnpublishedChanges
  return (
    <PanelPart title="Publishing">
      <div className={styles.actions}>
        <p>{standing(page, wordsOfTime)}</p>
        <Button look="main" busy={busy} disabled={!mayPublish} onClick={() => publish()}>
          {page.state === 'public' ? 'Publish the changes' : 'Publish'}
        </Button>
        <p role="status">{open.note}</p>
        <Problems problems={open.problems} />
        <p className={styles.links}>
          <a href={`/admin/pages/${page.id}/preview`}>Preview</a>
          <a href={`/admin/pages/${page.id}/versions`}>History</a>
          {page.state === 'public' ? <a href={page.path}>As readers have it</a> : null}
        </p>
        <p className={styles.links}>
          {page.hasUnpublishedChanges ? (
            <Button look="quiet" onClick={() => setAsked('discard')}>
              Discard the changes
            </Button>
          ) : null}
          {page.state === 'public' && !page.isRequired ? (
            <Button look="quiet" onClick={() => setAsked('take-down')}>
              Take the page down
            </Button>
          ) : null}
          {page.state === 'draft' ? (
            <Button look="quiet" onClick={() => setAsked('delete')}>
              Delete the page
            </Button>
          ) : null}
        </p>
      </div>
      {asked ? <Confirmation asked={asked} open={open} onClose={() => setAsked(null)} /> : null}
    </PanelPart>
  )
}

const QUESTIONS: Record<Asked, { title: string; words: string; button: string }> = {
  discard: {
    title: 'Discard the changes?',
    words: 'The text becomes what readers have. What is there now stays in the history.',
    button: 'Discard them',
  },
  'take-down': {
    title: 'Take the page down?',
    words: 'Its address will say that the page was taken down, and the menus drop it. You can publish it again.',
    button: 'Take it down',
  },
  delete: {
    title: 'Delete the page?',
    words: `Readers never had it. It goes to the deleted pages, where it can be recovered for ${DELETED_KEPT_DAYS} days. Then it is forgotten for good.`,
    button: 'Delete it',
  },
}

function Confirmation({ asked, open, onClose }: { asked: Asked; open: OpenPage; onClose: () => void }) {
  const { title, words, button } = QUESTIONS[asked]
  const params = { page: open.page.id }
  const confirm = async () => {
    if (asked === 'delete') {
      const isDeleted = await open.act(async (version) => {
        const response = await deskRequest('POST /api/desk/pages/[page]/delete', { params, input: { version } })
        return response.ok ? { ok: true, answer: open.page } : response
      }, 'Deleted.')
      if (isDeleted) return location.assign('/admin/pages')
    } else {
      await open.act(
        (version) =>
          asked === 'discard'
            ? deskRequest('POST /api/desk/pages/[page]/discard', { params, input: { version } })
            : deskRequest('POST /api/desk/pages/[page]/take-down', { params, input: { version } }),
        asked === 'discard' ? 'The text is what readers have.' : 'Taken down. Its address says so.',
      )
    }
    onClose()
    document.getElementById('page-panel')?.focus()
  }
  return (
    <Dialog title={title} open onClose={onClose}>
      <p>{words}</p>
      <Choices>
        <Button look="danger" busy={open.busy} onClick={() => confirm()}>
          {button}
        </Button>
        <Button onClick={onClose}>Not now</Button>
      </Choices>
    </Dialog>
  )
}

function standing(
  { state, hasUnpublishedChanges, publishedAt }: PageView,
  wordsOfTime: (ms: number) => string,
): string {
  const first = publishedAt === null ? '' : ` Readers first had it ${wordsOfTime(publishedAt)}.`
  if (state === 'draft') return 'A draft. Readers have nothing at this address yet.'
  if (state === 'taken-down') return `Taken down.${first}`
  return hasUnpublishedChanges ? 'Readers have an earlier text.' : `Readers have this text.${first}`
}
