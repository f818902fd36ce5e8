import { machineDocument } from '@/app/_machine/machine-document'
import { readSecurityTxt } from '@/app/reads'

export const dynamic = 'force-dynamic'

/** `/.well-known/security.txt`. */
export async function GET(): Promise<Response> {
  return machineDocument(await readSecurityTxt(), { contentType: 'text/plain; charset=utf-8' })
}
