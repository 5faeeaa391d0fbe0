import {
  Button, CharacterCount, Checkboxes, ErrorSummary, NotificationBanner,
  PasswordInput, Radios, ServiceNavigation, SkipLink, createAll
} from 'govuk-frontend'
import { watchForHiding } from './hide.js'

// Normally done by the first script of the page; here for pages that came without it.
if (!document.body.classList.contains('js-enabled')) {
  document.body.classList.add('js-enabled', 'govuk-frontend-supported')
}

watchForHiding()

// ARIA knows no "expanded" for radio buttons. What opens stands next in reading order.
class PlainRadios extends Radios {
  syncConditionalRevealWithInputState (input) {
    super.syncConditionalRevealWithInputState(input)
    input.removeAttribute('aria-expanded')
  }
}

for (const component of [
  Button, CharacterCount, Checkboxes, ErrorSummary, NotificationBanner,
  PasswordInput, PlainRadios, ServiceNavigation, SkipLink
]) createAll(component)

for (const button of document.querySelectorAll('[data-lg-print]')) {
  button.hidden = false
  button.addEventListener('click', () => window.print())
}
