import type { Picture } from '../../contract-pictures.ts'
import type { Block, Part, PrintedDocument, Row } from '../../documents/printed.ts'
import { day, instant } from '../../dossiers/swedish.ts'
import { areaMapSize } from '../map/draw-areas.ts'
import { figuresOf } from './figures-parts.ts'
import { taskNames, weekTitle } from './words.ts'

const states = { draft: 'Utkast', frozen: 'Fryst, inte signerad', signed: 'Signerad' } as const

/** A picture in the order it is printed: who, which week, state, digest and signatures first; then the map and the sections. */
export function printedPicture(picture: Picture, map: Uint8Array | null): PrintedDocument {
  const { week, version, municipality, state, signatures, compiledAt } = picture
  const shared = version === 'shared'
  const title = `Lägesbild ${weekTitle(week).toLowerCase()}`
  const which = shared ? 'Delad version' : 'Polisens interna version'
  return {
    title,
    subtitle: `${which}, ${span(picture.from, picture.to)}${state === 'signed' ? '' : `, ${states[state].toLowerCase()}`}`,
    fileName: `${title}${shared ? ', delad version' : ', intern'}`,
    municipality,
    keywords: 'lägesbild, brottsförebyggande arbete',
    draft: state !== 'signed',
    at: new Date(signatures.at(-1)?.at ?? picture.frozen?.at ?? compiledAt ?? 0),
    parts: [
      {
        title: null,
        blocks: [{ kind: 'rows', rows: headOf(picture) }, ...mapOf(picture, map)],
      },
      ...picture.sections.map((section): Part => {
        const text = section.text
          .split(/\n+/)
          .map((one) => one.trim())
          .filter(Boolean)
          .map((one): Block => ({ kind: 'paragraph', text: one }))
        const figures = figuresOf(section)
        const blocks = [...text, ...figures]
        return {
          title: section.internal ? `${section.title} (endast polisen)` : section.title,
          blocks:
            blocks.length > 0 ? blocks : [{ kind: 'paragraph', text: 'Inget att säga den här veckan.' }],
        }
      }),
      ...rowParts(picture),
    ],
  }
}

function headOf({ week, version, state, sha256, signatures, previous, compiledAt }: Picture): Row[] {
  const side = (which: 'police' | 'municipality') => signatures.find((one) => one.side === which)
  const signed = (which: 'police' | 'municipality'): string => {
    const one = side(which)
    return one ? `${one.by}, ${one.title}, ${instant(one.at)}` : 'ej signerad'
  }
  return [
    ['Vecka', weekTitle(week)],
    ['Version', version === 'shared' ? 'Delad med kommunen' : 'Polisens interna'],
    ['Läge', states[state]],
    ['Siffrorna sammanställda', compiledAt ? instant(compiledAt) : 'nej'],
    ['Signerad för polisen', signed('police')],
    ['Signerad för kommunen', signed('municipality')],
    ...(sha256 ? [['SHA-256', sha256] as const] : []),
    ...(previous
      ? [['Kedjad till', `${weekTitle(previous.week)}, ${previous.sha256.slice(0, 16)}…`] as const]
      : []),
  ]
}

const mapOf = ({ week, version }: Picture, map: Uint8Array | null): Block[] =>
  map
    ? [
        {
          kind: 'picture',
          png: map,
          size: areaMapSize,
          caption:
            version === 'shared'
              ? 'Händelser efter område. Streckade områden är dolda: färre än fem, eller för att skydda andra.'
              : 'Händelser efter område, och de händelser vars plats är känd.',
          alt: `Karta över händelserna ${weekTitle(week).toLowerCase()}`,
        },
      ]
    : []

function rowParts({ attendance, decisions, tasks, to }: Picture): Part[] {
  const part = (title: string, block: Block | null): Part => ({
    title,
    blocks: [block ?? { kind: 'paragraph', text: 'Inget antecknat.' }],
  })
  return [
    part(
      'Närvaro',
      attendance.length === 0
        ? null
        : {
            kind: 'table',
            head: ['Organisation', 'Funktion', ''],
            rows: attendance.map((one) => [
              one.organisation,
              one.function,
              one.present ? 'närvarande' : 'förhinder',
            ]),
            widths: [0.45, 0.35, 0.2],
            figures: 0,
          },
    ),
    part(
      'Beslut',
      decisions.length === 0
        ? null
        : {
            kind: 'table',
            head: ['Beslut', 'Ansvarig'],
            rows: decisions.map(({ text, responsible, internal }) => [
              internal ? `${text} (endast polisen)` : text,
              responsible ?? '',
            ]),
            widths: [0.7, 0.3],
            figures: 0,
          },
    ),
    part(
      'Uppgifter',
      tasks.length === 0
        ? null
        : {
            kind: 'table',
            head: ['Uppgift', 'Vem', 'Senast', 'Läge'],
            rows: tasks.map(({ text, owner, dueOn, state, internal }) => [
              internal ? `${text} (endast polisen)` : text,
              owner,
              dueOn ? day(dueOn) : '',
              dueOn && dueOn <= to && (state === 'open' || state === 'doing')
                ? `${taskNames[state]}, försenad`
                : taskNames[state],
            ]),
            widths: [0.42, 0.22, 0.2, 0.16],
            figures: 0,
          },
    ),
  ]
}

/** "23–29 november 2026", "28 september–4 oktober 2026" */
function span(from: string, to: string): string {
  const [first = '', month = '', year = ''] = day(from).split(' ')
  const last = day(to)
  const [, lastMonth, lastYear] = last.split(' ')
  if (month === lastMonth) return `${first}–${last}`
  return year === lastYear ? `${first} ${month}–${last}` : `${first} ${month} ${year}–${last}`
}
