/** For finding: "Ștefan" as "stefan", "Țiglăria" as "tiglaria". */
export const withoutDiacritics = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
