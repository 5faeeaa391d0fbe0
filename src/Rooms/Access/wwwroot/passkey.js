// Asks the browser for a passkey and sends what it gives with the form around the button.
// Without this script, or in a browser that has no passkeys, the button stays hidden.
let asking = null

for (const form of document.querySelectorAll('form[data-passkey]')) {
  if (!window.PublicKeyCredential?.parseRequestOptionsFromJSON) continue

  form.querySelector('[data-passkey-button]').hidden = false
  form.querySelector('[data-passkey-without]')?.remove()
  form.addEventListener('submit', (event) => {
    if (form.elements.Credential.value) return
    event.preventDefault()
    event.stopPropagation()
    give(form, false)
  })
  if (form.dataset.passkeyOffered) offer(form)
}

// The browser shows the passkey where the address is typed, and waits.
async function offer (form) {
  if (await window.PublicKeyCredential.isConditionalMediationAvailable?.()) give(form, true)
}

async function give (form, isOffered) {
  const fault = form.querySelector('[data-passkey-fault]')
  fault.hidden = true
  try {
    const { options, state } = await question(form)
    asking?.abort()
    asking = new AbortController()
    const credential = form.dataset.passkey === 'make'
      ? await navigator.credentials.create({ publicKey: window.PublicKeyCredential.parseCreationOptionsFromJSON(JSON.parse(options)), signal: asking.signal })
      : await navigator.credentials.get({ publicKey: window.PublicKeyCredential.parseRequestOptionsFromJSON(JSON.parse(options)), signal: asking.signal, mediation: isOffered ? 'conditional' : 'optional' })
    form.elements.State.value = state
    form.elements.Credential.value = JSON.stringify(credential)
    // Nothing else of the page is sent but whether the computer is shared.
    const shared = document.querySelector('input[name=Shared][type=checkbox]')
    if (shared?.checked) form.append(Object.assign(document.createElement('input'), { type: 'hidden', name: 'Shared', value: 'true' }))
    form.submit()
  } catch (error) {
    if (!isOffered && error.name !== 'AbortError') fault.hidden = false
  }
}

async function question (form) {
  const answer = await fetch(form.dataset.passkeyQuestion, { method: 'POST', body: new FormData(form), credentials: 'same-origin' })
  if (!answer.ok) throw new Error('No answer')
  return answer.json()
}
