'use client'

import { useState } from 'react'
import { useAnswersInOrder } from '@/components/desk/answers/answers-in-order'
import { Button } from '@/components/desk/button'
import { deskRequest } from '@/components/desk/desk-request'
import { Dialog } from '@/components/desk/dialog'
import { NamesList } from '@/components/desk/paper/names-list'
import paper from '@/components/desk/paper/paper.module.css'
import { useNames } from '@/components/desk/paper/use-names'
import { Problems } from '@/components/desk/problems'
import type { PageClock } from '@/components/desk/wall-time/page-clock'
import type { NamesPage } from '@/lib/desk/paper/listed-names'
import type { Problem } from '@/lib/desk/refusal'
import type { ListedTimeline, TimelineDecisions } from '@/lib/desk/timelines/listed-timeline'
import { NewTimeline } from './new-timeline'
import { Proposal } from './proposal'
import { Refusals } from './refusals'
import styles from './timelines.module.css'
import { TimelinesTable } from './timelines-table'

interface Props {
  initial: { timelines: NamesPage<ListedTimeline>; decisions: TimelineDecisions }
  clock: PageClock
}

const load = (input: { q: string; page: number }) => deskRequest('GET /api/desk/timelines', { input })

/** What is proposed, the timelines of the paper, and what was refused. */
export function Timelines({ initial, clock }: Props) {
  const names = useNames(initial.timelines, load)
  const [decisions, setDecisions] = useState(initial.decisions)
  const [note, setNote] = useState('')
  const [problems, setProblems] = useState<Problem[]>([])
  const [isMaking, setIsMaking] = useState(false)
  const answers = useAnswersInOrder()
  const decided = async (words: string) => {
    const response = await answers.read(() => deskRequest('GET /api/desk/timelines/decisions'))
    if (response === null) return
    if (!response.ok) return setProblems(response.problems)
    setProblems([])
    setDecisions(response.answer)
    setNote(words)
    // Before what was decided about leaves the page, so that the focus makes no stop elsewhere.
    document.getElementById('timelines')?.focus()
    await names.reload('')
  }
  const takeBack = async (refusal: number) => {
    const params = { refusal }
    const response = await answers.change(() =>
      deskRequest('POST /api/desk/timelines/refusals/[refusal]/take-back', { params }),
    )
    if (!response.ok) return setProblems(response.problems)
    await decided('Taken back. The stories may be proposed again.')
  }
  return (
    <>
      <div className={paper.head}>
        <h1 id="timelines" tabIndex={-1}>
          Timelines
        </h1>
        <Button look="main" onClick={() => setIsMaking(true)}>
          New timeline
        </Button>
      </div>
      <p className={paper.about}>
        A timeline has the stories of one event on a page of their own. Each of them shows readers “Story so far”.
      </p>
      <p className={styles.note} role="status">
        {note}
      </p>
      <Problems problems={problems} />
      {decisions.proposals.length ? (
        <section aria-labelledby="proposed">
          <h2 className={styles.part} id="proposed">
            Found by the site
          </h2>
          <div className={styles.proposals}>
            {decisions.proposals.map((proposal) => (
              <Proposal
                key={`${proposal.id} ${proposal.stories.map(({ id }) => id).join()}`}
                proposal={proposal}
                clock={clock}
                onDecided={decided}
              />
            ))}
          </div>
        </section>
      ) : null}
      <h2 className={styles.part}>In the paper</h2>
      <NamesList one="timeline" several="timelines" names={names}>
        <TimelinesTable timelines={names.items} clock={clock} />
      </NamesList>
      <Refusals refusals={decisions.refusals} clock={clock} onTakeBack={takeBack} />
      <Dialog title="New timeline" open={isMaking} onClose={() => setIsMaking(false)}>
        <NewTimeline timeZone={clock.timeZone} />
      </Dialog>
    </>
  )
}
