import type { DossierFacts } from '../facts.ts'
import { counted, number } from '../swedish.ts'

const types: Readonly<Record<string, string>> = {
  fixed: 'fast',
  ptz: 'styrbar',
  all_round: 'runtomseende',
}

/** The ground that is watched: square metres, how well by zone, and what is masked. */
export function areaText({ camera, figures }: DossierFacts): string {
  const { seenM2, maskedM2, zones, edition, assumptions } = figures
  const told = zones.filter(({ density }) => density > 0)
  const paragraphs = [
    `Kameran är ${types[camera.type] ?? camera.type} och ser omkring ${number(seenM2)}\u00a0m² mark bakom och mellan husen. Ytan visas på kartbilden.`,
    told.length > 0
      ? `Bildens täthet enligt EN/IEC\u00a062676-4 (utgåva ${edition}): ${told
          .map(
            ({ title, density, reachM, areaM2 }) =>
              `${title.sv.toLowerCase()} (${number(density)}\u00a0bildpunkter per meter) till ${number(reachM)}\u00a0m, ${number(areaM2)}\u00a0m²`,
          )
          .join('; ')}.`
      : `Ingen del av ytan når den lägsta zonen i EN/IEC\u00a062676-4 (utgåva ${edition}).`,
    camera.masks > 0
      ? `Bilden är maskad på ${counted(camera.masks, 'ett ställe', 'ställen')}: ${number(maskedM2)}\u00a0m² som kameran annars skulle se visas eller spelas aldrig in.`
      : 'Ingen del av bilden är maskad.',
  ]
  if (assumptions.length > 0)
    paragraphs.push(`Beräkningen antar följande. ${assumptions.map(({ sv }) => sv).join(' ')}`)
  return paragraphs.join('\n\n')
}
