import type { Map as MapLibreMap } from 'maplibre-gl'

/**
 * Lets a map be printed as it is seen: the page is laid out anew for paper, which empties the map's own canvas before it has drawn again.
 * Answers what ends it.
 */
export function keepForPrint(map: MapLibreMap): () => void {
  const picture = document.createElement('canvas')
  picture.setAttribute('aria-hidden', 'true')
  Object.assign(picture.style, {
    position: 'absolute',
    inset: '0',
    width: '100%',
    height: '100%',
    objectFit: 'contain',
    background: '#fff',
  })
  const show = () => {
    const shown = map.getCanvas()
    picture.width = shown.width
    picture.height = shown.height
    picture.getContext('2d')?.drawImage(shown, 0, 0)
    map.getContainer().append(picture)
  }
  const hide = () => picture.remove()
  addEventListener('beforeprint', show)
  addEventListener('afterprint', hide)
  return () => {
    removeEventListener('beforeprint', show)
    removeEventListener('afterprint', hide)
    hide()
  }
}
