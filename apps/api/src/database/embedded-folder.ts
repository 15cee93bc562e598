import { join } from 'node:path'

/** The database cluster inside an embedded database's folder, which also holds the lock and the copies. */
export const dataFolderOf = (folder: string): string => join(folder, 'data')
