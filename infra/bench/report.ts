import { mkdir, writeFile } from 'node:fs/promises'
import { availableParallelism, cpus } from 'node:os'
import { join } from 'node:path'
import type { Bench, BenchResult } from './bench.ts'

const folder = join(import.meta.dirname, 'results')

/** The result as a Markdown page. */
export function toMarkdown(bench: Bench, result: BenchResult): string {
  const line = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`
  return [
    `# ${bench.title}`,
    '',
    `${new Date().toISOString().slice(0, 10)}, ${availableParallelism()} cores (${cpus()[0]?.model ?? 'unknown'}), Node ${process.versions.node}. \`npm run bench -- ${bench.name}\``,
    '',
    line(result.columns),
    line(result.columns.map((_, at) => (at === 0 ? '---' : '---:'))),
    ...result.rows.map(line),
    '',
    ...result.targets.map(({ what, reached, met }) => `- ${met ? 'met' : 'NOT met'}: ${what}: ${reached}`),
    ...result.notes.map((note) => `- ${note}`),
    '',
  ].join('\n')
}

/** Prints a result and keeps it in results/<name>.json and .md. */
export async function report(bench: Bench, result: BenchResult): Promise<void> {
  const markdown = toMarkdown(bench, result)
  process.stdout.write(`${markdown}\n`)
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, `${bench.name}.json`), `${JSON.stringify(result, null, 2)}\n`)
  await writeFile(join(folder, `${bench.name}.md`), markdown)
}
