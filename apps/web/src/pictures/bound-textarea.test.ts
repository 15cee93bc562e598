import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { bindTextarea } from './bound-textarea.ts'

/** As much of a textarea as is written in: `type` puts letters where the caret is, as the browser does. */
class Area extends EventTarget {
  value = ''
  selectionStart = 0
  selectionEnd = 0
  selectionDirection = 'none' as const
  scrollTop = 0
  readonly ownerDocument = { activeElement: this as unknown }
  setSelectionRange(start: number, end: number) {
    this.selectionStart = start
    this.selectionEnd = end
  }
  type(letters: string) {
    const { value, selectionStart: start, selectionEnd: end } = this
    this.value = value.slice(0, start) + letters + value.slice(end)
    this.setSelectionRange(start + letters.length, start + letters.length)
    this.dispatchEvent(new Event('input'))
  }
}

function writers(text: string) {
  const docs = [new Y.Doc(), new Y.Doc()] as const
  docs[0].getText('text').insert(0, text)
  const exchange = () => {
    for (const [from, to] of [docs, docs.toReversed()] as const)
      Y.applyUpdate(to!, Y.encodeStateAsUpdate(from!), 'server')
  }
  exchange()
  const areas = [new Area(), new Area()] as const
  const bound = areas.map((area, i) =>
    bindTextarea(docs[i]!.getText('text'), area as unknown as HTMLTextAreaElement),
  )
  return { areas, bound, exchange }
}

describe('a textarea that several write in', () => {
  test('takes in what others write around the caret, in one sentence too', () => {
    const { areas, exchange } = writers('Katten sitter på mattan.')
    areas[0].setSelectionRange(6, 6)
    areas[1].setSelectionRange(23, 23)
    areas[0].type(' min')
    areas[1].type(' i hallen')
    exchange()
    expect(areas.map(({ value }) => value)).toEqual(
      Array.from({ length: 2 }, () => 'Katten min sitter på mattan i hallen.'),
    )
    expect(areas.map(({ selectionStart }) => selectionStart)).toEqual([10, 36])
  })

  test('undoes one’s own writing alone', () => {
    const { areas, bound, exchange } = writers('A ')
    areas[0].setSelectionRange(2, 2)
    areas[0].type('mitt ')
    exchange()
    areas[1].setSelectionRange(7, 7)
    areas[1].type('ditt')
    exchange()
    bound[0]!.undo()
    exchange()
    expect(areas[1].value).toBe('A ditt')
    bound[0]!.redo()
    expect(areas[0].value).toBe('A mitt ditt')
  })

  test('lets what others write wait while a letter is composed', () => {
    const { areas, exchange } = writers('en gata')
    areas[0].setSelectionRange(3, 3)
    areas[0].dispatchEvent(new Event('compositionstart'))
    areas[0].type('´')
    areas[1].setSelectionRange(0, 0)
    areas[1].type('Åter ')
    exchange()
    expect(areas[0].value).toBe('en ´gata')
    areas[0].setSelectionRange(3, 4)
    areas[0].type('é')
    areas[0].dispatchEvent(new Event('compositionend'))
    exchange()
    expect(areas.map(({ value }) => value)).toEqual(['Åter en égata', 'Åter en égata'])
    expect(areas[0].selectionStart).toBe(9)
  })
})
