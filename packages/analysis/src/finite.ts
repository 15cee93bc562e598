import { type Refusal, refuse } from '@trygghetskartan/geo'

/** Refuses coordinates that are no numbers: one of them would make every distance and mean one too. */
export function checkFinite(x: Float64Array, y: Float64Array): Refusal | undefined {
  for (let i = 0; i < x.length; i++)
    if (!Number.isFinite(x[i]) || !Number.isFinite(y[i]))
      return refuse(
        'not-finite',
        `Händelse nummer ${i + 1} har en position som inte är ett tal.`,
        `Incident number ${i + 1} has a position that is no number.`,
      )
  return undefined
}
