import { validatorsSource } from './compile-validators.ts'

const address = 'virtual:validators'

/** Lets a page import the compiled validators of the definitions: it may not make code at run time. For the build and for tests. */
export const validatorsPlugin = {
  name: 'validators',
  resolveId: (id: string) => (id === address ? `\0${address}` : null),
  load: (id: string) => (id === `\0${address}` ? validatorsSource() : null),
}
