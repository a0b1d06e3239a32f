// The sentences of what is found in an expression, under its code with `expression-` before it.
import type { FindingTexts } from '../../../schemas/finding.ts'
import { en, meantEn, meantRo, plain, ro } from '../check-words.ts'

const typesRo: Readonly<Record<string, string>> = {
  any: 'orice',
  null: 'nimic',
  boolean: 'adevărat sau fals',
  number: 'număr',
  string: 'text',
  date: 'dată',
  time: 'oră',
  'date and time': 'dată și oră',
  'days and time duration': 'durată în zile și ore',
  'years and months duration': 'durată în ani și luni',
  choice: 'alegere',
  link: 'legătură',
  person: 'persoană',
  department: 'departament',
  context: 'rând',
  list: 'listă',
  function: 'funcție',
}
const typesEn: Readonly<Record<string, string>> = {
  boolean: 'true or false',
  string: 'text',
  null: 'nothing',
  any: 'anything',
  context: 'row',
}

const typeEn = (found: unknown): string => String(found).replace(/[a-z]+( and [a-z]+)?( duration)?/g, (word) => typesEn[word] ?? word)
const typeRo = (found: unknown): string => {
  const text = String(found)
  return text.startsWith('list of ') ? `listă de ${typeRo(text.slice(8))}` : (typesRo[text] ?? text)
}

export const expressionFindingTexts: FindingTexts = {
  'expression-syntax-error': {
    en: ({ source, at }) => `The expression ${en(source)} cannot be read${at === source ? '' : ` at ${en(at)}`}.`,
    ro: ({ source, at }) => `Expresia ${ro(source)} nu poate fi citită${at === source ? '' : ` la ${ro(at)}`}.`,
  },
  'expression-empty': plain('The expression is empty.', 'Expresia este goală.'),
  'expression-too-long': plain('The expression is too long.', 'Expresia este prea lungă.'),
  'expression-too-deep': plain('The expression is nested too deeply.', 'Expresia are prea multe niveluri.'),
  'expression-unknown-name': {
    en: ({ name, didYouMean }) => `Nothing here is called ${en(name)}.${meantEn(didYouMean)}`,
    ro: ({ name, didYouMean }) => `Aici nimic nu se numește ${ro(name)}.${meantRo(didYouMean)}`,
  },
  'expression-unknown-function': {
    en: ({ name, didYouMean }) => `There is no function ${en(name)}.${meantEn(didYouMean)}`,
    ro: ({ name, didYouMean }) => `Nu există funcția ${ro(name)}.${meantRo(didYouMean)}`,
  },
  'expression-unknown-member': {
    en: ({ at, name, didYouMean }) => `In ${en(at)} nothing is called ${en(name)}.${meantEn(didYouMean)}`,
    ro: ({ at, name, didYouMean }) => `În ${ro(at)} nimic nu se numește ${ro(name)}.${meantRo(didYouMean)}`,
  },
  'expression-unknown-parameter': {
    en: ({ name, expected }) => `The function does not know ${en(name)}; it knows ${expected}.`,
    ro: ({ name, expected }) => `Funcția nu cunoaște ${ro(name)}; cunoaște ${expected}.`,
  },
  'expression-unknown-type': {
    en: ({ found }) => `There is no kind of value ${en(found)}.`,
    ro: ({ found }) => `Nu există felul de valoare ${ro(found)}.`,
  },
  'expression-unknown-choice': {
    en: ({ found, expected }) => `${en(found)} is none of its choices: ${expected}.`,
    ro: ({ found, expected }) => `${ro(found)} nu este una dintre opțiuni: ${expected}.`,
  },
  'expression-wrong-operator': {
    en: ({ found, expected }) => `Write ${en(expected)} in place of ${en(found)}.`,
    ro: ({ found, expected }) => `Scrie ${ro(expected)} în loc de ${ro(found)}.`,
  },
  'expression-wrong-operand-type': {
    en: ({ at, name, found, expected }) =>
      `${en(at)} cannot be worked out by ${en(name)}: it is ${typeEn(found)}${expected === undefined ? '' : `, and ${typeEn(expected)} is needed`}.`,
    ro: ({ at, name, found, expected }) =>
      `${ro(at)} nu se poate calcula cu ${ro(name)}: este ${typeRo(found)}${expected === undefined ? '' : `, iar aici trebuie ${typeRo(expected)}`}.`,
  },
  'expression-wrong-argument-type': {
    en: ({ at, name, found, expected }) => `${en(name)} cannot take ${en(at)}: it is ${typeEn(found)}, and ${typeEn(expected)} is needed.`,
    ro: ({ at, name, found, expected }) =>
      `${ro(name)} nu poate primi ${ro(at)}: este ${typeRo(found)}, iar aici trebuie ${typeRo(expected)}.`,
  },
  'expression-wrong-argument-count': {
    en: ({ name, found, expected }) => `${name === undefined ? 'The function' : en(name)} is given ${found} values, and takes ${expected}.`,
    ro: ({ name, found, expected }) => `${name === undefined ? 'Funcția' : ro(name)} primește ${found} valori, dar ia ${expected}.`,
  },
  'expression-wrong-result-type': {
    en: ({ source, found, expected }) => `${en(source)} gives ${typeEn(found)}, and should give ${typeEn(expected)}.`,
    ro: ({ source, found, expected }) => `${ro(source)} dă ${typeRo(found)} și ar trebui să dea ${typeRo(expected)}.`,
  },
  'expression-never-equal': {
    en: ({ at, found, expected }) => `In ${en(at)} the two sides can never be equal: ${typeEn(found)} and ${typeEn(expected)}.`,
    ro: ({ at, found, expected }) => `În ${ro(at)} cele două părți nu pot fi niciodată egale: ${typeRo(found)} și ${typeRo(expected)}.`,
  },
  'expression-duplicate-name': { en: ({ name }) => `${en(name)} stands twice.`, ro: ({ name }) => `${ro(name)} apare de două ori.` },
  'expression-invalid-literal': {
    en: ({ at }) => `${en(at)} is no value that can be read.`,
    ro: ({ at }) => `${ro(at)} nu este o valoare care poate fi citită.`,
  },
  'expression-invalid-pattern': {
    en: ({ at }) => `The pattern in ${en(at)} cannot be used.`,
    ro: ({ at }) => `Modelul din ${ro(at)} nu poate fi folosit.`,
  },
  'expression-not-allowed-here': {
    en: ({ name }) => `${en(name)} cannot be asked here.`,
    ro: ({ name }) => `Aici nu se poate folosi ${ro(name)}.`,
  },
  'expression-not-supported': { en: ({ at }) => `${en(at)} is not supported.`, ro: ({ at }) => `${ro(at)} nu se poate folosi.` },
  'expression-not-filterable': {
    en: ({ at }) => `A list cannot be filtered by ${en(at)}.`,
    ro: ({ at }) => `O listă nu poate fi filtrată după ${ro(at)}.`,
  },
}
