import { Button } from '@/components/desk/button'
import { useArticle, useManuscript, useSession } from '@/components/desk/room/session/session-context'
import { languageAttributes } from '@/components/language-attributes'
import { plainText } from '@/lib/article/body'
import type { LinkSuggestion } from '@/lib/desk/articles/link-suggestion'
import styles from './links-part.module.css'
import type { LinkProposals } from './use-link-proposals'

interface Props {
  /** The id of the paragraph above the slot. */
  afterId: string
  proposals: LinkProposals
  /** Does something that may take away what has the focus. */
  afterwards: (work: () => void | Promise<void>) => void
}

const LABEL_LETTERS = 40

/** The stories for one slot: the first to be read also, the others in a list below it. */
export function SlotProposal({ afterId, proposals, afterwards }: Props) {
  const session = useSession()
  const language = useManuscript((manuscript) => manuscript.language)
  const above = useManuscript(({ body }) => {
    const element = body.find(({ id }) => id === afterId)
    return element?.type === 'paragraph' ? shortened(plainText(element.text)) : ''
  })
  const { links, suggestions, take } = proposals
  const stories = (links.get(afterId) ?? []).flatMap((id) => suggestions.find((one) => one.id === id) ?? [])
  // Two further stories make a list; a single one would stand alone.
  const shown = stories.length === 2 ? stories.slice(0, 1) : stories
  return (
    <li className={styles.slot}>
      <div className={styles.line}>
        <button
          type="button"
          className={styles.place}
          onClick={() => session.goTo({ field: 'body', elementId: afterId })}
        >
          Below “<span {...languageAttributes(language)}>{above}</span>”
        </button>
        <Button
          data-take=""
          aria-label={`Take the links below “${above}”`}
          onClick={() => afterwards(() => take([afterId]))}
        >
          Take
        </Button>
      </div>
      <ul className={styles.stories}>
        {shown.map((story, place) => (
          <Story key={story.id} isFirst={place === 0} story={story} proposals={proposals} afterwards={afterwards} />
        ))}
      </ul>
    </li>
  )
}

function Story({
  story,
  isFirst,
  proposals: { swap, decide },
  afterwards,
}: Omit<Props, 'afterId'> & { story: LinkSuggestion; isFirst: boolean }) {
  const mayPair = useArticle(({ can }) => can['pair stories'])
  const { headline, isPinned, reasons } = story
  const before = isPinned ? ('pinned' as const) : null
  const tool = (name: string, work: () => void | Promise<void>) => (
    <button type="button" className={styles.tool} aria-label={`${name}: ${headline}`} onClick={() => afterwards(work)}>
      {name}
    </button>
  )
  return (
    <li className={styles.story} data-first={isFirst || undefined}>
      <a href={`/admin/articles/${story.id}`} target="_blank" rel="noopener" {...languageAttributes(story.language)}>
        {headline}
      </a>
      <p className={styles.reason}>{reasons.join(' · ')}</p>
      <div className={styles.tools}>
        {tool('Another', () => swap(story.id))}
        {isPinned ? null : tool('Not here', () => decide(story, 'refused', 'It is not proposed here again.', before))}
        {mayPair ? tool('Never', () => decide(story, 'never', 'The two are never paired.', before)) : null}
        {mayPair
          ? tool(
              isPinned ? 'Unpin' : 'Pin',
              () =>
                void decide(
                  story,
                  isPinned ? null : 'pinned',
                  isPinned ? 'The pin is off.' : 'It comes first here.',
                  before,
                ),
            )
          : null}
      </div>
    </li>
  )
}

function shortened(text: string): string {
  const letters = [...text.trim()]
  return letters.length > LABEL_LETTERS ? `${letters.slice(0, LABEL_LETTERS).join('').trimEnd()}…` : letters.join('')
}
