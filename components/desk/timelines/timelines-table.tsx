import paper from '@/components/desk/paper/paper.module.css'
import table from '@/components/desk/table.module.css'
import type { PageClock } from '@/components/desk/wall-time/page-clock'
import { nearInstant } from '@/lib/desk/near-instant'
import type { ListedTimeline } from '@/lib/desk/timelines/listed-timeline'

/** Timelines of the paper, in the order given. */
export function TimelinesTable({ timelines, clock }: { timelines: ListedTimeline[]; clock: PageClock }) {
  const when = (ms: number) => nearInstant(new Date(ms), { now: new Date(clock.now), timeZone: clock.timeZone })
  return (
    <table className={table.table}>
      <caption className="visually-hidden">The timelines, times in {clock.timeZone}</caption>
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col">Stories</th>
          <th scope="col">Newest in the paper</th>
          <th scope="col">Address</th>
        </tr>
      </thead>
      <tbody>
        {timelines.map(({ id, name, path, stories, newestAt, fitting }) => (
          <tr key={id}>
            <th scope="row">
              <a href={`/admin/timelines/${id}`}>{name}</a>
              {fitting ? <span className={table.detail}>{fitting} more may belong to it</span> : null}
            </th>
            <td>
              <span className={table.label}>Stories: </span>
              {stories}
            </td>
            <td>
              <span className={table.label}>Newest: </span>
              {newestAt === null ? 'none' : when(newestAt)}
            </td>
            <td>
              <a className={paper.path} href={path}>
                {path}
              </a>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
