'use client'

import { useState } from 'react'
import { Button } from '@/components/desk/button'
import { deskRequest } from '@/components/desk/desk-request'
import { Dialog } from '@/components/desk/dialog'
import table from '@/components/desk/table.module.css'
import type { PageClock } from '@/components/desk/wall-time/page-clock'
import type { ListedTopic, NamesPage } from '@/lib/desk/paper/listed-names'
import { MergeDialog } from './merge-dialog'
import { NamesList } from './names-list'
import { NamesTable } from './names-table'
import styles from './paper.module.css'
import { TopicForm } from './topic-form'
import { useNames } from './use-names'

type Open = { kind: 'add' } | { kind: 'edit' | 'merge'; topic: ListedTopic }

const load = (input: { q: string; page: number }) => deskRequest('GET /api/desk/topics', { input })

/** The topics of the paper, with the dialogs that add, change and merge them. */
export function Topics({ initial, clock }: { initial: NamesPage<ListedTopic>; clock: PageClock }) {
  const names = useNames(initial, load)
  const [open, setOpen] = useState<Open | null>(null)
  const close = () => setOpen(null)
  const done = async (words: string) => {
    close()
    await names.reload(words)
  }
  return (
    <>
      <div className={styles.head}>
        <h1 id="names" tabIndex={-1}>
          Topics
        </h1>
        <Button look="main" onClick={() => setOpen({ kind: 'add' })}>
          Add a topic
        </Button>
      </div>
      <NamesList one="topic" several="topics" names={names}>
        <NamesTable
          several="topics"
          rows={names.items}
          clock={clock}
          detail={({ description }) => (description ? <span className={table.detail}>{description}</span> : null)}
          storiesHref={() => null}
          onEdit={(topic) => setOpen({ kind: 'edit', topic })}
          onMerge={(topic) => setOpen({ kind: 'merge', topic })}
        />
      </NamesList>
      <Dialog title="Add a topic" open={open?.kind === 'add'} onClose={close}>
        <TopicForm topic={null} onDone={(name) => void done(`Added: ${name}.`)} />
      </Dialog>
      <Dialog
        title={open?.kind === 'edit' ? `Edit ${open.topic.name}` : ''}
        open={open?.kind === 'edit'}
        onClose={close}
      >
        {open?.kind === 'edit' ? (
          <TopicForm topic={open.topic} onDone={(name) => void done(`Saved: ${name}. Readers have it already.`)} />
        ) : null}
      </Dialog>
      {open?.kind === 'merge' ? (
        <MergeDialog
          kind="topics"
          from={open.topic}
          onClose={close}
          onDone={async (words) => {
            await done(words)
            document.getElementById('names')?.focus()
          }}
        />
      ) : null}
    </>
  )
}
