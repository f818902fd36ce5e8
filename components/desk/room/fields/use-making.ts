import { useState } from 'react'
import { deskRequest } from '@/components/desk/desk-request'
import type { Named } from '@/components/desk/room/session/room-choices'
import { useSession } from '@/components/desk/room/session/session-context'
import type { Problem } from '@/lib/desk/refusal'

/**
 * Makes a topic, or an author, that a field misses, and hands it to `onMade`; null where the signed-in editor may not.
 * `problems` are those of the last attempt.
 */
export function useMaking(
  kind: 'topics' | 'authors',
  onMade: (made: Named) => void,
): { onMake: ((name: string) => void) | null; problems: Problem[] } {
  const session = useSession()
  const [problems, setProblems] = useState<Problem[]>([])
  const onMake = async (name: string) => {
    setProblems([])
    const response = await deskRequest(`POST /api/desk/${kind}`, { input: { name } })
    if (!response.ok) return setProblems(response.problems)
    const made = { id: response.answer.id, name }
    session.addChoice(kind, made)
    onMade(made)
  }
  return { onMake: session.choices.mayMake[kind] ? (name) => void onMake(name) : null, problems }
}
