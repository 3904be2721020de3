/// An officer sits down at a desk.
package struct OpenDesk: DeskAct {
    package static let row = ActRow<Self>(.openDesk, .queue, [.codes("attends", \.attends)])

    package var point = PointCode.none
    package var desk = 0
    /// Whom it attends; nil leaves it as it was.
    package var attends: Set<Attention>?

    package init() {}

    /// A desk, for these.
    package init(at point: PointCode, _ desk: Int, attends: Set<Attention>?) {
        self.init(at: point, desk)
        self.attends = attends
    }

    package func decide(_ context: Context, _ facts: some Facts) throws -> Decision {
        var ids = context.ids
        let point = try activePoint(facts)
        guard point.isShiftOpen else { throw Refusal(.shiftClosed) }
        guard desk <= point.desks else { throw Refusal(.unknownDesk, ["desks": .int(point.desks)]) }
        let before = try facts.desk(desk, at: point.code) ?? Desk(id: ids.next())
        let isHeard = try facts.isHeard(desk: desk, at: point)
        if let officer = before.officer, officer != context.officer.id {
            try checkFree(before, isHeard, facts)
        }
        let isOPI = context.officer.attendsChildren
        if attends?.contains(.opi) == true, !isOPI { throw Refusal.notAllowed([.opi, .lead]) }
        let after = opened(before, at: point, by: context.officer)
        let event = Event(.deskOpened, before, after)
        // One officer at several desks is told: somebody waits at the one that was forgotten.
        let others = try facts.openDesks(of: context.officer.id)
            .filter { $0.point != point.code || $0.number != desk }
        let isSame = before.officer == context.officer.id && before.state == .open
        let outcome = Opened(
            alsoAt: others.map { "\($0.point.text) \($0.number)" }, again: isHeard && isSame)
        return Decision(event.changes.isEmpty ? [] : [event], outcome, ids: ids)
    }

    /// Another officer attends it, or it still holds their person, who is taken over by name and
    /// not by sitting down.
    private func checkFree(_ before: Desk, _ isHeard: Bool, _ facts: some Facts) throws {
        if before.state != .closed && isHeard { throw Refusal(.deskTaken, ["desk": .int(desk)]) }
        let load = try facts.load(ofDesk: desk, at: point)
        if let ticket = load.inInterview ?? load.called {
            throw Refusal(.deskHolds, ["desk": .int(desk), "ticket": .int(ticket)])
        }
    }

    private func opened(_ before: Desk, at point: ReceivingPoint, by officer: Officer) -> Desk {
        var after = before
        after.point = point.code
        after.number = desk
        after.state = .open
        after.officer = officer.id
        after.reason = nil
        if let attends { after.attends = attends }
        // What the desk attended under somebody else is not inherited beyond one's own role.
        if !officer.attendsChildren { after.attends.remove(.opi) }
        return after
    }

    private struct Opened: Outcome {
        /// The officer's other open desks, «NOG 2».
        let alsoAt: [String]
        /// It was open in the officer's name already.
        let again: Bool

        var members: [String: JSON] {
            ["alsoAt": .array(alsoAt.map(JSON.string)), "again": .bool(again)]
        }
    }

    package func said(_ outcome: any Outcome, changed: Bool) -> Bilingual? {
        guard let opened = outcome as? Opened else { return nil }
        guard opened.alsoAt.isEmpty else {
            let others = opened.alsoAt.joined(separator: ", ")
            return Bilingual(
                "Ventanilla \(desk) abierta. También tiene abierta: \(others). F9 t la cierra.",
                "Desk \(desk) open. You also have open: \(others). F9 t closes it.")
        }
        guard opened.again else {
            return Bilingual("Ventanilla \(desk) abierta.", "Desk \(desk) open.")
        }
        return Bilingual(
            "La ventanilla \(desk) ya estaba abierta a su nombre, quizá en otra terminal.",
            "Desk \(desk) was open in your name, perhaps at another terminal.")
    }
}
