import { authentication } from '@/app/_desk/auth'
import { store } from '@/app/store'
import { writeFault } from '@/db/store/open'
import { faultForEditors } from '@/db/store/storage-fault'

const answer = async (request: Request) => {
  const response = await (await authentication()).answer(request)
  if (response.status < 500) return response
  // The library does not say why it failed.
  const fault = await writeFault(await store())
  return fault ? Response.json({ message: faultForEditors(fault) }, { status: fault.status }) : response
}

export { answer as GET, answer as POST }
