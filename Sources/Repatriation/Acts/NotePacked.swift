/// The file was packed after what was removed.
package struct NotePacked: ArchiveAct {
    package static let row = ActRow<Self>(.notePacked, .archive, isOfSend: false)

    package init() {}

    package func decide(_ context: Context, _ facts: some Facts) throws -> Decision {
        let events = try facts.unpackedRemovals().map { before in
            var after = before
            after.packedAt = context.now
            return Event(.filePacked, before, after)
        }
        return Decision(events, ["packed": .int(events.count)], ids: context.ids)
    }
}
