import { nowhere } from '@/app/_admin-api/api-route'

/** An address of the Admin API that is nobody's. */
async function answer(request: Request): Promise<Response> {
  return nowhere(request, { params: Promise.resolve({}) })
}

export { answer as DELETE, answer as GET, answer as PATCH, answer as POST, answer as PUT }
