import { jsonResponse, publisher } from '@/app/_machine/content-api'
import { readAuthors } from '@/app/reads'
import { authorsJson } from '@/lib/content-api/named-json'

export const dynamic = 'force-dynamic'

export async function GET() {
  return jsonResponse(authorsJson(await readAuthors(), await publisher()))
}
