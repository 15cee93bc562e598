import type { PictureSection, SectionKind } from '@trygghetskartan/api/contract-pictures'
import type { ComponentType } from 'react'
import { AheadBlock } from './ahead-block.tsx'
import { ChangesBlock } from './changes-block.tsx'
import { MeasuresBlock } from './measures-block.tsx'
import { OperationsBlock } from './operations-block.tsx'
import { ReportsBlock } from './reports-block.tsx'
import { SummaryBlock } from './summary-block.tsx'
import { TimesBlock } from './times-block.tsx'

type Block = ComponentType<{ readonly data: NonNullable<PictureSection['data']> }>

const blocks: Readonly<Partial<Record<SectionKind, Block>>> = {
  summary: SummaryBlock,
  changes: ChangesBlock,
  times: TimesBlock,
  reports: ReportsBlock,
  measures: MeasuresBlock,
  operations: OperationsBlock,
  ahead: AheadBlock,
}

/** What was compiled for a section; nothing where it has no figures. */
export function SectionBlock({ section: { kind, data } }: { readonly section: PictureSection }) {
  const Block = blocks[kind]
  return Block && data ? <Block data={data} /> : null
}

/** Whether the section is one with figures. */
export const hasFigures = (kind: SectionKind): boolean => blocks[kind] !== undefined
