/// Somebody at the gate asks for somebody: noted, and never told whether the person is here.
package struct RecordInquiry: PointAct {
    package static let row = ActRow<Self>(
        .recordInquiry, .services, alsoFor: [.beta],
        [
            .nested(
                "visitor",
                [
                    .text("name", \.visitor), .text("relation", \.relation),
                    .text("document", \.document),
                    .text("phone", \.phone), .text("vehicle", \.vehicle),
                ]),
            .text("asksFor", \.asksFor),
        ])

    package var point = PointCode.none
    /// The name they give of themselves.
    package var visitor = ""
    /// Whom they want to find, in their words.
    package var asksFor = ""
    /// What they say they are to the person.
    package var relation: String?
    /// The paper they show: kind and last figures.
    package var document: String?
    /// Where they can be called.
    package var phone: String?
    /// What they came in, and its plate.
    package var vehicle: String?

    package init() {}

    /// A visitor without details.
    package init(at point: PointCode, visitor: String, asksFor: String) {
        self.init(at: point)
        self.visitor = visitor
        self.asksFor = asksFor
    }

    package func decide(_ context: Context, _ facts: some Facts) throws -> Decision {
        var ids = context.ids
        let blank = Inquiry(id: ids.next())
        var asked = blank
        asked.point = point
        asked.at = context.now
        asked.visitor = visitor
        asked.asksFor = asksFor
        asked.relation = relation
        asked.document = document
        asked.phone = phone
        asked.vehicle = vehicle
        let event = Event(.inquiryRecorded, blank, asked)
        return Decision([event], Recorded(id: asked.id), ids: ids)
    }

    private struct Recorded: Outcome {
        let id: Identifier<Inquiry>
        var members: [String: JSON] { ["inquiry": .int(id.value)] }
    }

    package func said(_ outcome: any Outcome, changed: Bool) -> Bilingual? {
        Bilingual(
            "Anotado. «Tomo sus datos y un oficial le avisa. No puedo confirmar quién está aquí.»",
            """
            Noted. «I take your details and an officer will call you. I cannot confirm who is \
            here.»
            """
        )
    }
}
