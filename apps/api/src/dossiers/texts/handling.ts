import type { DossierFacts } from '../facts.ts'
import { counted } from '../swedish.ts'

/** What the camera's own columns say of how its pictures are handled. A section nobody can write from the map stays empty: it has to be written. */

export const purposeText = ({ camera }: DossierFacts): string => camera.purpose ?? ''

export function storageText({ camera }: DossierFacts): string {
  const sound = camera.sound
    ? 'Ljud tas upp. Det är ett betydligt större intrång än bild: ange varför det är nödvändigt, eller stäng av det.'
    : 'Ljudupptagning är avstängd.'
  if (camera.storageDays === null)
    return `Lagringstiden är inte angiven på kameran. Ange hur många dygn materialet sparas.\n\n${sound}`
  return [
    camera.storageDays === 0
      ? 'Inget material spelas in; bilden visas bara i realtid.'
      : `Inspelat material sparas i ${counted(camera.storageDays, 'ett dygn', 'dygn')} och ska sedan raderas, om det inte har lämnats ut till en brottsutredning.`,
    sound,
  ].join('\n\n')
}

export function accessText({ camera, municipality }: DossierFacts): string {
  const who = camera.responsible ?? municipality
  return [
    `Ansvarig för bevakningen är ${who}. Behörighet att se och lämna ut material ska bara de ha som behöver det för sitt uppdrag, och varje visning och utlämnande ska loggas. Ange vilka funktioner som har behörighet.`,
    'Material får lämnas ut till Polismyndigheten eller Åklagarmyndigheten när det begärs för en brottsutredning.',
  ].join('\n\n')
}

export const signsText = ({ camera, municipality }: DossierFacts): string =>
  [
    'Skyltar ska sättas upp där man kommer in på det bevakade området, så att den som är på väg dit vet om bevakningen innan den börjar.',
    `Skylten ska ange att platsen kamerabevakas, att ${municipality} är personuppgiftsansvarig, ändamålet, ${camera.sound ? 'att ljud tas upp, ' : ''}var man får veta mer och vart man vänder sig. Utförlig information enligt dataskyddsförordningen artikel 13 ska finnas på kommunens webbplats.`,
  ].join('\n\n')

export const contactText = ({ camera }: DossierFacts): string =>
  camera.contact ? `Frågor om bevakningen och begäran om registerutdrag lämnas till ${camera.contact}.` : ''
