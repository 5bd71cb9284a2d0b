/** The API, or the code of a page, could not be reached. Whatever else a page throws that is no `ApiError` is a fault of its own. */
export class ConnectionLost extends Error {
  constructor(cause: unknown) {
    // the router tells by the message whether the code of a page is missing
    super(cause instanceof Error ? cause.message : 'connection lost', { cause })
  }
}
