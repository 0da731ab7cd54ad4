// Signing in with a passkey, and adding one (WebAuthn). What is asked stands in the form; what the device answers goes along with it.
const form = document.querySelector('form[data-passkey]');
const one = selector => form.querySelector(selector);
const bytes = text => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), sign => sign.charCodeAt(0));
const text = buffer => btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
const named = list => (list ?? []).map(key => ({ ...key, id: bytes(key.id) }));

const asked = JSON.parse(form.dataset.options);
asked.challenge = bytes(asked.challenge);
const ask = form.dataset.passkey === 'get'
  ? () => navigator.credentials.get({ publicKey: { ...asked, allowCredentials: named(asked.allowCredentials) } })
  : () => navigator.credentials.create({ publicKey: { ...asked, user: { ...asked.user, id: bytes(asked.user.id) }, excludeCredentials: named(asked.excludeCredentials) } });

const parts = ['clientDataJSON', 'attestationObject', 'authenticatorData', 'signature', 'userHandle'];
const said = key => {
  const response = {};
  for (const part of parts) {
    if (key.response[part]) response[part] = text(key.response[part]);
  }
  return JSON.stringify({ id: key.id, rawId: text(key.rawId), type: key.type, clientExtensionResults: {}, response });
};

if (window.PublicKeyCredential) {
  one('[data-with]').hidden = false;
  one('[data-without]').hidden = true;
  form.addEventListener('submit', async event => {
    // A name that is missing is told by the server, before the device is asked anything.
    if ([...form.querySelectorAll('input[type=text]')].some(field => !field.value.trim())) return;
    event.preventDefault();
    try {
      one('[name$=Answer]').value = said(await ask());
      form.submit();
    } catch {
      // Stopped, too late, or nothing there that fits: browsers do not say which, so that sites cannot tell.
      one('[role=status]').textContent = form.dataset.failed;
    }
  });
}
