/** The sign of the house: a file with a tick. */
export function BrandMark({ size = 22 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden="true">
      <path
        d="M2.5 5.2A2.7 2.7 0 0 1 5.2 2.5h3.6c.8 0 1.5.35 2 .95l1.5 1.75h1.2c5 0 8.5 3.6 8.5 8.15s-3.5 8.15-8.5 8.15H5.2a2.7 2.7 0 0 1-2.7-2.7Z"
        fill="var(--ink)"
      />
      <path d="m7.6 13.3 3.3 3.3 5.8-6.2" fill="none" stroke="#fff" strokeWidth="2.1" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  )
}
