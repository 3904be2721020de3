/// The CURPs of those with a certificate go to IMSS, each once: on record, of each person, that
/// theirs did.
///
/// Decree of 24 January 2025 (DOF) and rules of 5 February 2025: INM hands IMSS the CURP of everyone
/// with a certificate. Whoever opposed that their data go to institutions, whoever has no CURP and
/// whoever's is not valid stays for a later list.
package struct SendCURPs: Act {
    package static let row = ActRow<Self>(.sendCURPs, .rights)

    /// How many receptions one list has at most: more wait for the next.
    package static let most = 5_000

    package init() {}

    package func seat(_ facts: some Facts) throws -> Seat { .nowhere }

    package func decide(_ context: Context, _ facts: some Facts) throws -> Decision {
        let owed = try facts.owedToIMSS(atMost: SendCURPs.most)
        let events = owed.map { before in
            var after = before
            after.toldIMSSAt = context.now
            return Event(.curpSent, before, after)
        }
        let sent = CURPsSent(count: owed.count, at: owed.isEmpty ? nil : context.now)
        return Decision(events, sent, ids: context.ids)
    }
}

/// How many receptions' CURPs went out, and at which moment.
package struct CURPsSent: Outcome {
    /// Receptions.
    package let count: Int
    /// The moment by which the list is found again; nil where nobody was owed.
    package let at: Instant?
    package var members: [String: JSON] { ["sent": .int(count), "at": JSON(at?.text)] }
}
