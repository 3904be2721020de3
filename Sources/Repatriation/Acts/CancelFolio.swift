/// A paper is void from now on; a certificate's person may be given another, which names this one.
package struct CancelFolio: Act {
    package static let row = ActRow<Self>(
        .cancelFolio, .interview, [.text("folio", \.folio), .reason("reason", \.reason)])

    /// Which.
    package var folio = ""
    /// Why.
    package var reason = ""

    package init() {}

    /// A folio, and why it is void.
    package init(_ folio: String, reason: String) {
        self.folio = folio
        self.reason = reason
    }

    package func seat(_ facts: some Facts) throws -> Seat {
        Seat(point: try facts.point(try known(facts).point))
    }

    private func known(_ facts: some Facts) throws -> Paper {
        guard let found = try facts.paper(folio: folio.uppercased()) else {
            throw Refusal(.unknownPaper)
        }
        return found
    }

    package func decide(_ context: Context, _ facts: some Facts) throws -> Decision {
        let before = try known(facts)
        let person = try facts.owner(of: before)
        guard before.cancelledAt == nil else { return Decision([], ids: context.ids) }
        guard before.reservedAt == nil || before.usedAt == nil else { throw Refusal(.sheetInUse) }
        guard before.paperKind != .acta || context.officer.isOfTheLane else {
            throw Refusal(.laneOnly)
        }
        // Once the person has gone, what they carry is amended by the lead.
        if let person, person.stage == .released, !context.officer.leads {
            throw Refusal(.onlyLead)
        }
        var after = before
        after.cancelledAt = context.now
        after.cancelReason = reason
        var changes = [Change(from: before, to: after)]
        if let person, person.certificate == before.folio {
            var without = person
            without.certificate = nil
            changes.append(Change(from: person, to: without))
        }
        let subject = person?.id.value ?? before.id.value
        let event = Event(.folioCancelled, subject: subject, changes: changes.compactMap { $0 })
        return Decision([event], ids: context.ids)
    }
}
