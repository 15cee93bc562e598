import { measureFrom, type Rings } from '@trygghetskartan/siting'
import type { Geometry } from 'geojson'
import type { FieldInput } from '../plan/form-values.ts'

/** A camera's masks out of a form's field, which holds them as text. */
export function masksIn(input: FieldInput | undefined): readonly Rings[] {
  const camera = measureFrom(
    { kind: 'camera', columns: { masks: 'masks' } },
    {
      id: '',
      layer: '',
      title: '',
      geometry: { type: 'Point', coordinates: [0, 0] },
      properties: { masks: input },
    },
  )
  return camera?.kind === 'camera' ? camera.masks : []
}

/** For the form's field: empty where there are none. */
export const writeMasks = (masks: readonly Rings[]): string => (masks.length > 0 ? JSON.stringify(masks) : '')

/** The masks with one more as it was drawn, to the centimetre; as they were where it is no area. */
export const withMask = (masks: readonly Rings[], drawn: Geometry | null): readonly Rings[] =>
  drawn?.type === 'Polygon'
    ? [
        ...masks,
        drawn.coordinates.map((ring) =>
          ring.map(([lon, lat]) => [Number(lon!.toFixed(7)), Number(lat!.toFixed(7))] as const),
        ),
      ]
    : masks
