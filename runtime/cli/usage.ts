import type { ScreenLanguage } from '../../schemas/finding.ts'
import type { CliCommand, CliOption } from './cli-command.ts'

/** How commands are called, a line for each and for each of their options. */
export function usageOf(commands: readonly CliCommand[], common: readonly CliOption[], language: ScreenLanguage): readonly string[] {
  const rows = commands.flatMap((command): (readonly [string, string])[] => [
    [['dosar', command.name, ...command.arguments].join(' '), command.summary[language]],
    ...command.options.map((option) => [`    ${written(option)}`, option.summary[language]] as const),
  ])
  const options = common.map((option) => [`    ${written(option)}`, option.summary[language]] as const)
  const width = Math.max(...[...rows, ...options].map(([left]) => left.length)) + 2
  const line = ([left, right]: readonly [string, string]) => `  ${left.padEnd(width)}${right}`
  return [
    language === 'en' ? 'Usage:' : 'Folosire:',
    ...rows.map(line),
    '',
    language === 'en' ? 'With every command:' : 'La orice comandă:',
    ...options.map(line),
    '',
    language === 'en'
      ? 'Exit codes: 0 all is well, 1 there are problems or failures, 2 not called rightly or nothing to read.'
      : 'Coduri de ieșire: 0 totul e în regulă, 1 există probleme sau eșecuri, 2 apel greșit sau nimic de citit.',
  ]
}

function written({ name, value }: CliOption): string {
  return value === undefined ? `--${name}` : `--${name} ${value}`
}
