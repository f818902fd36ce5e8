declare module '@adobe/structured-data-validator' {
  interface Issue {
    issueMessage: string
    severity: 'ERROR' | 'WARNING'
    errorType?: string
    fieldNames: string[]
  }

  export default class Validator {
    constructor(vocabulary?: unknown)
    validate(found: { jsonld: Record<string, unknown[]> }): Promise<Issue[]>
  }
}
