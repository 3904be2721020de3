/// How somebody leaves.
package struct Release: Sendable, Equatable {
    /// In which way.
    package var how: Exit
    /// Where to, as a state; nil takes the answer of the interview.
    package var destination: String?
    /// The municipality there, as the person says it.
    package var municipality: String?
    /// Company to the bus.
    package var escort: Escort?
    /// Whether somebody without a birth date seems adult; nil leaves it as it was.
    package var seemsAdult: Bool?
    /// Who receives the person.
    package var receiver = Receiver()

    /// A way out without details.
    package init(_ how: Exit) { self.how = how }

    /// As lines of `send` give it.
    static let parameters: [Parameter<Release>] = [
        .code("how", \.how), Parameter.state("destination", \.destination).evenUnsaid,
        Parameter.text("municipality", \.municipality).evenUnsaid,
        Parameter.code("escort", \.escort).evenUnsaid,
        Parameter.flag("seemsAdult", \.seemsAdult).evenUnsaid,
        .object("receiver", Receiver.parameters, \.receiver),
    ]
}

/// Who receives somebody who leaves.
package struct Receiver: Sendable, Equatable {
    /// The institution.
    package var institution: String?
    /// Who it is.
    package var name: String?
    /// What identifies them.
    package var credential: String?
    /// Plate of the vehicle.
    package var plate: String?
    /// The parent of the same group, for a child who leaves with the family.
    package var parent: Identifier<Reception>?

    /// Nobody yet.
    package init() {}

    static let parameters: [Parameter<Receiver>] = [
        Parameter.text("institution", \.institution), Parameter.text("name", \.name),
        Parameter.text("id", \.credential), Parameter.text("plate", \.plate),
        Parameter.identifier("reception", \.parent),
    ].map(\.evenUnsaid)
}
