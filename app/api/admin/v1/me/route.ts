import { apiRoute } from '@/app/_admin-api/api-route'

export const GET = apiRoute('getBearer', async ({ bearer }) => bearer)
