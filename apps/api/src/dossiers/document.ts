import { describeLayer, layerById, measureStatuses } from '@trygghetskartan/layers'
import type { Dossier } from '../contract-decisions.ts'
import type { Row } from '../documents/printed.ts'
import { type CameraFacts, cameraFacts } from './facts.ts'
import { drawHourChart } from './hour-chart.ts'
import { watchedByHour } from './hours.ts'
import { letterforms } from './picture/map-picture.ts'
import { dossierSections } from './sections.ts'
import { day, hoursText, instant, number, percent } from './swedish.ts'

export interface DocumentInputs {
  readonly dossier: Dossier
  /** The camera's columns as they are now. */
  readonly properties: Readonly<Record<string, unknown>>
  readonly municipality: string
  /** Case number of the camera's newest decision. */
  readonly reference: string | null
  /** Hex; of the signed version before. */
  readonly previous: string | null
  readonly picture: Uint8Array
}

/** A dossier as it is printed, whatever the format: Swedish, top to bottom. */
export interface DossierDocument {
  readonly title: string
  readonly subtitle: string
  /** Without its ending. */
  readonly fileName: string
  readonly municipality: string
  readonly facts: readonly Row[]
  readonly sections: readonly { readonly title: string; readonly paragraphs: readonly string[] }[]
  readonly figures: readonly Row[]
  readonly zones: readonly (readonly string[])[]
  readonly sensitive: readonly (readonly string[])[]
  readonly chart: { readonly svg: string; readonly caption: string }
  readonly picture: { readonly png: Uint8Array; readonly caption: string }
  readonly signature: { readonly signed: boolean; readonly lines: readonly Row[] }
  /** Of the version: makes the file's own clock, so that the same version gives the same file. */
  readonly at: Date
}

const cameraType = (type: string): string =>
  describeLayer(layerById('camera_sites')!, 'planner')
    .fields.find(({ name }) => name === 'camera_type')
    ?.options?.find(({ value }) => value === type)?.title.sv ?? type

/** Everything that a dossier's printed form says. */
export function documentOf(inputs: DocumentInputs): DossierDocument {
  const { dossier, municipality, reference, previous, picture } = inputs
  const camera = cameraFacts(inputs.properties)
  const { figures, signed, version } = dossier
  const draft = signed ? '' : ', utkast'
  const status = measureStatuses.find(({ value }) => value === camera.status)?.title.sv ?? camera.status
  return {
    title: `Intresseavvägning: ${camera.title}`,
    subtitle: `Dokumentation av kamerabevakning, version ${version}${draft}`,
    fileName: fileNameOf(camera, version, signed === null),
    municipality,
    facts: [
      ['Personuppgiftsansvarig', municipality],
      ['Diarienummer', reference ?? 'ej angivet'],
      ['Kamera', `${camera.title} (${cameraType(camera.type).toLowerCase()})`],
      ['Plats', figures.place || 'se kartbilden'],
      ['Status', status],
      ['Bevakningens tider', camera.hours ? hoursText(camera.hours) : 'ej angivna'],
      ['Lagring', camera.storageDays === null ? 'ej angiven' : `${number(camera.storageDays)} dygn`],
      ['Ljud', camera.sound ? 'tas upp' : 'avstängt'],
      ['Underlaget läst', instant(figures.at)],
    ],
    sections: dossierSections.map(({ id, title }, i) => ({
      title: `${i + 1}. ${title.sv}`,
      paragraphs: dossier.sections[id]
        .split(/\n+/)
        .map((paragraph) => paragraph.trim())
        .filter(Boolean),
    })),
    ...tablesOf(dossier),
    chart: {
      svg: drawHourChart(
        {
          incidents: figures.incidents.byHour,
          reports: figures.reports.byHour,
          watched: watchedByHour(camera.hours),
        },
        letterforms(),
      ),
      caption:
        'Polishändelser (fyllda) och rapporter (streckade) på ytan efter klockslag. Bandet överst visar när kameran bevakar, lågt där det bara gäller vissa veckodagar.',
    },
    picture: {
      png: picture,
      caption: `Bevakat område efter zon, maskningar och omgivning. Skala och norrpil i bilden. Läst ${day(figures.at)}.`,
    },
    signature: {
      signed: signed !== null,
      lines: signed
        ? [
            ['Signerad av', signed.by],
            ['Befattning', signed.title],
            ['Tidpunkt', instant(signed.at)],
            ['SHA-256', signed.sha256],
            ['Föregående version', previous ?? 'ingen signerad'],
          ]
        : [['Signerad', 'Nej. Detta är ett utkast: bevakningen får inte påbörjas.']],
    },
    at: new Date(signed?.at ?? dossier.updatedAt),
  }
}

function tablesOf({ figures }: Dossier): Pick<DossierDocument, 'figures' | 'zones' | 'sensitive'> {
  const { incidents, reports, watched, hotspotShare } = figures
  return {
    figures: [
      ['Bevakad yta', `${number(figures.seenM2)} m²`],
      ['Maskad yta', `${number(figures.maskedM2)} m²`],
      ['Bostäder med fasad i synfältet', number(figures.homes)],
      ['Bostadsfasad i synfältet', `${number(figures.facadeM)} m`],
      [`Polishändelser på ytan, ${incidents.months} månader`, number(incidents.n, 1)],
      ['Rapporter om otrygghet på ytan', number(reports.n)],
      ['Andel av det som hänt inom 500 m', hotspotShare === null ? 'inget har hänt' : percent(hotspotShare)],
      ['Bevakade timmar i veckan', `${number(watched.hours, watched.hours % 1 ? 1 : 0)} av 168`],
      [
        'Andel av problemet under bevakningens tider',
        watched.share === null ? 'inga klockslag kända' : percent(watched.share),
      ],
      ['Utanför räkningen: ungefärligt läge, i hela kommunen', number(figures.leftOut.imprecise)],
      ['Utanför räkningen: rutor med färre än fem', number(figures.leftOut.suppressed)],
      ['Sparad beräkning', figures.run ?? 'ingen'],
    ],
    zones: figures.zones.map(({ title, density, reachM, areaM2 }) => [
      title.sv,
      density > 0 ? number(density) : 'under lägsta',
      `${number(reachM)} m`,
      `${number(areaM2)} m²`,
    ]),
    sensitive: figures.sensitive.map(({ use, name, areaM2, facadeM }) => [
      uses[use] ?? use,
      name || 'utan namn',
      `${number(areaM2)} m²`,
      `${number(facadeM)} m`,
    ]),
  }
}

const uses: Readonly<Record<string, string>> = {
  home: 'Bostad',
  school: 'Skola',
  preschool: 'Förskola',
  care: 'Vård och omsorg',
  worship: 'Religiös verksamhet',
  playground: 'Lekplats',
  yard: 'Bostadsgård',
}

/** Swedish letters stay; what file systems refuse goes. */
const fileNameOf = ({ title }: CameraFacts, version: number, draft: boolean): string =>
  `Intresseavvägning ${title} version ${version}${draft ? ' utkast' : ''}`
    .replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, 120)
