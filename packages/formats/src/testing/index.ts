export { chunked, textBytes } from './bytes.ts'
export { type OsmContent, osmPbf, type PbfOptions } from './osm-pbf.ts'
export { sharedFile } from './shared-file.ts'
