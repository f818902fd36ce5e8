import { Button } from '@/components/desk/button'
import { type DeskClock, revisionOrigin, revisionReason } from '@/components/desk/revisions/revision-text'
import { nearInstant } from '@/lib/desk/near-instant'
import type { ChosenVersions } from '@/lib/desk/revisions/chosen-versions'
import type { ListedRevision } from '@/lib/desk/revisions/listed-revision'
import { sittings } from '@/lib/desk/revisions/sittings'
import type { VersionVerdict } from '@/lib/desk/revisions/version-verdict'
import styles from './revision-list.module.css'

interface Props {
  /** Newest first. */
  revisions: ListedRevision[]
  /** What people without an account said about versions, newest first. */
  verdicts?: VersionVerdict[]
  chosen: ChosenVersions
  clock: DeskClock
}

/** All versions, grouped by editing session; the two that are compared are in the address of the page. */
export function RevisionList({ revisions, verdicts = [], chosen, clock }: Props) {
  const of = (version: number) => verdicts.filter((verdict) => verdict.version === version)
  return (
    <form className={styles.form} method="get">
      <div className={styles.head}>
        <p aria-hidden="true" className={styles.columns}>
          <span>From</span>
          <span>To</span>
        </p>
        <Button type="submit" look="main">
          Compare
        </Button>
      </div>
      <ol className={styles.list} reversed>
        {sittings(revisions).map(({ last, earlier }) => (
          <li key={last.version} className={styles.sitting}>
            <Version revision={last} verdicts={of(last.version)} chosen={chosen} clock={clock} />
            {earlier.length ? (
              <details open={earlier.some(({ version }) => version === chosen.before || version === chosen.after)}>
                <summary className={styles.summary}>
                  {earlier.length === 1 ? '1 save before it' : `${earlier.length} saves before it`}
                </summary>
                <ol className={styles.list} reversed>
                  {earlier.map((revision) => (
                    <li key={revision.version}>
                      <Version revision={revision} verdicts={of(revision.version)} chosen={chosen} clock={clock} />
                    </li>
                  ))}
                </ol>
              </details>
            ) : null}
          </li>
        ))}
      </ol>
    </form>
  )
}

interface VersionProps extends Required<Pick<Props, 'verdicts' | 'chosen' | 'clock'>> {
  revision: ListedRevision
}

function Version({ revision, verdicts, chosen, clock }: VersionProps) {
  const { version } = revision
  const radio = (side: keyof ChosenVersions, words: string) => (
    <input
      type="radio"
      name={side}
      value={version}
      defaultChecked={version === chosen[side]}
      aria-label={`${words} version ${version}`}
    />
  )
  return (
    <div className={styles.version}>
      {radio('before', 'From')}
      {radio('after', 'To')}
      <p className={styles.words}>
        <span className={styles.reason}>{revisionReason(revision)}</span>
        <span className={styles.origin}>
          {revisionOrigin(revision, clock)} · version {version}
        </span>
        {verdicts.map(({ verdict, writtenBy, writtenAt }) => (
          <span key={`${verdict} ${writtenAt}`} className={styles.verdict} data-verdict={verdict}>
            {verdict === 'approval' ? 'Approved' : 'Refused'} by {writtenBy}, {nearInstant(new Date(writtenAt), clock)}
          </span>
        ))}
      </p>
    </div>
  )
}
