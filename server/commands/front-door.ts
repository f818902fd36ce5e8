import { CommandProblem } from '@/server/commands/command-problem'
import { caddyConfiguration } from '@/server/front-door/caddy'
import { nginxConfiguration } from '@/server/front-door/nginx'
import type { Settings } from '@/server/settings'

const WRITERS = { nginx: nginxConfiguration, caddy: caddyConfiguration }

interface FrontDoorCommand {
  settings: Pick<Settings, 'siteUrl' | 'pageFiles' | 'port'>
  args: string[]
  print: (text: string) => void
}

/**
 * `front-door nginx` or `front-door caddy`: prints the configuration with which the program sends the files of PAGE_FILES
 * and asks the site for everything else. Throws CommandProblem without PAGE_FILES.
 */
export async function frontDoor({ settings, args, print }: FrontDoorCommand): Promise<number> {
  const [program = ''] = args
  const write = Object.entries(WRITERS).find(([name]) => name === program)?.[1]
  if (!write) throw new CommandProblem('front-door nginx | caddy')
  const { siteUrl, pageFiles, port } = settings
  if (pageFiles === null)
    throw new CommandProblem('Set PAGE_FILES to the folder in which the site keeps its pages as files.')
  print(write({ siteUrl, folder: pageFiles, port }).trimEnd())
  return 0
}
