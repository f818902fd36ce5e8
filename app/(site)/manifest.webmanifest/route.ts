import { machineDocument } from '@/app/_machine/machine-document'
import { readPublication } from '@/app/reads'
import { webManifest } from '@/lib/crawlers/web-manifest'

export const dynamic = 'force-dynamic'

export async function GET() {
  const { settings } = await readPublication()
  return machineDocument(JSON.stringify(webManifest(settings)), { contentType: 'application/manifest+json' })
}
