'use client'

import { useState } from 'react'
import { useAnswersInOrder } from '@/components/desk/answers/answers-in-order'
import { Button } from '@/components/desk/button'
import { deskRequest } from '@/components/desk/desk-request'
import { Dialog } from '@/components/desk/dialog'
import { Problems } from '@/components/desk/problems'
import table from '@/components/desk/table.module.css'
import { sectionPath } from '@/lib/addresses/paths'
import type { Section } from '@/lib/article/article'
import type { Problem } from '@/lib/desk/refusal'
import { sectionDepth } from '@/lib/paper/section-line'
import styles from './paper.module.css'
import { SectionForm } from './section-form'

/** The sections of the paper in the order of the tree, with the dialogs that add and change them. */
export function Sections({ initial }: { initial: Section[] }) {
  const [sections, setSections] = useState(initial)
  const [open, setOpen] = useState<Section | 'new' | null>(null)
  const [problems, setProblems] = useState<Problem[]>([])
  const [note, setNote] = useState('')
  const answers = useAnswersInOrder()
  const close = () => setOpen(null)
  const reload = async (done: string) => {
    const response = await answers.read(() => deskRequest('GET /api/desk/sections'))
    if (response === null) return
    if (!response.ok) return setProblems(response.problems)
    setProblems([])
    setSections(response.answer.sections)
    setNote(done)
  }
  const move = async ({ id, name }: Section, to: 'up' | 'down') => {
    const response = await answers.change(() =>
      deskRequest('POST /api/desk/sections/[section]/move', { params: { section: id }, input: { to } }),
    )
    if (!response.ok) return setProblems(response.problems)
    await reload(`Moved ${to}: ${name}.`)
  }
  const done = async (words: string) => {
    close()
    await reload(words)
  }
  return (
    <>
      <div className={styles.head}>
        <h1>Sections</h1>
        <Button look="main" onClick={() => setOpen('new')}>
          Add a section
        </Button>
      </div>
      <p className={styles.about}>
        The front page follows their order. A story belongs to one of them; its address begins with it.
      </p>
      <p className={styles.note} role="status">
        {note}
      </p>
      <Problems problems={problems} />
      {sections.length ? (
        <table className={table.table}>
          <caption className="visually-hidden">The sections in their order</caption>
          <thead>
            <tr>
              <th scope="col">Name</th>
              <th scope="col">Address</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {sections.map((section) => (
              <Row
                key={section.id}
                section={section}
                depth={sectionDepth(sections, section.id)}
                onMove={(to) => void move(section, to)}
                onEdit={() => setOpen(section)}
              />
            ))}
          </tbody>
        </table>
      ) : (
        <p className={styles.none}>There is no section yet. Every story needs one.</p>
      )}
      <Dialog
        title={open === 'new' ? 'Add a section' : `Edit ${open?.name ?? ''}`}
        open={open !== null}
        onClose={close}
      >
        {open ? (
          <SectionForm
            section={open === 'new' ? null : open}
            sections={sections}
            onDone={(name) =>
              void done(open === 'new' ? `Added: ${name}.` : `Saved: ${name}. Readers have it already.`)
            }
          />
        ) : null}
      </Dialog>
    </>
  )
}

interface RowProps {
  section: Section
  depth: number
  onMove: (to: 'up' | 'down') => void
  onEdit: () => void
}

function Row({ section: { name, slug, description }, depth, onMove, onEdit }: RowProps) {
  return (
    <tr>
      <th scope="row" className={styles.nested} data-depth={Math.min(depth, 3)}>
        {name}
        {description ? <span className={table.detail}>{description}</span> : null}
      </th>
      <td>
        <a className={styles.path} href={sectionPath(slug)}>
          {sectionPath(slug)}
        </a>
      </td>
      <td className={table.actions}>
        <span className={table.buttons}>
          <Button look="quiet" aria-label={`Move ${name} up`} onClick={() => onMove('up')}>
            ↑
          </Button>
          <Button look="quiet" aria-label={`Move ${name} down`} onClick={() => onMove('down')}>
            ↓
          </Button>
          <Button look="quiet" aria-label={`Edit ${name}`} onClick={onEdit}>
            Edit
          </Button>
        </span>
      </td>
    </tr>
  )
}
