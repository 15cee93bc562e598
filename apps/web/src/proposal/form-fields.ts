import type { FieldDescription, Text } from '@trygghetskartan/api/contract'
import { densityZones } from '@trygghetskartan/siting'
import { proposalFields as words } from '../messages/proposal-fields.ts'

type Extra = Partial<Pick<FieldDescription, 'minimum' | 'maximum' | 'unit' | 'options' | 'required' | 'help'>>

const noSection: Text = { sv: '', en: '' }

/** A field of the asking, described as a layer describes its own, so that the same controls and checks serve. */
const field = (
  title: Text,
  control: FieldDescription['control'],
  extra: Extra = {},
): Omit<FieldDescription, 'name'> => ({
  title,
  control,
  required: false,
  readOnly: false,
  section: noSection,
  ...extra,
})

const kronor = { minimum: 0, maximum: 1_000_000_000, unit: 'SEK' }
const counted = (maximum: number) => ({ minimum: 0, maximum })
const metres = (minimum: number, maximum: number) => ({ minimum, maximum, unit: 'm', required: true })

const described = {
  investment: field(words.investment, 'integer', kronor),
  yearly: field(words.yearly, 'integer', kronor),
  most: field(words.most, 'integer', { minimum: 1, maximum: 200 }),
  homesWatched: field(words.homesWatched, 'integer', { ...counted(100_000), help: words.homesWatchedHelp }),
  cameraMost: field(words.atMost, 'integer', counted(200)),
  cameraLeast: field(words.atLeast, 'integer', counted(200)),
  cameraApart: field(words.cameraApart, 'integer', { ...counted(2000), unit: 'm' }),
  lampMost: field(words.atMost, 'integer', counted(200)),
  lampLeast: field(words.atLeast, 'integer', counted(200)),
  lampApart: field(words.lampApart, 'integer', { ...counted(2000), unit: 'm' }),
  clearingMost: field(words.atMost, 'integer', counted(200)),
  clearingLeast: field(words.atLeast, 'integer', counted(200)),
  presenceMost: field(words.atMost, 'integer', counted(200)),
  presenceLeast: field(words.atLeast, 'integer', counted(200)),
  riskWeekdays: field(words.weekdays, 'weekdays'),
  riskFrom: field(words.from, 'time'),
  riskTo: field(words.to, 'time'),
  halfLife: field(words.halfLife, 'choice', {
    required: true,
    help: words.halfLifeHelp,
    options: [
      { value: '91', title: words.quarter },
      { value: '182', title: words.halfYear },
      { value: '365', title: words.year },
      { value: '730', title: words.twoYears },
      { value: '100000', title: words.never },
    ],
  }),
  bandwidth: field(words.bandwidth, 'integer', { ...metres(5, 200), help: words.bandwidthHelp }),
  darkBelow: field(words.darkBelow, 'number', { minimum: 0.1, maximum: 50, unit: 'lx', required: true }),
  sightWithin: field(words.sightWithin, 'integer', { ...metres(5, 100), help: words.sightWithinHelp }),
  cameraHeight: field(words.height, 'number', metres(0.5, 60)),
  cameraFocalLength: field(words.focalLength, 'number', {
    minimum: 0.5,
    maximum: 2000,
    unit: 'mm',
    required: true,
  }),
  cameraSensorWidth: field(words.sensorWidth, 'number', {
    minimum: 1,
    maximum: 60,
    unit: 'mm',
    required: true,
  }),
  cameraAcross: field(words.across, 'integer', { minimum: 64, maximum: 50_000, unit: 'px', required: true }),
  cameraDown: field(words.down, 'integer', { minimum: 64, maximum: 50_000, unit: 'px', required: true }),
  cameraReach: field(words.cameraReach, 'number', { ...metres(5, 200), help: words.cameraReachHelp }),
  cameraDirections: field(words.directions, 'integer', { minimum: 1, maximum: 24, required: true }),
  cameraZone: field(words.zone, 'choice', {
    required: true,
    help: words.zoneHelp,
    options: ([2014, 2025] as const).flatMap((edition) =>
      densityZones[edition].map(({ id, title, density }) => ({
        value: `${edition}:${id}`,
        title: words.zoneTitle(title, density, edition),
      })),
    ),
  }),
  cameraWeekdays: field(words.watchedDays, 'weekdays'),
  cameraFrom: field(words.from, 'time'),
  cameraTo: field(words.to, 'time', { help: words.hoursHelp }),
  cameraInvestment: field(words.investmentEach, 'integer', { ...kronor, required: true }),
  cameraYearly: field(words.yearlyEach, 'integer', { ...kronor, required: true }),
  lampHeight: field(words.height, 'number', metres(0.5, 60)),
  lampLumens: field(words.lumens, 'integer', { minimum: 1, maximum: 500_000, unit: 'lm', required: true }),
  lampReach: field(words.lampReach, 'number', metres(2, 100)),
  lampInvestment: field(words.investmentEach, 'integer', { ...kronor, required: true }),
  lampYearly: field(words.yearlyEach, 'integer', { ...kronor, required: true }),
  clearingPerSquare: field(words.perSquare, 'number', { ...kronor, required: true }),
  clearingYearlyPerSquare: field(words.yearlyPerSquare, 'number', { ...kronor, required: true }),
  presenceReach: field(words.presenceReach, 'number', metres(5, 300)),
  presenceWeekdays: field(words.weekdays, 'weekdays'),
  presenceFrom: field(words.from, 'time', { required: true }),
  presenceTo: field(words.to, 'time', { required: true, help: words.hoursHelp }),
  presenceInvestment: field(words.investmentEach, 'integer', { ...kronor, required: true }),
  presenceYearly: field(words.yearlyEach, 'integer', { ...kronor, required: true }),
}

export type FigureName = keyof typeof described

/** Every typed field of the asking, by name. */
export const figureFields = Object.fromEntries(
  Object.entries(described).map(([name, rest]) => [name, { name, ...rest }]),
) as Readonly<Record<FigureName, FieldDescription>>
