import { describe, expect, it, vi } from 'vitest'
import { ProblemError } from '../api.ts'
import { saveOver } from './save-over.ts'

const opened = { version: 3, title: 'Torget', goal: null as string | null, causes: ['Mörkt'] }
const stale = () => new ProblemError({ type: 'about:blank', title: 'Ändrat', status: 412 })

/** A server where somebody else has got to `now`. */
const server = (now: typeof opened) => ({
  save: vi.fn(async (over: { readonly version: number }, _change: object) => {
    if (over.version !== now.version) throw stale()
  }),
  read: vi.fn(async () => now),
})

describe('saving over what others write', () => {
  it('sends what was changed, and nothing where nothing was', async () => {
    const { save, read } = server(opened)
    const given = { title: 'Torget', goal: 'Tryggare', causes: ['Mörkt'] }
    expect(await saveOver({ opened, seen: opened, given, save, read })).toBe(null)
    expect(save.mock.calls).toEqual([[opened, { goal: 'Tryggare' }]])
    await saveOver({ opened, seen: opened, given: { ...opened }, save, read })
    expect(save).toHaveBeenCalledTimes(1)
  })

  it('keeps what others wrote in other fields', async () => {
    const now = { ...opened, version: 4, causes: ['Mörkt', 'Tomt'] }
    const { save, read } = server(now)
    const given = { title: 'Stora torg', goal: null, causes: ['Mörkt'] }
    expect(await saveOver({ opened, seen: opened, given, save, read })).toBe(null)
    expect(save).toHaveBeenLastCalledWith(now, { title: 'Stora torg' })
  })

  it('tells of the same field, saves nothing, and writes over it once the writer has seen it', async () => {
    const now = { ...opened, version: 4, title: 'Lilla torg', goal: 'Lugnare' }
    const { save, read } = server(now)
    const given = { title: 'Stora torg', goal: 'Lugnare', causes: ['Mörkt'] }
    expect(await saveOver({ opened, seen: opened, given, save, read })).toEqual({ fields: ['title'], now })
    expect(save).toHaveBeenCalledTimes(1)
    expect(await saveOver({ opened, seen: now, given, save, read })).toBe(null)
    expect(save).toHaveBeenLastCalledWith(now, { title: 'Stora torg', goal: 'Lugnare' })
  })

  it('lets other refusals through', async () => {
    const save = vi.fn(async () => {
      throw new ProblemError({ type: 'about:blank', title: 'Nej', status: 422 })
    })
    const read = vi.fn(async () => opened)
    await expect(saveOver({ opened, seen: opened, given: { title: 'X' }, save, read })).rejects.toMatchObject(
      {
        problem: { status: 422 },
      },
    )
    expect(read).not.toHaveBeenCalled()
  })
})
