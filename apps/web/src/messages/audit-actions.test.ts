import { expect, test } from 'vitest'
import { actionWords } from './audit-actions.ts'

const server = import.meta.glob<string>(['../../../api/src/**/*.ts', '!**/*.test.ts'], {
  query: '?raw',
  import: 'default',
  eager: true,
})
/** As the server names what it enters in the trail: "plan.created". */
const named = /'([a-z-]+\.[a-z-]+)'/g

test('whatever is entered in the audit trail is told in words', () => {
  const actions = Object.values(server)
    .flatMap((text) => text.split('\n'))
    .filter((line) => /\baction: |\bwritten\(/.test(line))
    .flatMap((line) => [...line.matchAll(named)].map(([, action]) => action!))
  expect(actions.length).toBeGreaterThan(50)
  expect(actions.filter((action) => actionWords(action).en === action)).toEqual([])
})
