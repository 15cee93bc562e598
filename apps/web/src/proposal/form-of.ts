import type { ProposalRequest, WeekHours } from '@trygghetskartan/siting'
import { type FormInput, writeNumber } from '../plan/form-values.ts'
import { defaultForm, meansKinds, type ProposalForm } from './proposal-form.ts'

const typed = (value: number | undefined): string => (value === undefined ? '' : writeNumber(value))

const hours = (at: string, value: WeekHours | null): FormInput => ({
  [`${at}Weekdays`]: (value?.weekdays ?? []).map(String),
  [`${at}From`]: value?.from ?? '',
  [`${at}To`]: value?.to ?? '',
})

/** The form that asks a saved question again. */
export function formOf(request: ProposalRequest): ProposalForm {
  const { risk, rules, camera, lamp, clearing, presence } = request
  const ofKinds = Object.fromEntries(
    meansKinds.flatMap((kind) => [
      [`${kind}Most`, typed(rules.mostOfKind?.[kind])],
      [`${kind}Least`, typed(rules.leastOfKind?.[kind])],
    ]),
  )
  return {
    area: request.area,
    kinds: request.kinds,
    weights: risk.weights,
    kindWeights: risk.kinds,
    unseen: rules.unseen ?? [],
    excluded: rules.excluded ?? [],
    drawn: request.drawn,
    onlyDrawn: request.onlyDrawn,
    figures: {
      ...defaultForm.figures,
      ...ofKinds,
      ...hours('risk', risk.hours),
      ...hours('camera', camera.hours),
      ...hours('presence', presence.hours),
      investment: typed(rules.investment),
      yearly: typed(rules.yearly),
      most: typed(rules.most),
      homesWatched: typed(rules.homesWatched),
      cameraApart: typed(rules.distances?.camera),
      lampApart: typed(rules.distances?.lamp),
      halfLife: String(risk.halfLifeDays),
      bandwidth: typed(risk.bandwidth),
      darkBelow: typed(risk.darkBelow),
      sightWithin: typed(risk.sightWithin),
      cameraHeight: typed(camera.camera.height),
      cameraFocalLength: typed(camera.camera.focalLength),
      cameraSensorWidth: typed(camera.camera.sensorWidth),
      cameraAcross: typed(camera.camera.across),
      cameraDown: typed(camera.camera.down),
      cameraReach: typed(camera.camera.reach),
      cameraDirections: typed(camera.directions),
      cameraZone: `${camera.edition}:${camera.zone}`,
      cameraInvestment: typed(camera.investment),
      cameraYearly: typed(camera.yearly),
      lampHeight: typed(lamp.light.height),
      lampLumens: typed(lamp.light.lumens),
      lampReach: typed(lamp.reach),
      lampInvestment: typed(lamp.investment),
      lampYearly: typed(lamp.yearly),
      clearingPerSquare: typed(clearing.investmentPerM2),
      clearingYearlyPerSquare: typed(clearing.yearlyPerM2),
      presenceReach: typed(presence.reach),
      presenceInvestment: typed(presence.investment),
      presenceYearly: typed(presence.yearly),
    },
  }
}
