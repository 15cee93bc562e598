import type { Flavour } from '@trygghetskartan/api/contract'

/** Every colour of the ground, by what it paints: greys, so that the data alone carries colour. */
export interface GroundColours {
  readonly land: string
  readonly water: string
  readonly waterLine: string
  readonly green: string
  readonly wood: string
  readonly square: string
  readonly school: string
  readonly parking: string
  readonly building: string
  readonly buildingLine: string
  readonly road: string
  readonly roadMajor: string
  readonly casing: string
  readonly casingMajor: string
  readonly path: string
  readonly pathCasing: string
  readonly rail: string
  readonly railTie: string
  readonly lamp: string
  readonly lampLine: string
  readonly camera: string
  readonly label: string
  readonly labelSoft: string
  readonly labelPlace: string
  readonly labelWater: string
  readonly labelGreen: string
  readonly halo: string
}

export const groundColours: Readonly<Record<Flavour, GroundColours>> = {
  light: {
    land: '#f2f3f2',
    water: '#c9dbe5',
    waterLine: '#b3cbd8',
    green: '#e0e9db',
    wood: '#d6e2d0',
    square: '#ebe8e3',
    school: '#eeebe4',
    parking: '#e9ebec',
    building: '#dfe2e3',
    buildingLine: '#c9ced1',
    road: '#ffffff',
    roadMajor: '#ffffff',
    casing: '#d3d8da',
    casingMajor: '#bfc7cb',
    path: '#ffffff',
    pathCasing: '#cdd3d5',
    rail: '#a9b1b6',
    railTie: '#f2f3f2',
    lamp: '#e0a92e',
    lampLine: '#ffffff',
    camera: '#5b6770',
    label: '#46535b',
    labelSoft: '#5c6971',
    labelPlace: '#2c373e',
    labelWater: '#3f6a80',
    labelGreen: '#496b42',
    halo: '#fbfbfae6',
  },
  dark: {
    land: '#1a2126',
    water: '#0f2230',
    waterLine: '#1c3547',
    green: '#1b2a23',
    wood: '#192b22',
    square: '#262b2e',
    school: '#25292b',
    parking: '#20282d',
    building: '#262f35',
    buildingLine: '#364149',
    road: '#3a464e',
    roadMajor: '#485660',
    casing: '#11171b',
    casingMajor: '#0f1519',
    path: '#333e45',
    pathCasing: '#151b1f',
    rail: '#55626b',
    railTie: '#1a2126',
    lamp: '#e2b84f',
    lampLine: '#1a2126',
    camera: '#a7b4bc',
    label: '#b9c5cc',
    labelSoft: '#9aa8b0',
    labelPlace: '#dbe4e9',
    labelWater: '#7fb0cb',
    labelGreen: '#93b98c',
    halo: '#12181ce6',
  },
}
