'use client'

import { useState } from 'react'
import { Button } from '@/components/desk/button'
import { deskRequest } from '@/components/desk/desk-request'
import { Dialog } from '@/components/desk/dialog'
import table from '@/components/desk/table.module.css'
import type { PageClock } from '@/components/desk/wall-time/page-clock'
import type { ListedAuthor, NamesPage } from '@/lib/desk/paper/listed-names'
import { type Account, AuthorForm } from './author-form'
import { MergeDialog } from './merge-dialog'
import { NamesList } from './names-list'
import { NamesTable } from './names-table'
import styles from './paper.module.css'
import { useNames } from './use-names'

type Open = { kind: 'add' } | { kind: 'edit' | 'merge'; author: ListedAuthor }

interface Props {
  initial: NamesPage<ListedAuthor>
  /** The accounts of the desk, by name. */
  accounts: Account[]
  clock: PageClock
}

const load = (input: { q: string; page: number }) => deskRequest('GET /api/desk/authors', { input })

/** The authors of the paper, with the dialogs that add, change and merge them. */
export function Authors({ initial, accounts, clock }: Props) {
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
          Authors
        </h1>
        <Button look="main" onClick={() => setOpen({ kind: 'add' })}>
          Add an author
        </Button>
      </div>
      <NamesList one="author" several="authors" names={names}>
        <NamesTable
          several="authors"
          rows={names.items}
          clock={clock}
          detail={(author) => <Detail author={author} />}
          storiesHref={({ id }) => `/admin/articles?author=${id}`}
          onEdit={(author) => setOpen({ kind: 'edit', author })}
          onMerge={(author) => setOpen({ kind: 'merge', author })}
        />
      </NamesList>
      <Dialog title="Add an author" open={open?.kind === 'add'} onClose={close}>
        <AuthorForm author={null} accounts={accounts} onDone={(name) => void done(`Added: ${name}.`)} />
      </Dialog>
      <Dialog
        title={open?.kind === 'edit' ? `Edit ${open.author.name}` : ''}
        open={open?.kind === 'edit'}
        onClose={close}
      >
        {open?.kind === 'edit' ? (
          <AuthorForm
            author={open.author}
            accounts={accounts}
            onDone={(name) => void done(`Saved: ${name}. Readers have it already.`)}
          />
        ) : null}
      </Dialog>
      {open?.kind === 'merge' ? (
        <MergeDialog
          kind="authors"
          from={open.author}
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

function Detail({ author: { role, account, hasPage } }: { author: ListedAuthor }) {
  const facts = [
    role,
    account ? `account of ${account.name}` : '',
    hasPage ? '' : 'has a page once a story is published',
  ].filter(Boolean)
  return facts.length ? <span className={table.detail}>{facts.join(' · ')}</span> : null
}
