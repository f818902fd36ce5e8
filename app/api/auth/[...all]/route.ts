import { auth } from '@/app/_desk/auth'

const answer = async (request: Request) => (await auth()).answer(request)

export { answer as GET, answer as POST }
