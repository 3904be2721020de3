/// What is asked to be reserved: kinds of sheet with how many of each.
package struct ReservedSheets: Sendable, Equatable {
    /// Which sheet.
    package let kind: PaperKind
    /// How many, 1 … 99.
    package let count: Int

    /// So many sheets of a kind.
    package init(_ kind: PaperKind, _ count: Int) { (self.kind, self.count) = (kind, count) }
}

/// The slice that the rules of papers need.
package struct PaperSituation: Sendable {
    /// The moment, who acts and where identifiers come from.
    package var context: Context
    /// Where.
    package var point: PointCode
    /// The paper it is about; nil for a reservation.
    package var paper: Paper?
    /// Whose; nil for a sheet that is nobody's yet.
    package var person: Reception?

    /// A slice without a paper yet.
    package init(context: Context, point: PointCode) { (self.context, self.point) = (context, point) }
}

extension PaperCommand {
    /// The rules: nobody signs what they do not understand, a void paper is void, and a folio is used once.
    package func decide(_ given: PaperSituation) throws(Refusal) -> Decision {
        var situation = given
        switch self {
        case .deliver(_, let how): return try situation.deliver(how)
        case .reprint: return try situation.reprint()
        case .cancel(_, let reason): return try situation.cancel(reason)
        case .reserve(_, let sheets): return situation.reserve(sheets)
        }
    }
}

extension PaperSituation {
    private func known() throws(Refusal) -> (Paper, Reception) {
        guard let paper else { throw Refusal(.unknownPaper) }
        guard paper.cancelledAt == nil else { throw Refusal(.folioCancelled) }
        guard let person, paper.reservedAt == nil else { throw Refusal(.folioReserved) }
        return (paper, person)
    }

    fileprivate func deliver(_ how: Delivery) throws(Refusal) -> Decision {
        let (before, person) = try known()
        guard before.delivery != how else { return Decision([], ids: context.ids) }
        guard before.delivery == nil else {
            throw Refusal(.paperDelivered, ["how": .string(before.delivery?.rawValue ?? "")])
        }
        let isWithout = person.interpreterWho == nil
        // The record of a hand-over is signed by who receives, not by the child.
        let needs = before.paperKind != .acta && person.needsInterpreter
        if isWithout, how == .withInterpreter || needs && how != .refused { throw Refusal(.interpreterFirst) }
        guard !needs || how != .signed else { throw Refusal(.interpreterFirst) }
        var after = before
        (after.delivery, after.deliveredAt) = (how, context.now)
        return Decision([event(.paperDelivered, before, after)], ids: context.ids)
    }

    fileprivate func reprint() throws(Refusal) -> Decision {
        let (before, _) = try known()
        var after = before
        after.reprints += 1
        return Decision([event(.paperReprinted, before, after)], ["reprint": .int(after.reprints)], ids: context.ids)
    }

    /// Void from now on; a certificate's person may be given another, which names this one.
    fileprivate func cancel(_ reason: String) throws(Refusal) -> Decision {
        guard let before = paper else { throw Refusal(.unknownPaper) }
        guard before.cancelledAt == nil else { return Decision([], ids: context.ids) }
        guard before.paperKind != .acta || context.officer.isOfTheLane else { throw Refusal(.laneOnly) }
        // Once the person has gone, what they carry is amended by the lead.
        if let person, person.stage == .released, !context.officer.leads { throw Refusal(.onlyLead) }
        var after = before
        (after.cancelledAt, after.cancelReason) = (context.now, reason)
        var changes = [Change(from: before, to: after)]
        if let person, person.certificate == before.folio {
            var without = person
            without.certificate = nil
            changes.append(Change(from: person, to: without))
        }
        let subject = person?.id.value ?? before.id.value
        return Decision(
            [Event(.folioCancelled, subject: subject, changes: changes.compactMap { $0 })], ids: context.ids)
    }

    /// Folios for the sheets of the drawer: in nobody's name, refused for anything else until they are void.
    fileprivate mutating func reserve(_ sheets: [ReservedSheets]) -> Decision {
        var changes: [Change?] = []
        var folios: [JSON] = []
        for sheet in sheets {
            for _ in 0..<sheet.count {
                let blank = Paper(id: context.ids.next())
                var kept = blank
                (kept.point, kept.paperKind, kept.reservedAt) = (point, sheet.kind, context.now)
                kept.folio = Folio.make(point: point, year: context.local.day.year, paper: blank.id)
                changes.append(Change(from: blank, to: kept))
                folios.append(.string(kept.folio))
            }
        }
        let event = Event(.foliosReserved, subject: 0, changes: changes.compactMap { $0 })
        return Decision([event], ["folios": .array(folios)], ids: context.ids)
    }

    private func event(_ kind: EventKind, _ before: Paper, _ after: Paper) -> Event {
        Event(kind, subject: before.reception.value, changes: [Change(from: before, to: after)].compactMap { $0 })
    }
}
