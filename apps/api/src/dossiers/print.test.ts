import {
  type CameraMeasure,
  cameraReport,
  cameraShape,
  type Demand,
  type Ground,
  isRefusal,
  townFrom,
} from '@trygghetskartan/siting'
import { strFromU8, unzipSync } from 'fflate'
import { extractText, getDocumentProxy, getMeta } from 'unpdf'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Dossier } from '../contract-decisions.ts'
import { docxOf } from '../documents/docx.ts'
import { pdfOf } from '../documents/pdf.ts'
import { type DossierDocument, documentOf } from './document.ts'
import { cameraFacts } from './facts.ts'
import { figuresOf } from './figures.ts'
import { drawMap } from './picture/draw-map.ts'
import { letterforms, mapPicture } from './picture/map-picture.ts'
import { printedDossier } from './printed-dossier.ts'
import { writeSections } from './write-sections.ts'

const ring = (west: number, south: number, east: number, north: number): [number, number][] => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
]
const box = [14.15, 56.025, 14.165, 56.033] as const
const ground: Ground = {
  box,
  buildings: [
    { id: 'a', use: 'home', homes: 12, homesAssumed: true, rings: [ring(14.1573, 56.0288, 14.1577, 56.029)] },
    {
      id: 'b',
      use: 'school',
      homes: 0,
      homesAssumed: false,
      name: 'Årummets skola',
      rings: [ring(14.1573, 56.0282, 14.1577, 56.0284)],
    },
  ],
  walls: [],
  streets: [
    {
      id: 's',
      kind: 'residential',
      name: 'Östra Storgatan',
      width: 8,
      widthAssumed: true,
      lit: true,
      covered: false,
      line: [
        [14.155, 56.0286],
        [14.16, 56.0286],
      ],
    },
  ],
  lamps: [],
  cameras: [],
  greenery: [],
  sensitive: [],
  water: [],
  measures: [],
  sources: ['© OpenStreetMap contributors'],
}
const blocks = Array.from({ length: 56 }, (_, i) => (i === 4 * 8 + 7 ? 24 : 0))
const demand: Demand = {
  box,
  asOf: '2026-11-22',
  reports: [
    {
      id: 'r',
      geometry: { type: 'Point', coordinates: [14.1573, 56.0286] },
      reasons: ['darkness'],
      receivedOn: '2026-10-01',
      weekdays: [5],
      from: '21:00',
      to: '24:00'.replace('24', '23'),
    },
  ],
  incidents: [
    {
      id: '1-1',
      ring: ring(14.1571, 56.0285, 14.1577, 56.0287),
      n: 24,
      kinds: { violence: 24 },
      blocks,
      quarters: [24, 0, 0, 0, 0, 0, 0, 0],
    },
  ],
  leftOut: { imprecise: 7, suppressed: 3 },
  surveys: [],
}
const camera: CameraMeasure = {
  kind: 'camera',
  id: 'c',
  layer: 'camera_sites',
  title: 'Östra Storgatan: mot öster',
  status: 'decided',
  investment: null,
  yearly: null,
  at: [14.157, 56.0286],
  camera: { movement: 'fixed', height: 5, direction: 90, focalLength: 4, sensorWidth: 5.4, across: 1920 },
  masks: [[ring(14.1573, 56.02865, 14.1577, 56.02878)]],
  hours: { weekdays: [5, 6], from: '20:00', to: '02:00' },
}
const properties = {
  title: camera.title,
  camera_type: 'fixed',
  status: 'decided',
  weekdays: [5, 6],
  hours_from: '20:00',
  hours_to: '02:00',
  storage_days: 14,
  purpose: 'Våld utanför krogarna på fredags- och lördagskvällar.',
  contact: 'Kontaktcenter',
  masks: camera.masks,
}
const at = new Date('2026-11-22T12:00:00Z')
const sha256 = '0123456789abcdef'.repeat(4)

