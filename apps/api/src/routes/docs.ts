import { createRouter, type Services } from '../context.ts'
import { rightsPage } from '../rights/page.ts'

interface Operation {
  summary?: string
  parameters?: { name: string; in: string; required?: boolean }[]
  responses: Record<string, { description?: string }>
}

const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)

function rowOf(method: string, path: string, operation: Operation): string {
  const parameters = (operation.parameters ?? [])
    .map((one) => `<code>${escapeHtml(one.name)}</code>${one.required ? '' : '?'} (${one.in})`)
    .join(', ')
  const answers = Object.entries(operation.responses)
    .map(([status, { description = '' }]) => `${status} ${escapeHtml(description)}`)
    .join('<br>')
  return `<tr><th scope="row"><code>${method.toUpperCase()} ${escapeHtml(path)}</code></th><td>${escapeHtml(operation.summary ?? '')}</td><td>${parameters}</td><td>${answers}</td></tr>`
}

const style =
  'body{font:16px/1.5 system-ui,sans-serif;margin:0;color:#16202a;background:#fff}main{max-width:75rem;margin:auto;padding:1.5rem;overflow-x:auto}' +
  'table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:.5rem;border-bottom:1px solid #c9d1d9}code{font-size:.9em}'

/** GET /api/docs: the OpenAPI document and the table of rights as one plain page, with nothing loaded from elsewhere. */
export function docsRoutes(layers: Services['layers'], document: () => { paths?: unknown }) {
  return createRouter()
    .get('/api/docs', (c) => {
      const paths = (document().paths ?? {}) as Record<string, Record<string, Operation>>
      const rows = Object.entries(paths).flatMap(([path, methods]) =>
        Object.entries(methods).map(([method, operation]) => rowOf(method, path, operation)),
      )
      return c.html(
        `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Trygghetskartan API</title><link rel="stylesheet" href="/api/docs.css">
<main><h1>Trygghetskartan API</h1><p>The same as <a href="/api/openapi.json">OpenAPI 3.1</a>. Errors are <code>application/problem+json</code> (RFC 9457).</p>
<table><thead><tr><th scope="col">Operation</th><th scope="col">What</th><th scope="col">Parameters</th><th scope="col">Answers</th></tr></thead><tbody>${rows.join('\n')}</tbody></table>
${rightsPage(layers, c.var.caller)}</main></html>`,
        200,
        { 'cache-control': 'no-store' },
      )
    })
    .get('/api/docs.css', (c) => c.body(style, 200, { 'content-type': 'text/css; charset=utf-8' }))
}
