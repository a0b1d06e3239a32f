/** Words of the text form. */
export const sourceEn = {
  'source.label': 'Text of {name}',
  'source.notYet': 'This text is kept here and changes nothing yet.',
  'source.takeDrawn': 'Give this text up',
  'source.elsewhere': 'The drawing was changed meanwhile.',
  'source.tooLong': 'It has {found} letters; at most {expected} are read.',
  'source.notJson': 'Reading stops at line {line}, column {column}.',
  'source.otherId': 'It calls itself “{found}” instead of “{expected}”; another id is another definition.',
  'source.schema': {
    one: '{count} place does not fit the language; it is marked.',
    other: '{count} places do not fit the language; they are marked.',
  },
  'source.keys': 'Ctrl+Space completes, F8 goes to the next mark, Ctrl+M lets Tab leave the text.',
} as const
