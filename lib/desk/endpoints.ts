import type { z } from 'zod'
import * as account from '@/lib/desk/account/endpoints'
import * as addresses from '@/lib/desk/addresses/endpoints'
import * as archive from '@/lib/desk/archive/endpoints'
import * as articleActions from '@/lib/desk/articles/action-endpoints'
import * as corrections from '@/lib/desk/articles/correction-endpoints'
import * as articles from '@/lib/desk/articles/endpoints'
import * as links from '@/lib/desk/articles/link-endpoints'
import * as audit from '@/lib/desk/audit/endpoints'
import * as bin from '@/lib/desk/bin/endpoints'
import * as bulk from '@/lib/desk/bulk/endpoints'
import * as deliveries from '@/lib/desk/deliveries/endpoints'
import type { PathParams } from '@/lib/desk/endpoint'
import * as front from '@/lib/desk/front/endpoints'
import * as linkDesk from '@/lib/desk/links/endpoints'
import * as notifications from '@/lib/desk/notifications/endpoints'
import * as pages from '@/lib/desk/pages/endpoints'
import * as paper from '@/lib/desk/paper/endpoints'
import * as people from '@/lib/desk/people/endpoints'
import * as pictures from '@/lib/desk/pictures/endpoints'
import * as plans from '@/lib/desk/plans/endpoints'
import * as revisions from '@/lib/desk/revisions/endpoints'
import * as settings from '@/lib/desk/settings/endpoints'
import * as timelines from '@/lib/desk/timelines/endpoints'
import * as tokens from '@/lib/desk/tokens/endpoints'
import * as versionReview from '@/lib/desk/version-review/endpoints'

/** Every address below /api/desk, by the name of its declaration. */
export const ENDPOINTS = {
  ...account,
  ...addresses,
  ...archive,
  ...articles,
  ...articleActions,
  ...corrections,
  ...links,
  ...linkDesk,
  ...audit,
  ...bin,
  ...bulk,
  ...deliveries,
  ...front,
  ...pages,
  ...paper,
  ...notifications,
  ...people,
  ...pictures,
  ...plans,
  ...revisions,
  ...settings,
  ...timelines,
  ...tokens,
  ...versionReview,
}

type AnyEndpoint = (typeof ENDPOINTS)[keyof typeof ENDPOINTS]

/** The same by method and path, such as "POST /api/desk/articles/[id]/publish". */
export type DeskEndpoints = { [One in AnyEndpoint as `${One['method']} ${One['path']}`]: One }

/** An address below /api/desk with its method, such as "POST /api/desk/articles/[id]/publish". */
export type DeskAddress = keyof DeskEndpoints

/** What an address takes, before the server checked it. */
export type DeskInput<Address extends DeskAddress> = z.input<DeskEndpoints[Address]['input']>

/** What an address answers when it did what it was asked. */
export type DeskAnswer<Address extends DeskAddress> = z.output<DeskEndpoints[Address]['answer']>

/** The segments of an address that vary. */
export type DeskParams<Address extends DeskAddress> = PathParams<DeskEndpoints[Address]['path'], string | number>
