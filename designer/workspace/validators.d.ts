/** The validators of the definitions, compiled by the build (`schemas/compile-validators.ts`). */
declare module 'virtual:validators' {
  import type { Validator } from '../../schemas/validate-with.ts'

  export const documentType: Validator
  export const approvalSchema: Validator
  export const reminderRule: Validator
  export const directory: Validator
  export const printForm: Validator
}
