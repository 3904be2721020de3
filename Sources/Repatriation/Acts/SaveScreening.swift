/// The reserved form: a private room and the wanted interviewer come first, and nobody interprets
/// who came along.
package struct SaveScreening: AttentionAct {
    package static let row = ActRow<Self>(
        .saveScreening, .services,
        [
            privacy,
            .code("interviewer", \.made.interviewer),
            wanted,
            indicators, .text("note", \.made.note),
        ])

    /// Required: yes or no.
    private static let privacy = Parameter<SaveScreening>(
        "private", .flag, required: true,
        read: { reader, act throws(Refusal) in
            guard let isPrivate = try reader.flag("private") else {
                throw Refusal(.missingField, ["field": "private"])
            }
            act.made.isPrivate = isPrivate
        },
        value: { .bool($0.made.isPrivate) })

    /// Left out, as wanted where either will do.
    private static let wanted = Parameter<SaveScreening>(
        "asWanted", .flag, required: false,
        read: { reader, act throws(Refusal) in
            act.made.isAsWanted = try reader.flag("asWanted") ?? (act.made.interviewer == .either)
        },
        value: { .bool($0.made.isAsWanted) })

    /// Required, and may be empty.
    private static let indicators = Parameter<SaveScreening>(
        "indicators", .codes(Indicator.allCases.map(\.rawValue)), required: true,
        read: { reader, act throws(Refusal) in
            act.made.indicators = try reader.requiredCodes("indicators")
        },
        value: { .codes($0.made.indicators) })

    package var reception = Identifier<Reception>(0)
    /// What it says.
    package var made = ScreeningMade(isPrivate: false, interviewer: .either, isAsWanted: false)

    package init() {}

    /// Somebody's form.
    package init(_ reception: Identifier<Reception>, _ made: ScreeningMade) {
        self.reception = reception
        self.made = made
    }

    package func decide(_ person: PersonCase) throws -> Decision {
        try person.requireInside()
        let before = person.reception
        guard made.isPrivate else { throw Refusal(.privacyFirst) }
        guard made.interviewer == .either || made.isAsWanted else {
            throw Refusal(.interviewerWanted)
        }
        if before.needsInterpreter,
            before.interpreterWho == nil || before.interpreterMedium == .companion
        {
            throw Refusal(.interpreterFirst)
        }
        let blank = Screening(id: person.context.ids.next())
        var kept = blank
        kept.reception = before.id
        kept.point = person.point.code
        kept.at = person.context.now
        // Every field is written, whatever it says: the open part of the fact is the same for all.
        kept.interviewer = made.interviewer
        kept.indicators = made.indicators
        kept.note = made.note ?? ""
        // The form was taken in a private room, by who was wanted: those steps are done with it.
        let steps = [LaneStep.privateRoom, .interviewer, .reservedForm].map {
            person.newTick($0, TickWords()).change
        }
        // The same answer whatever was found: who looks over the shoulder learns nothing.
        return Decision(
            .reservedFormKept, of: before, [Change(from: blank, to: kept)] + steps, ["kept": true],
            ids: person.context.ids)
    }

    package func said(_ outcome: any Outcome, changed: Bool) -> Bilingual? {
        Bilingual("Guardado.", "Kept.")
    }
}
