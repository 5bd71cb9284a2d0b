/** Says a text to who listens, without moving the focus. Stays on the page; only its text changes. */
export function LiveRegion({ text }: { readonly text: string }) {
  return (
    <p className="visually-hidden" role="status">
      {text}
    </p>
  )
}
