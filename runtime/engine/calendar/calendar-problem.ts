import type { Instant } from './instant.ts'

/** Why a text is no duration. */
export type DurationFault = 'shape' | 'nothing-counted' | 'fraction' | 'sign-inside' | 'too-long'

/** Why a moment cannot be computed. Each is a situation that a definition, a setting or a card can bring about. */
export type CalendarProblem =
  | { code: 'not-a-duration'; text: string; why: DurationFault }
  | { code: 'months-in-working-time'; text: string }
  | { code: 'no-working-hours' }
  | { code: 'no-working-time-near'; from: Instant }
  | { code: 'unknown-zone'; zone: string }
  | { code: 'bad-working-hours'; place: string; found: string }
  | { code: 'bad-date'; place: string; found: string }
  | { code: 'no-such-hour'; found: string }
  | { code: 'out-of-range' }
