/** A message: one text, or one for each plural form of its `{count}`. */
export type Text = string | { readonly one: string; readonly other: string }

/** Texts by their keys. */
export type Messages = Readonly<Record<string, Text>>
