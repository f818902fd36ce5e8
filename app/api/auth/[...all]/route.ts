import { auth } from '@/app/auth'

const answer = async (request: Request) => (await auth()).answer(request)

export { answer as GET, answer as POST }
