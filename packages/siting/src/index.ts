export { type Isovist, isovistArea, isovistRing, seesPoint } from './isovist.ts'
export { isRefusal, type Refusal, refuse } from './refusal.ts'
export { type Corner, type Obstacles, prepareScene, type Scene } from './scene.ts'
export { visibleFrom } from './visibility.ts'
