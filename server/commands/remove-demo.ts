import { removeDemoEdition } from '@/db/demo-edition/remove'
import type { Writer } from '@/db/store/open'

/** `remove-demo`: removes the untouched demo edition from the store; returns the exit status. */
export async function removeDemo({
  db,
  settings,
  args,
}: {
  db: Writer
  settings: { dataDir: string }
  args: string[]
}): Promise<number> {
  if (args.length) {
    console.error('npm run broadsheet -- remove-demo     takes nothing else')
    return 2
  }
  const { removed, kept } = await removeDemoEdition(db, { dataDir: settings.dataDir, now: new Date() })
  const counts = Object.entries(removed).filter(([, count]) => count > 0)
  console.log(
    counts.length
      ? `Removed: ${counts.map(([kind, count]) => `${count} × ${kind}`).join(', ')}.`
      : 'There was nothing of the demo edition to remove.',
  )
  for (const { kind, name, why } of kept) console.log(`Kept the ${kind} “${name}”: ${why}`)
  return 0
}
