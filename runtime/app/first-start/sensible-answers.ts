/** Zones whose country speaks for itself where the browser's language does not say one. */
const countryOfZone: Readonly<Record<string, string>> = { 'Europe/Bucharest': 'RO', 'Europe/Chisinau': 'MD' }

/**
 * The country whose holidays are offered first: by the time zone, which tells where the computer stands, else by the region
 * of the browser's languages (`ro-MD`). Null where the program knows no calendar for it.
 */
export function likelyCountry(zone: string, languages: readonly string[], known: readonly string[]): string | null {
  const regions = languages.flatMap((tag) => tag.match(/-([A-Z]{2})\b/)?.[1] ?? [])
  return [countryOfZone[zone], ...regions].find((country) => country !== undefined && known.includes(country)) ?? null
}

/** The browser's zone where the server knows it; an old name of one (`Europe/Kiev`) may be unknown to the other side. */
export const likelyZone = (zone: string, known: readonly string[]): string => (known.includes(zone) ? zone : 'Europe/Bucharest')

/** "Europe/Bucharest" as people say it. */
export const spokenZone = (zone: string): string => zone.replaceAll('_', ' ')
