import { Button } from '@/components/desk/button'
import { Field } from '@/components/desk/field'
import { LOGGED_THINGS, type LoggedThing } from '@/lib/audit/log-entry'
import { type LogQuery, logAddress, WHOLE_LOG } from '@/lib/audit/log-query'
import styles from './log.module.css'

const THING_NAMES: Record<LoggedThing, string> = {
  story: 'Stories',
  front: 'Fronts',
  picture: 'Pictures',
  plan: 'Plans',
  section: 'Sections',
  topic: 'Topics',
  timeline: 'Timelines',
  author: 'Authors',
  page: 'Standing pages',
  settings: 'Settings',
  redirect: 'Redirects',
  receiver: 'Receivers',
  delivery: 'Deliveries',
  account: 'Accounts',
  invitation: 'Invitations',
  token: 'API tokens',
  site: 'The site',
}

interface Props {
  query: LogQuery
  people: { id: string; name: string }[]
  actions: string[]
}

/** Filters the log with a GET form, so that the address of a filtered log can be saved and shared. */
export function LogFilter({ query, people, actions }: Props) {
  const isNarrowed = logAddress({ ...query, before: null }) !== logAddress(WHOLE_LOG)
  return (
    <form className={styles.form} action="/admin/log" aria-label="Filter the log">
      <Field label="Search">
        <input type="search" name="q" defaultValue={query.words} autoComplete="off" />
      </Field>
      <Field label="Who">
        <select name="who" defaultValue={query.who}>
          <option value="">Everybody</option>
          {people.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
          <option value="token">Programs with a token</option>
          <option value="command">The command line</option>
          <option value="site">The site itself</option>
        </select>
      </Field>
      <Field label="About">
        <select name="thing" defaultValue={query.thing ?? ''}>
          <option value="">Everything</option>
          {LOGGED_THINGS.map((thing) => (
            <option key={thing} value={thing}>
              {THING_NAMES[thing]}
            </option>
          ))}
        </select>
      </Field>
      <Field label="Action">
        <select name="action" defaultValue={query.action}>
          <option value="">All actions</option>
          {actions.map((action) => (
            <option key={action}>{action}</option>
          ))}
        </select>
      </Field>
      <Field label="From">
        <input type="date" name="from" defaultValue={query.from} />
      </Field>
      <Field label="To">
        <input type="date" name="to" defaultValue={query.to} />
      </Field>
      {query.thingId ? <input type="hidden" name="id" value={query.thingId} /> : null}
      <div className={styles.choices}>
        <Button type="submit">Show</Button>
        {isNarrowed ? (
          <a className={styles.link} href={logAddress(WHOLE_LOG)}>
            Show everything
          </a>
        ) : null}
      </div>
    </form>
  )
}
