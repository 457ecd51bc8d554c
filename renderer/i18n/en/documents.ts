import type { zhDocuments } from '../zh/documents.ts'

/** 资料: papers and their files. */
export const enDocuments: typeof zhDocuments = {}
