import { createRunFolder, removeAbandonedRunFolders, removeRunFolder } from './run-folder.ts'

/** Before the first test file of a run. What a database test needs is started by the first one that needs it. */
export default async function setup(): Promise<() => Promise<void>> {
  await removeAbandonedRunFolders()
  const folder = createRunFolder()
  process.env.TRYGGHETSKARTAN_TEST_RUN = folder
  return () => removeRunFolder(folder)
}
