import { jsonResponse, publisher } from '@/app/_machine/content-api'
import { readTimelines } from '@/app/reads'
import { timelinesJson } from '@/lib/content-api/named-json'

export const dynamic = 'force-dynamic'

export async function GET() {
  return jsonResponse(timelinesJson(await readTimelines(), await publisher()))
}
