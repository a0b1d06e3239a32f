// Runs before the first paint, so that somebody who chose the dark sees no white flash while the program loads.
// The key and the attribute are Mantine's own; a file because the page allows no inline script.
;(() => {
  let chosen
  try {
    chosen = localStorage.getItem('dosar-color-scheme')
  } catch {}
  const dark = chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light')
})()
