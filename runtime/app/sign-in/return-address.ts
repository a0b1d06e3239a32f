/**
 * Where to go after signing in: the address somebody was on when the session ended. Only a path of this program is
 * followed, so that a link cannot send a person elsewhere with a fresh session.
 */
export function returnAddress(query: string): string {
  const to = new URLSearchParams(query).get('to') ?? '/'
  return /^\/(?![/\\])/.test(to) && !to.startsWith('/sign-in') && !to.startsWith('/setup') && !to.startsWith('/demo') ? to : '/'
}
