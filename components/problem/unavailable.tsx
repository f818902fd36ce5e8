import { ProblemPage } from '@/components/problem/problem-page'

export function Unavailable() {
  return (
    <ProblemPage headline="This page cannot be shown right now">
      <p>The fault is ours, not yours, and it has been noted. The page will be back; please try again in a minute.</p>
    </ProblemPage>
  )
}
