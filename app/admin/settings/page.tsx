import type { Metadata } from 'next'
import { forbidden } from 'next/navigation'
import { deskNow } from '@/app/_desk/desk-route'
import { requireEditor } from '@/app/_desk/editor'
import { store } from '@/app/store'
import { DeskFrame } from '@/components/desk/frame'
import { DistributionForm } from '@/components/desk/settings/distribution-form'
import { NamedThings } from '@/components/desk/settings/named-things'
import { PaperForm } from '@/components/desk/settings/paper-form'
import styles from '@/components/desk/settings/settings.module.css'
import { SiteFaults } from '@/components/desk/settings/site-faults'
import { allAuthors } from '@/db/paper/authors'
import { allSections } from '@/db/paper/sections'
import { siteSettings } from '@/db/paper/site'
import { allTopics } from '@/db/paper/topics'
import { latestSiteFaults } from '@/db/publishing/site-faults'
import { can } from '@/lib/accounts/permissions'
import { namedAuthors, namedSections, namedTopics } from '@/lib/desk/settings/named-things'
import { timeZones } from '@/lib/desk/settings/time-zones'

export const metadata: Metadata = { title: 'Settings' }

const MOST_FAULTS = 50

/** What the paper is called and what it is made of. */
export default async function SettingsPage() {
  const editor = await requireEditor('/admin/settings')
  if (!can(editor, 'change settings')) forbidden()
  const db = await store()
  const { value: paper } = await siteSettings(db)
  const sections = (await allSections(db)).value
  const faults = await latestSiteFaults(db, { limit: MOST_FAULTS })
  const places = sections.map(({ id, name }) => ({ value: String(id), label: `Below ${name}` }))
  return (
    <DeskFrame editor={editor} current="settings">
      <h1>Settings</h1>
      <div className={styles.parts}>
        <div className={styles.kinds}>
          <section className={styles.part} aria-labelledby="paper">
            <h2 id="paper">The paper</h2>
            <PaperForm paper={paper} zones={timeZones(paper.timeZone)} now={deskNow().getTime()} />
          </section>
          <section className={styles.part} aria-labelledby="faults">
            <h2 id="faults">Faults of pages</h2>
            <p>What search engines would find wrong and no editor can mend. It keeps no story from being published.</p>
            <SiteFaults faults={faults} now={deskNow()} timeZone={paper.timeZone} />
          </section>
          <section className={styles.part} aria-labelledby="distribution">
            <h2 id="distribution">Distribution</h2>
            <DistributionForm distribution={paper.distribution} />
          </section>
        </div>
        <div className={styles.kinds}>
          <section className={styles.part} aria-labelledby="sections">
            <h2 id="sections">Sections</h2>
            <NamedThings
              one="section"
              ordered
              kind="sections"
              things={namedSections(sections)}
              fields={[
                {
                  ...{ name: 'parent', label: 'Place', onceOnly: true },
                  choices: [{ value: '', label: 'At the top' }, ...places],
                },
              ]}
            />
          </section>
          <section className={styles.part} aria-labelledby="topics">
            <h2 id="topics">Topics</h2>
            <NamedThings one="topic" kind="topics" things={namedTopics((await allTopics(db)).value)} />
          </section>
          <section className={styles.part} aria-labelledby="authors">
            <h2 id="authors">Authors</h2>
            <NamedThings
              one="author"
              kind="authors"
              things={namedAuthors((await allAuthors(db)).value)}
              fields={[
                { name: 'role', label: 'Role', hint: 'What they do at the paper, such as Harbour correspondent.' },
                { name: 'bio', label: 'About', long: true },
              ]}
            />
          </section>
        </div>
      </div>
    </DeskFrame>
  )
}
