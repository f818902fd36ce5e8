import type { Metadata } from 'next'
import { forbidden } from 'next/navigation'
import { marksAnswer } from '@/app/_desk/answers/marks-answer'
import { deskNow } from '@/app/_desk/desk-route'
import { requireEditor } from '@/app/_desk/editor'
import { store } from '@/app/store'
import { DeskFrame } from '@/components/desk/frame'
import { DistributionForm } from '@/components/desk/settings/distribution-form'
import { LearnedOrder } from '@/components/desk/settings/learned-order'
import { LinksForm } from '@/components/desk/settings/links-form'
import { PaperForm } from '@/components/desk/settings/paper-form'
import { PaperMarks } from '@/components/desk/settings/paper-marks'
import styles from '@/components/desk/settings/settings.module.css'
import { SiteFaults } from '@/components/desk/settings/site-faults'
import { TimelinesForm } from '@/components/desk/settings/timelines-form'
import { backLinkRule } from '@/db/linking/back-link-rule'
import { lastLearned } from '@/db/linking/learned-weights'
import { openSlotsSetting } from '@/db/linking/open-slots'
import { checksOutsideLinks } from '@/db/linking/outside-addresses'
import { siteSettings } from '@/db/paper/site'
import { latestSiteFaults } from '@/db/publishing/site-faults'
import { foundTimelinesSetting } from '@/db/timelines/publish-found'
import { can } from '@/lib/accounts/permissions'
import { paperLanguages } from '@/lib/desk/settings/paper-languages'
import { zoneChoices } from '@/lib/desk/settings/time-zones'

export const metadata: Metadata = { title: 'Settings' }

const MAX_FAULTS = 50

/** What the paper is called and what it is made of. */
export default async function SettingsPage() {
  const editor = await requireEditor('/admin/settings')
  if (!can(editor, 'change settings')) forbidden()
  const db = await store()
  const { value: paper } = await siteSettings(db)
  const faults = await latestSiteFaults(db, { limit: MAX_FAULTS })
  return (
    <DeskFrame editor={editor} current="settings">
      <h1>Settings</h1>
      <div className={styles.parts}>
        <div className={styles.kinds}>
          <section className={styles.part} aria-labelledby="paper">
            <h2 id="paper">The paper</h2>
            <PaperForm
              paper={paper}
              languages={paperLanguages(paper.language)}
              zones={zoneChoices(paper.timeZone)}
              now={deskNow().getTime()}
            />
          </section>
        </div>
        <div className={styles.kinds}>
          <section className={styles.part} aria-labelledby="marks">
            <h2 id="marks" tabIndex={-1}>
              Icon and logo
            </h2>
            <PaperMarks initial={marksAnswer({ icon: null, logo: null, ...paper.marks })} />
          </section>
          <section className={styles.part} aria-labelledby="faults">
            <h2 id="faults">Faults of pages</h2>
            <p>What search engines would find wrong and no editor can mend. It keeps no story from being published.</p>
            <SiteFaults faults={faults} now={deskNow()} timeZone={paper.timeZone} />
          </section>
          <section className={styles.part} aria-labelledby="links">
            <h2 id="links">Links between stories</h2>
            <LinksForm
              openSlots={await openSlotsSetting(db)}
              rule={await backLinkRule(db)}
              checksOutsideLinks={await checksOutsideLinks(db)}
            />
            <LearnedOrder last={await lastLearned(db)} now={deskNow()} timeZone={paper.timeZone} />
            <TimelinesForm foundTimelines={await foundTimelinesSetting(db)} />
          </section>
          <section className={styles.part} aria-labelledby="distribution">
            <h2 id="distribution">Distribution</h2>
            <DistributionForm distribution={paper.distribution} />
          </section>
        </div>
      </div>
    </DeskFrame>
  )
}
