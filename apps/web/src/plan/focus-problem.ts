/** Puts the focus on the first field that is wrong, once it is shown as such. */
export function focusFirstProblem(): void {
  requestAnimationFrame(() => {
    const field = document.querySelector<HTMLElement>(
      '[data-plan-form] [aria-invalid="true"], [data-plan-form] [data-problem]',
    )
    field?.closest('details')?.setAttribute('open', '')
    field?.focus()
    field?.scrollIntoView({ block: 'center', behavior: 'auto' })
  })
}
