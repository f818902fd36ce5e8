import { languageAttributes } from '@/components/language-attributes'
import type { Neighbour, Neighbourhood } from '@/lib/desk/links/linked-story'
import styles from './links.module.css'

/** In units of the drawing. */
const [WIDTH, ROW, SIDE, MIDDLE] = [960, 44, 300, 200]
const MAX_LETTERS = { side: 36, middle: 24 }

/** The links around a story, drawn, and the same as lists for whoever does not see the drawing. */
export function LinkMap({ around }: { around: Neighbourhood }) {
  const { from, to, fromTotal, toTotal } = around
  return (
    <>
      <Drawing around={around} />
      <div className={styles.sides}>
        <Side title="Stories that link here" stories={from} total={fromTotal} />
        <Side title="What it links to" stories={to} total={toTotal} />
      </div>
    </>
  )
}

function Drawing({ around }: { around: Neighbourhood }) {
  const { from, to, headline } = around
  const rows = Math.max(from.length, to.length, 1)
  const height = rows * ROW
  const middle = height / 2
  const yOf = (place: number, count: number) => middle + (place - (count - 1) / 2) * ROW
  const [left, right] = [(WIDTH - MIDDLE) / 2, (WIDTH + MIDDLE) / 2]
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keys
    <section className={styles.drawing} tabIndex={0} aria-label="Map">
      <svg
        viewBox={`0 0 ${WIDTH} ${height}`}
        role="img"
        aria-label={`${from.length} stories link to “${headline}”, which links to ${to.length}; the lists below name them.`}
      >
        {from.map((story, place) => (
          <Line key={story.id} story={story} x1={SIDE} y1={yOf(place, from.length)} x2={left} y2={middle} />
        ))}
        {to.map((story, place) => (
          <Line key={story.id} story={story} x1={right} y1={middle} x2={WIDTH - SIDE} y2={yOf(place, to.length)} />
        ))}
        {from.map((story, place) => (
          <text key={story.id} x={SIDE - 10} y={yOf(place, from.length)} textAnchor="end">
            {shortened(story.headline, MAX_LETTERS.side)}
          </text>
        ))}
        <text className={styles.here} x={WIDTH / 2} y={middle} textAnchor="middle">
          {shortened(headline, MAX_LETTERS.middle)}
        </text>
        {to.map((story, place) => (
          <text key={story.id} x={WIDTH - SIDE + 10} y={yOf(place, to.length)}>
            {shortened(story.headline, MAX_LETTERS.side)}
          </text>
        ))}
      </svg>
    </section>
  )
}

/** A link from left to right; broken where readers do not have the story at its other end. */
function Line({ story, x1, y1, x2, y2 }: { story: Neighbour; x1: number; y1: number; x2: number; y2: number }) {
  const bend = (x1 + x2) / 2
  return (
    <path
      d={`M ${x1} ${y1} C ${bend} ${y1}, ${bend} ${y2}, ${x2} ${y2}`}
      strokeDasharray={story.state === 'published' ? undefined : '5 5'}
    />
  )
}

function Side({ title, stories, total }: { title: string; stories: Neighbour[]; total: number }) {
  return (
    <section>
      <h2>
        {title} <span className={styles.count}>{total}</span>
      </h2>
      {stories.length ? (
        <ul>
          {stories.map(({ id, headline, language, state, places }) => (
            <li key={id} className={styles.neighbour}>
              <a href={`/admin/links/${id}`} {...languageAttributes(language)}>
                {headline || `Story ${id}`}
              </a>
              <span className={styles.why}>
                {places.map((place) => PLACES[place]).join(', ')}
                {state === 'published' ? '' : ` · ${state === 'in-review' ? 'in review' : state}`}
              </span>
            </li>
          ))}
        </ul>
      ) : (
        <p className={styles.why}>None.</p>
      )}
      {total > stories.length ? <p className={styles.why}>And {total - stories.length} more.</p> : null}
    </section>
  )
}

const PLACES = { text: 'in its words', 'also-read': 'also read', 'related-news': 'related news' } as const

function shortened(words: string, most: number): string {
  return words.length <= most ? words : `${words.slice(0, most).replace(/\s+\S*$/, '')} …`
}
