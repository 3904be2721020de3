/// Where somebody is inside, and since when.
package struct OpenReception: Sendable, Equatable {
    /// The one that is not over.
    package let reception: Identifier<Reception>
    /// Where it is.
    package let point: PointCode
    /// When the person was received there; nil when it is not known.
    package let since: Instant?
    private let person: Reception

    /// Somebody inside a point.
    package init(_ reception: Reception) {
        self.reception = reception.id
        point = reception.point
        since = reception.receivedAt
        person = reception
    }

    /// What the refusal says: where, and since when by the clock of who reads it.
    func details(_ context: Context) -> [String: JSON] {
        guard person.isNamed(to: context.reader) else { return ["point": "–", "since": "–"] }
        let local = since.map(context.zone.local)
        return [
            "reception": .int(reception.value), "point": .string(point.text),
            "since": JSON(local.map { "\($0.day.text) \($0.clock)" }),
        ]
    }
}
