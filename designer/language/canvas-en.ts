export const canvasEn = {} as const
