/// A password was set, by the officer or as a first one; the journal holds nothing more of it.
package struct NotePassword: OfficerAct, TakesTwo {
    // A password of one's own belongs to everybody.
    package static let row = ActRow<Self>(
        .notePassword, .accounts, alsoFor: Set(OfficerRole.allCases), isOfSend: false)

    package var officer = Identifier<Officer>(0)

    package init() {}

    package var isConfirmedByAnybody: Bool { true }

    /// Whoever gives somebody a password can be that person until it is changed: it takes the
    /// charge of all their roles, and a second officer where one in force would be replaced.
    package func decide(_ context: Context, _ facts: some Facts) throws -> Decision {
        let matter = try OfficerCase(officer, context, facts)
        if officer != context.officer.id {
            try matter.checkCharge()
            if try !matter.givesAlone() {
                guard context.confirmer != nil else { return try matter.pending(self) }
                try matter.checkSecond()
            }
        }
        return Decision(
            [Event(.passwordSet, subject: officer.value, changes: [])], ids: context.ids)
    }
}