describe('a dossier that is printed', () => {
  const town = townFrom(ground)
  let svg: string
  let dossier: Dossier
  const documents = {} as Record<'draft' | 'signed', DossierDocument>

  beforeAll(async () => {
    const report = cameraReport({ camera, edition: 2014, ground, demand, others: [] })
    const shape = cameraShape(town, camera, 2014)
    if (isRefusal(report) || isRefusal(shape)) throw new Error('the camera sees nothing')
    const figures = figuresOf({
      ...{ at, camera, town, demand, report, cameraVersion: 3, edition: 2014, lessIntrusive: [], run: null },
    })
    const picturing = { town, camera, report, at, area: shape.seen }
    svg = drawMap(picturing, letterforms())
    const picture = await mapPicture(picturing)
    expect(Buffer.compare(picture, await mapPicture(picturing))).toBe(0)
    dossier = {
      camera: 'c',
      version: 2,
      revision: 4,
      state: 'draft',
      sections: writeSections({
        camera: cameraFacts(properties),
        figures,
        municipality: 'Kristianstads kommun',
      }),
      figures,
      area: { type: 'MultiPolygon', coordinates: shape.seen as never },
      createdAt: at.toISOString(),
      updatedAt: at.toISOString(),
      updatedBy: 'Petra Lindgren',
      signed: null,
    }
    const inputs = {
      ...{
        properties,
        picture,
        municipality: 'Kristianstads kommun',
        reference: 'KS 2026/123',
        previous: null,
      },
    }
    documents.draft = documentOf({ ...inputs, dossier })
    documents.signed = documentOf({
      ...inputs,
      previous: sha256.split('').reverse().join(''),
      dossier: {
        ...dossier,
        state: 'signed',
        signed: { by: 'Petra Lindgren', title: 'Trygghetschef', at: '2026-11-22T13:30:00Z', sha256 },
      },
    })
  })

  /** Everything that has to be found in the file, whatever its format. */
  const words = (document: DossierDocument): string[] => [
    document.title,
    document.subtitle,
    ...document.sections.flatMap(({ title, paragraphs }) => [title, ...paragraphs]),
    ...[...document.facts, ...document.figures, ...document.signature.lines].flat(),
    ...[...document.zones, ...document.sensitive].flat(),
    document.chart.caption,
    document.picture.caption,
  ]
  const plain = (text: string) => text.replaceAll(/[\s\u00a0\u200b\u00ad-]+/g, '')

  it('tells the figures in its sections, and is named in Swedish', () => {
    const { sections } = dossier
    expect(sections.problem).toContain('våld och hot')
    expect(sections.area).toContain('Bilden är maskad på ett ställe')
    expect(sections.measures_tried).toContain('Ingen mindre ingripande åtgärd är alltså prövad')
    expect(dossier.figures.maskedM2).toBeGreaterThan(0)
    expect(documents.draft.fileName).toBe('Intresseavvägning Östra Storgatan mot öster version 2 utkast')
    expect(documents.signed.fileName).toBe('Intresseavvägning Östra Storgatan mot öster version 2')
  })

  it('has a map with zones, masks, names as outlines, scale and no letters that need a font', () => {
    expect(svg).not.toMatch(/<text|font-family|NaN|undefined/)
    expect(svg).toContain('url(#mask)')
    expect(svg.match(/class="name"/g)?.length).toBe(2)
  })

  it('as PDF holds each section, figure and picture, in Swedish and with numbered pages', async () => {
    for (const kind of ['draft', 'signed'] as const) {
      const file = await pdfOf(printedDossier(documents[kind]))
      expect(Buffer.compare(file, await pdfOf(printedDossier(documents[kind]))), 'the same each time').toBe(0)
      const pdf = await getDocumentProxy(new Uint8Array(file))
      const { totalPages, text } = await extractText(pdf, { mergePages: false })
      const { title, subtitle, municipality } = documents[kind]
      // What stands at the edges of each page would come between the halves of a paragraph.
      const pages = text.map((page, i) => {
        const foot = plain(`${subtitle}Sida ${i + 1} av ${totalPages}`)
        expect(plain(page)).toContain(foot)
        expect(plain(page).includes('UTKAST')).toBe(kind === 'draft')
        const head = i === 0 ? '' : plain(title + municipality)
        return plain(page).replace(foot, '').replace('UTKAST', '').replace(head, '')
      })
      const body = pages.join('')
      for (const word of words(documents[kind])) expect(body, word).toContain(plain(word))
      const { info } = await getMeta(pdf)
      expect(info).toMatchObject({ Title: documents[kind].title, Author: 'Kristianstads kommun' })
      expect(file.toString('latin1')).toMatch(/\/Lang \(sv-SE\)/)
      const operators = await (await pdf.getPage(1)).getOperatorList()
      const { OPS } = await import('unpdf/pdfjs')
      expect(operators.fnArray).toContain(OPS.paintImageXObject)
    }
  })

  it('as DOCX holds each section, figure and picture, with headings that word processors know', async () => {
    const file = unzipSync(new Uint8Array(await docxOf(printedDossier(documents.signed))))
    const xml = strFromU8(file['word/document.xml']!)
    const texts = xml
      .replaceAll(/<[^>]+>/g, ' ')
      .replaceAll('&quot;', '"')
      .replaceAll('&amp;', '&')
    const body = plain(texts)
    for (const word of words(documents.signed)) expect(body, word).toContain(plain(word))
    expect(xml.match(/w:val="Heading1"/g)?.length).toBeGreaterThanOrEqual(13)
    const pictures = Object.keys(file).filter((name) => name.startsWith('word/media/'))
    expect(pictures.map((name) => strFromU8(file[name]!.slice(1, 4)))).toEqual(['PNG', 'PNG'])
    const footer = Object.keys(file).find((name) => /footer/.test(name) && name.endsWith('.xml'))!
    expect(strFromU8(file[footer]!)).toMatch(/NUMPAGES/)
    expect(strFromU8(file['word/styles.xml']!)).toContain('sv-SE')
    expect(strFromU8(file['docProps/core.xml']!)).toContain(documents.signed.title)
  })
})
