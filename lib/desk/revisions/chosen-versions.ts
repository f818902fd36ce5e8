import type { ListedRevision } from '@/lib/desk/revisions/listed-revision'
import { sittings } from '@/lib/desk/revisions/sittings'

/** Which two versions are compared. */
export interface ChosenVersions {
  before: number
  after: number
}

/**
 * The versions that the parameters of an address choose. Without one that is listed, the newest
 * version is compared with the last of the sitting before it, or with itself when there is none.
 */
export function chosenVersions(
  revisions: readonly ListedRevision[],
  parameters: Record<string, string | string[] | undefined>,
): ChosenVersions {
  const listed = (name: keyof ChosenVersions) =>
    revisions.find(({ version }) => `${version}` === parameters[name])?.version
  const after = listed('after') ?? revisions[0]?.version ?? 0
  const groups = sittings(revisions)
  const own = groups.findIndex(({ last, earlier }) => [last, ...earlier].some(({ version }) => version === after))
  const previous = groups[own + 1]?.last.version ?? revisions.find(({ version }) => version < after)?.version
  return { before: listed('before') ?? previous ?? after, after }
}
