/** A EULUMDAT file of a luminaire with so many candela in every direction below the horizon, from lamps of 1000 lm. */
export function isotropic(candela: number): string {
  const gammas = Array.from({ length: 19 }, (_, g) => 5 * g)
  const head = [
    'Trygghetskartan',
    '1',
    '1',
    '1',
    '0',
    gammas.length,
    '5',
    'test',
    'Even light',
    '1',
    'even.ldt',
    '2026',
    ...Array.from({ length: 9 }, () => '0'),
    '100',
    '0',
    '1',
    '0',
    '1',
  ]
  const lamps = ['1', 'LED', '1000', '4000', '80', '10']
  const ratios = Array.from({ length: 10 }, () => '1')
  return [...head, ...lamps, ...ratios, '0', ...gammas, ...gammas.map(() => candela)].join('\n')
}
