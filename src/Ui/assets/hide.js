const LEAVE_AFTER = 2 * 60 * 1000
const TWICE_WITHIN = 1000

// Covers the page at once, without waiting for the network.
export function watchForHiding () {
  const link = document.querySelector('[data-lg-hide]')
  if (!link) return

  const cover = makeCover()
  let hiddenSince = null
  let lastEscape = -Infinity

  const isHidden = () => hiddenSince !== null
  const title = document.title

  const leaveIfLong = () => {
    if (isHidden() && Date.now() - hiddenSince >= LEAVE_AFTER) window.location.replace(link.href)
  }

  const hide = () => {
    if (isHidden()) return
    hiddenSince = Date.now()
    document.title = 'Lifeguard'
    document.body.append(cover.box)
    document.documentElement.classList.add('lg-is-hidden')
    cover.button.focus()
    window.setTimeout(leaveIfLong, LEAVE_AFTER)
  }

  const show = () => {
    hiddenSince = null
    lastEscape = -Infinity
    document.title = title
    document.documentElement.classList.remove('lg-is-hidden')
    cover.box.remove()
    link.focus()
  }

  link.addEventListener('click', (event) => {
    event.preventDefault()
    hide()
  })
  cover.button.addEventListener('click', show)
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || event.repeat) return
    if (event.timeStamp - lastEscape < TWICE_WITHIN) hide()
    lastEscape = event.timeStamp
  })
  // A sleeping laptop stops timers; look again when it wakes.
  document.addEventListener('visibilitychange', leaveIfLong)
}

function makeCover () {
  const box = document.createElement('div')
  box.className = 'lg-cover'
  box.setAttribute('role', 'dialog')
  box.setAttribute('aria-modal', 'true')
  box.setAttribute('aria-label', 'Hidden')

  const words = document.createElement('p')
  words.className = 'lg-cover__words'
  words.textContent = 'Hidden'

  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'govuk-button govuk-button--secondary'
  button.textContent = 'Show again'

  box.append(words, button)
  return { box, button }
}
