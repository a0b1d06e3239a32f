export const panelsEn = {} as const
