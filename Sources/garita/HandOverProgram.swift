import Repatriation
import Screens
import Store

/// `handover`: what one lead hands to the next, for the printer or for another program.
enum HandOverProgram {
    static func run(_ arguments: Arguments) throws -> Int32 {
        guard let code = try arguments.point() else {
            throw UsageError("Diga el punto: --point CÓDIGO.", "Say the point: --point CODE.")
        }
        let store = try arguments.openStore()
        let officer = try store.peer()
        guard let point = try store.point(code) else { throw Refusal(.unknownPoint) }
        guard !arguments.isJSON else {
            let view = try store.answer(
                HandOverOf(code).reading, for: officer.asker, at: now())
            put(json(view).serialized + "\n")
            return 0
        }
        let view = try store.answer(.handOverPaper(at: code), for: officer.asker, at: now())
        let document = PaperDocument.handOver(
            view, zone: try store.zone(point.zone), isDrill: store.isDrill)
        put(arguments.has("html") ? document.html : document.text(.letter))
        return 0
    }

    /// Numbers and codes, without a name.
    private static func json(_ view: HandOverView) -> JSON {
        let handOver = view.handOver.map { handOver -> JSON in
            [
                "handOver": .int(handOver.id.value), "outgoing": JSON(handOver.outgoing?.value),
                "incoming": JSON(handOver.incoming?.value),
                "outgoingCount": JSON(handOver.outgoingCount),
                "incomingCount": JSON(handOver.incomingCount),
                "signedAt": JSON(handOver.signedAt?.text),
                "acceptedAt": JSON(handOver.acceptedAt?.text),
                "unilateral": .bool(handOver.unilateral != nil),
                "readBack": .bool(handOver.isReadBack),
            ]
        }
        let people = view.lines.map { line -> JSON in
            [
                "reception": .int(line.id.value), "ticket": JSON(line.person.ticket),
                "place": JSON(line.person.place?.rawValue), "child": .bool(line.isChild),
                "next": .string(line.next.words.es), "dueAt": JSON(line.next.dueAt?.text),
            ]
        }
        return [
            "point": .string(view.point.code.text), "handOver": handOver ?? .null,
            "remains": view.remains.json, "people": .array(people),
            "alerts": .array(view.alerts.map { .string($0.code) }),
        ]
    }
}
