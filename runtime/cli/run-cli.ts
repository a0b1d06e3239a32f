import { parseArgs } from 'node:util'
import type { ScreenLanguage } from '../../schemas/finding.ts'
import { nearest } from '../../schemas/nearest.ts'
import { type CliAnswer, type CliCommand, type CliOption, type ExitCode, misused, type Surroundings } from './cli-command.ts'
import { usageOf } from './usage.ts'

/** Where lines go: what was asked for, and what went wrong. */
export interface Terminal {
  readonly out: (line: string) => void
  readonly err: (line: string) => void
}

/** Options that every command has. */
export const commonOptions: readonly CliOption[] = [
  { name: 'json', summary: { en: 'answer in JSON', ro: 'răspunde în JSON' } },
  { name: 'language', value: 'en|ro', summary: { en: 'the language of the sentences', ro: 'limba propozițiilor' } },
  { name: 'help', summary: { en: 'say what it does', ro: 'spune ce face' } },
]

/** Runs what was typed and prints its answer: sentences, or with `--json` one JSON value. Misuse goes to the error stream. */
export async function runCli(
  args: readonly string[],
  commands: readonly CliCommand[],
  terminal: Terminal,
  surroundings: Surroundings,
): Promise<ExitCode> {
  const json = args.includes('--json')
  const answer = await answerTo(args, commands, surroundings)
  const print = answer.exit === 2 ? terminal.err : terminal.out
  if (json) terminal.out(JSON.stringify(answer.json, null, 2))
  else for (const line of answer.lines) print(line)
  return answer.exit
}

async function answerTo(args: readonly string[], commands: readonly CliCommand[], surroundings: Surroundings): Promise<CliAnswer> {
  const [name, ...rest] = args
  const language = languageOf(args, surroundings)
  if (language === null) return misused('language-unknown', 'The language is "en" or "ro". Limba este „en” sau „ro”.')
  const command = commands.find((each) => each.name === name)
  if (!command) {
    if (name === undefined || name.startsWith('-') || name === 'help') {
      const asked = name === 'help' || args.includes('--help')
      return {
        exit: asked ? 0 : 2,
        lines: usageOf(commands, commonOptions, language),
        json: { ok: asked, commands: commands.map((each) => each.name) },
      }
    }
    const didYouMean = nearest(
      name,
      commands.map((each) => each.name),
    )
    return misused('command-unknown', say(language, unknownCommand(name, didYouMean)), { found: name, ...(didYouMean && { didYouMean }) })
  }
  if (rest.includes('--help')) return { exit: 0, lines: usageOf([command], commonOptions, language), json: { ok: true, command: name } }
  return runOne(command, rest, language, surroundings)
}

async function runOne(
  command: CliCommand,
  args: readonly string[],
  language: ScreenLanguage,
  surroundings: Surroundings,
): Promise<CliAnswer> {
  const known = [...command.options, ...commonOptions]
  const { tokens } = parseArgs({
    args: [...args],
    options: Object.fromEntries(known.map(({ name, value }) => [name, { type: value === undefined ? 'boolean' : 'string' }])),
    allowPositionals: true,
    strict: false,
    tokens: true,
  })
  const positionals: string[] = []
  const options: Record<string, string | true> = {}
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value)
    if (token.kind !== 'option') continue
    const option = known.find(({ name }) => name === token.name)
    if (!option) return misused('option-unknown', say(language, unknownOption(token.rawName, known)), { found: token.rawName })
    if (option.value !== undefined && token.value === undefined)
      return misused('option-needs-value', say(language, needsValue(token.rawName, option.value)), { found: token.rawName })
    if (option.value === undefined && token.value !== undefined)
      return misused('option-takes-no-value', say(language, takesNoValue(token.rawName)), { found: token.rawName })
    options[token.name] = token.value ?? true
  }
  if (positionals.length !== command.arguments.length) {
    return misused('arguments', usageOf([command], commonOptions, language).join('\n'), { expected: command.arguments, found: positionals })
  }
  return command.run({ positionals, options, language }, surroundings)
}

/** The language asked for, else that of the surroundings, else English; null for one that the program does not speak. */
function languageOf(args: readonly string[], { env }: Surroundings): ScreenLanguage | null {
  const index = args.findIndex((arg) => arg === '--language' || arg.startsWith('--language='))
  if (index >= 0) {
    const asked = args[index]!.includes('=') ? args[index]!.split('=')[1] : args[index + 1]
    return asked === 'en' || asked === 'ro' ? asked : null
  }
  return (env.LC_ALL || env.LC_MESSAGES || env.LANG || '').startsWith('ro') ? 'ro' : 'en'
}

type Sentences = Readonly<Record<ScreenLanguage, string>>

const say = (language: ScreenLanguage, sentences: Sentences) => sentences[language]

function unknownCommand(found: string, meant: string | undefined): Sentences {
  return {
    en: `"${found}" is no command.${meant ? ` Did you mean "${meant}"?` : ''} "dosar help" lists them.`,
    ro: `„${found}” nu este o comandă.${meant ? ` Ai vrut să scrii „${meant}”?` : ''} „dosar help” le enumeră.`,
  }
}

function unknownOption(found: string, known: readonly CliOption[]): Sentences {
  const meant = nearest(
    found.replace(/^-+/, ''),
    known.map(({ name }) => name),
  )
  return {
    en: `There is no option "${found}".${meant ? ` Did you mean "--${meant}"?` : ''}`,
    ro: `Nu există opțiunea „${found}”.${meant ? ` Ai vrut să scrii „--${meant}”?` : ''}`,
  }
}

function needsValue(found: string, value: string): Sentences {
  return { en: `"${found}" needs a value: ${found} ${value}.`, ro: `„${found}” are nevoie de o valoare: ${found} ${value}.` }
}

function takesNoValue(found: string): Sentences {
  return { en: `"${found}" takes no value.`, ro: `„${found}” nu primește o valoare.` }
}
