import { authentication } from '@/app/_desk/auth'

const answer = async (request: Request) => (await authentication()).answer(request)

export { answer as GET, answer as POST }
