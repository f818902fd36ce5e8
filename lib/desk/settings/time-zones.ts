/** Zones that ICU still lists under the name they had before; IANA tzdata, file "backward". */
const RENAMED: Record<string, string> = {
  'Africa/Asmera': 'Africa/Asmara',
  'America/Buenos_Aires': 'America/Argentina/Buenos_Aires',
  'America/Godthab': 'America/Nuuk',
  'America/Indianapolis': 'America/Indiana/Indianapolis',
  'America/Louisville': 'America/Kentucky/Louisville',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'Europe/Kiev': 'Europe/Kyiv',
  'Pacific/Enderbury': 'Pacific/Kanton',
  'Pacific/Ponape': 'Pacific/Pohnpei',
  'Pacific/Truk': 'Pacific/Chuuk',
}

/** The IANA zones a paper can choose, under today's names, by name; `own` is among them however it is spelt. */
export function timeZones(own: string): string[] {
  const zones = Intl.supportedValuesOf('timeZone').map((zone) => RENAMED[zone] ?? zone)
  return [...new Set([...zones, 'UTC', own])].sort()
}

/** A zone as it is chosen. */
export interface ZoneChoice {
  /** The IANA name. */
  id: string
  /** The name of its place. */
  name: string
}

/** The zones that `timeZones` lists, by part of the world, each by the name of its place. */
export function zoneChoices(own: string): { region: string; zones: ZoneChoice[] }[] {
  const regions = new Map<string, ZoneChoice[]>()
  for (const id of timeZones(own)) {
    const [first = '', ...places] = id.split('/')
    const region = places.length ? first : 'Universal'
    const name = (places.length ? places.reverse().join(', ') : id).replaceAll('_', ' ')
    regions.set(region, [...(regions.get(region) ?? []), { id, name }])
  }
  const byName = new Intl.Collator('en')
  return [...regions]
    .map(([region, zones]) => ({ region, zones: zones.sort((a, b) => byName.compare(a.name, b.name)) }))
    .sort((a, b) => byName.compare(a.region, b.region))
}
