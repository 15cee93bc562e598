/** The provider's few pages: plain forms that a person, a browser test or a cookie jar can send. */

const page = (title: string, body: string): string => `<!doctype html>
<html lang="sv"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${title}</title></head><body><main><h1>${title}</h1>${body}</main></body></html>`

export const loginPage = (action: string, problem = ''): string =>
  page(
    'Legitimera dig',
    `${problem && `<p role="alert">${problem}</p>`}
<form method="post" action="${action}">
<p><label>Användarnamn <input name="username" autocomplete="username"></label></p>
<p><label>Lösenord <input name="password" type="password" autocomplete="current-password"></label></p>
<p><button>Legitimera</button> <button name="cancel" value="1">Avbryt</button></p>
</form>`,
  )

/** `form` is the provider's own empty form with its token against forgery. */
export const logoutPage = (form: string): string =>
  page(
    'Logga ut hos leverantören?',
    `${form}
<p><button form="op.logoutForm" name="logout" value="yes">Ja, logga ut</button>
<button form="op.logoutForm">Nej</button></p>`,
  )

export const failurePage = (text: string): string =>
  page('Det gick inte', `<p>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`)
