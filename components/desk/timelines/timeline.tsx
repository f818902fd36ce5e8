'use client'

import { useState } from 'react'
import { useAnswersInOrder } from '@/components/desk/answers/answers-in-order'
import { deskRequest } from '@/components/desk/desk-request'
import paper from '@/components/desk/paper/paper.module.css'
import { Problems } from '@/components/desk/problems'
import type { PageClock } from '@/components/desk/wall-time/page-clock'
import type { Problem } from '@/lib/desk/refusal'
import type { OpenedTimeline } from '@/lib/desk/timelines/listed-timeline'
import { FittingStories } from './fitting-stories'
import { MergedTimelines } from './merged-timelines'
import type { SendChange } from './send-change'
import { TimelineDialogs } from './timeline-dialogs'
import { TimelineForm } from './timeline-form'
import { TimelineStories } from './timeline-stories'
import styles from './timelines.module.css'

/** A timeline at the desk. */
export function Timeline({ initial, clock }: { initial: OpenedTimeline; clock: PageClock }) {
  const [timeline, setTimeline] = useState(initial)
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set())
  const [note, setNote] = useState('')
  const [problems, setProblems] = useState<Problem[]>([])
  const answers = useAnswersInOrder()
  const sendChange: SendChange = async (send, words) => {
    const sent = await answers.change(send)
    const params = { timeline: timeline.id }
    const read = () => deskRequest('GET /api/desk/timelines/[timeline]', { params })
    const response = sent.ok ? await answers.read(read) : sent
    // A later change shows what came of both.
    if (response === null) return true
    setProblems(response.ok ? [] : response.problems)
    if (!response.ok || !('answer' in response)) return false
    setTimeline(response.answer)
    setChosen(new Set())
    setNote(words)
    document.getElementById('timeline')?.focus()
    return true
  }
  return (
    <>
      <div className={paper.head}>
        <h1 id="timeline" tabIndex={-1}>
          {timeline.name}
        </h1>
        <a href={timeline.path}>See it as readers do</a>
      </div>
      <p className={styles.note} role="status">
        {note}
      </p>
      <Problems problems={problems} />
      <TimelineStories timeline={timeline} chosen={chosen} clock={clock} sendChange={sendChange} onChoose={setChosen} />
      <TimelineDialogs timeline={timeline} chosen={chosen} clock={clock} sendChange={sendChange} />
      <FittingStories timeline={timeline} clock={clock} sendChange={sendChange} />
      <MergedTimelines timeline={timeline} clock={clock} sendChange={sendChange} />
      <h2 className={styles.part}>Name and introduction</h2>
      <TimelineForm key={`${timeline.name} ${timeline.slug}`} timeline={timeline} sendChange={sendChange} />
    </>
  )
}
