/** Classes of an area's count, light to dark: told apart without colours too. */
export const areaClasses: readonly { readonly from: number; readonly fill: string; readonly text: string }[] =
  [
    { from: 0, fill: '#fdf6e3', text: '0–4' },
    { from: 5, fill: '#fbd98c', text: '5–9' },
    { from: 10, fill: '#f0a24b', text: '10–19' },
    { from: 20, fill: '#cf6a2c', text: '20–39' },
    { from: 40, fill: '#8f3215', text: '40 eller fler' },
  ]

/** Index of the class a count is in. */
export const classOf = (n: number): number => areaClasses.findLastIndex(({ from }) => n >= from)
