/// What a paper is.
package enum PaperKind: String, Code {
    case certificate

    /// As the tray says it.
    package var label: Bilingual { Bilingual("constancia", "certificate") }
}

/// How somebody was given their paper.
package enum Delivery: String, Code {
    case signed, fingerprint, refused, withInterpreter

    /// As the tray says it.
    package var label: Bilingual {
        switch self {
        case .signed: Bilingual("firmó", "signed")
        case .fingerprint: Bilingual("huella", "fingerprint")
        case .refused: Bilingual("no quiso firmar", "declined to sign")
        case .withInterpreter: Bilingual("firmó con intérprete", "signed with an interpreter")
        }
    }
}

/// A paper: issued when its folio exists, delivered only when an officer says how.
package struct Paper: Entity {
    package let id: Identifier<Paper>
    /// Whose.
    package var reception = Identifier<Reception>(0)
    /// Where.
    package var point = PointCode.none
    /// What it is.
    package var paperKind = PaperKind.certificate
    /// Its folio, with a check digit.
    package var folio = ""
    /// When it was issued.
    package var issuedAt: Instant?
    /// How often it was printed again.
    package var reprints = 0
    /// How it was given; nil while it lies in the tray.
    package var delivery: Delivery?
    /// When.
    package var deliveredAt: Instant?

    package init(id: Identifier<Paper>) { self.id = id }

    package static let kind = EntityKind.paper
    package static let fieldsByName = indexed(fields)
    package static let fields: [Field<Paper>] = [
        Field("reception", \.reception), Field("point", \.point), Field("kind", \.paperKind), Field("folio", \.folio),
        Field("issuedAt", \.issuedAt), Field("reprints", \.reprints), Field("delivery", \.delivery),
        Field("deliveredAt", \.deliveredAt),
    ]
}

/// What can be wanted of a paper.
package enum PaperCommand: Sendable, Equatable {
    case deliver(Identifier<Paper>, Delivery)
    case reprint(Identifier<Paper>)

    /// The paper it is about.
    package var paper: Identifier<Paper> {
        switch self {
        case .deliver(let id, _), .reprint(let id): id
        }
    }
}

extension PaperCommand {
    /// The rules: nobody signs what they do not understand.
    package func decide(_ before: Paper, of person: Reception, _ context: Context) throws(Refusal) -> Decision {
        var after = before
        switch self {
        case .deliver(_, let how):
            guard before.delivery != how else { return Decision([], ids: context.ids) }
            guard before.delivery == nil else {
                throw Refusal(.paperDelivered, ["how": .string(before.delivery?.rawValue ?? "")])
            }
            let isWithout = person.interpreterWho == nil
            let needs =
                !(person.flags ?? []).isDisjoint(with: [.noSpanish, .deaf])
                || person.answer(.interpreterNeeded) == "yes"
            if isWithout, how == .withInterpreter || needs && how != .refused { throw Refusal(.interpreterFirst) }
            guard !needs || how != .signed else { throw Refusal(.interpreterFirst) }
            (after.delivery, after.deliveredAt) = (how, context.now)
            return Decision([event(.paperDelivered, before, after)], ids: context.ids)
        case .reprint:
            after.reprints += 1
            return Decision(
                [event(.paperReprinted, before, after)], ["reprint": .int(after.reprints)], ids: context.ids)
        }
    }

    private func event(_ kind: EventKind, _ before: Paper, _ after: Paper) -> Event {
        Event(kind, subject: before.reception.value, changes: [Change(from: before, to: after)].compactMap { $0 })
    }
}

/// A paper in the tray: whose, and since when.
package struct TrayLine: Sendable, Equatable, Identifiable {
    package let id: Identifier<Paper>
    /// The paper.
    package let paper: Paper
    /// Whose, as it may be shown.
    package let person: Reception
    /// When it was issued, on the point's clock.
    package let issued: LocalTime

    /// A line of the tray.
    package init(paper: Paper, person: Reception, issued: LocalTime) {
        (id, self.paper, self.person, self.issued) = (paper.id, paper, person, issued)
    }
}
