import type { Text } from '@trygghetskartan/api/contract'
import { type ComponentType, lazy } from 'react'
import { adminSections as titles } from '../messages/admin.ts'
import type { IconName } from '../ui/icon.tsx'

interface Section {
  /** Last part of its address. */
  readonly path: string
  readonly title: Text
  readonly icon: IconName
  readonly Page: ComponentType
}

/** In the order they stand in the menu; the first one opens. */
export const sections: readonly Section[] = [
  {
    path: 'personer',
    title: titles.people,
    icon: 'person',
    Page: lazy(() => import('./people.tsx').then(({ People }) => ({ default: People }))),
  },
  {
    path: 'sessioner',
    title: titles.sessions,
    icon: 'system',
    Page: lazy(() => import('./sessions.tsx').then(({ Sessions }) => ({ default: Sessions }))),
  },
  {
    path: 'nycklar',
    title: titles.tokens,
    icon: 'key',
    Page: lazy(() => import('./tokens.tsx').then(({ Tokens }) => ({ default: Tokens }))),
  },
  {
    path: 'importer',
    title: titles.imports,
    icon: 'upload',
    Page: lazy(() => import('./imports.tsx').then(({ Imports }) => ({ default: Imports }))),
  },
  {
    path: 'gallring',
    title: titles.retention,
    icon: 'clock',
    Page: lazy(() => import('./retention.tsx').then(({ Retention }) => ({ default: Retention }))),
  },
  {
    path: 'sparlogg',
    title: titles.audit,
    icon: 'history',
    Page: lazy(() => import('./audit.tsx').then(({ Audit }) => ({ default: Audit }))),
  },
  {
    path: 'drift',
    title: titles.operation,
    icon: 'pulse',
    Page: lazy(() => import('./operation.tsx').then(({ Operation }) => ({ default: Operation }))),
  },
]
