import { useSyncExternalStore } from 'react'

const nothingChanges = () => () => {}

/**
 * Whether the page's scripts run by now. Until then it is the server's page: what is typed into a field would be
 * overwritten when they wake, a button would do nothing, and a form would go out with its words in the address.
 */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    nothingChanges,
    () => true,
    () => false,
  )
}
