/** The warning for admins that pages have faults which no editor can mend. */
export function SiteFaultWarning({ count }: { count: number }) {
  return (
    <p>
      Search engines would find {count === 1 ? 'a fault' : `${count} faults`} in pages that no editor can mend.{' '}
      <a href="/admin/settings#faults">See what is wrong</a>
    </p>
  )
}
