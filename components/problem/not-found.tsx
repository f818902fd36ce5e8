import { ProblemPage } from '@/components/problem/problem-page'

export function NotFound() {
  return (
    <ProblemPage headline="There is no page at this address">
      <p>
        The address may be mistyped, or the link that led here may be wrong. Nothing we published is lost: search for a
        word you remember.
      </p>
    </ProblemPage>
  )
}
