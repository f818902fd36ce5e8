import { Button } from '@/components/desk/button'
import { Field } from '@/components/desk/field'
import { StoriesSearch } from '@/components/desk/list/stories-search'
import type { Author, Section } from '@/lib/article/article'
import {
  DEFAULT_LIST_QUERY,
  isNarrowed,
  LIST_VIEWS,
  LISTED_STATES,
  type ListedState,
  type ListQuery,
  type ListView,
  listAddress,
} from '@/lib/desk/list/list-query'
import { sectionDepth } from '@/lib/paper/section-line'
import styles from './stories-filter.module.css'

const STATE_NAMES: Record<ListedState, string> = {
  draft: 'Drafts',
  'in-review': 'In review',
  scheduled: 'Scheduled',
  published: 'Published',
  withdrawn: 'Withdrawn',
  changes: 'Unpublished changes',
  deleted: 'Deleted',
}

const VIEW_NAMES: Record<ListView, string> = {
  due: 'Due today',
  late: 'Late',
  missed: 'Missed',
  mine: 'Mine',
  unassigned: 'Planned, given to nobody',
  'without-links': 'New, without links',
  'without-pictures': 'New, without a picture',
}

interface Props {
  query: ListQuery
  sections: Section[]
  authors: Pick<Author, 'id' | 'name'>[]
}

/** Filters the list with a GET form, so that the address of a filtered list can be saved and shared. */
export function StoriesFilter({ query, sections, authors }: Props) {
  const { by, direction } = query.order
  return (
    <form className={styles.form} action="/admin/articles" aria-label="Filter stories">
      <div className={styles.words}>
        <Field label="Search">{(attributes) => <StoriesSearch words={query.words} attributes={attributes} />}</Field>
      </div>
      <Field label="State">
        <select name="state" defaultValue={query.state ?? ''}>
          <option value="">All states</option>
          {LISTED_STATES.map((state) => (
            <option key={state} value={state}>
              {STATE_NAMES[state]}
            </option>
          ))}
        </select>
      </Field>
      <Field label="Work">
        <select name="view" defaultValue={query.view ?? ''}>
          <option value="">All work</option>
          {LIST_VIEWS.map((view) => (
            <option key={view} value={view}>
              {VIEW_NAMES[view]}
            </option>
          ))}
        </select>
      </Field>
      <Field label="Section">
        <select name="section" defaultValue={query.sectionId ?? ''}>
          <option value="">All sections</option>
          {sections.map((section) => (
            <option key={section.id} value={section.id}>
              {'\u2003'.repeat(sectionDepth(sections, section.id))}
              {section.name}
            </option>
          ))}
        </select>
      </Field>
      <div>
        <Field label="Author">
          <select name="author" defaultValue={query.authorId ?? ''}>
            <option value="">All authors</option>
            {authors.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </Field>
      </div>
      <Field label="From">
        <input type="date" name="from" defaultValue={query.from} />
      </Field>
      <Field label="To">
        <input type="date" name="to" defaultValue={query.to} />
      </Field>
      {query.hour ? <input type="hidden" name="hour" value={query.hour} /> : null}
      {by === DEFAULT_LIST_QUERY.order.by && direction === DEFAULT_LIST_QUERY.order.direction ? null : (
        <>
          <input type="hidden" name="sort" value={by} />
          <input type="hidden" name="direction" value={direction} />
        </>
      )}
      <div className={styles.choices}>
        <Button type="submit">Show</Button>
        {isNarrowed(query) ? (
          <a className={styles.clear} href={listAddress({ ...DEFAULT_LIST_QUERY, order: query.order })}>
            Show every story
          </a>
        ) : null}
      </div>
    </form>
  )
}
