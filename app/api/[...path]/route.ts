/** An address for machines that is nobody's; without this route it would be taken for a reader's. */
function nowhere(): Response {
  return Response.json({ problems: [{ field: '', message: 'Nothing stands at this address.' }] }, { status: 404 })
}

export { nowhere as DELETE, nowhere as GET, nowhere as PATCH, nowhere as POST, nowhere as PUT }
