import { authentication } from '@/app/_desk/auth'
import { store } from '@/app/store'
import { writeFault } from '@/db/store/open'
import { faultForEditors, type StorageFault, storageFault } from '@/db/store/storage-fault'

const answer = async (request: Request) => {
  try {
    const response = await (await authentication()).answer(request)
    if (response.status < 500) return response
    // The library does not say why it failed.
    const fault = await writeFault(await store())
    return fault ? inWords(fault) : response
  } catch (error) {
    // Counting an attempt and reading the settings fail before the library can answer.
    const fault = storageFault(error)
    if (!fault) throw error
    console.error(`sign-in failed, because ${fault.clause}`)
    return inWords(fault)
  }
}

function inWords(fault: StorageFault): Response {
  return Response.json({ message: faultForEditors(fault) }, { status: fault.status })
}

export { answer as GET, answer as POST }
