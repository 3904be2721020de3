import Repatriation
import Store
import Support
import Testing

/// What waits for a second officer is known again by its name and its parameters.
@Suite struct WaitingActTests {
    private let test: TestStore
    private let asker: Officer
    private let second: Officer

    init() throws {
        let test = try TestStore()
        let added = try test.perform(
            .act(AddOfficer("Tomás Toledo Vera", account: nil, roles: [.lead])))
        let officers = try test.store.allOfficers()
        let lead = test.lead
        asker = try #require(officers.first { $0.id == lead })
        second = try #require(officers.first { $0.id.value == added.result["officer"]?.integer })
        self.test = test
    }

    private func waiting(_ command: CommandName, _ form: String) -> PendingAct {
        var asked = PendingAct(id: Identifier(1))
        asked.command = command
        asked.form = form
        asked.askedBy = asker.id
        return asked
    }

    /// Another value of the same field, another field, another point: none completes the first.
    @Test func anotherActOfTheSameKindDoesNotCompleteIt() {
        let five = SetPoint(.nogales, ["desks": .int(5)])
        let asked = waiting(.setPoint, five.line.serialized)
        #expect(test.store.asks(asked, for: five, besides: second))
        #expect(!test.store.asks(asked, for: five, besides: asker))
        for other in [
            SetPoint(.nogales, ["desks": .int(6)]), SetPoint(.nogales, ["share": .int(5)]),
            SetPoint(.tijuana, ["desks": .int(5)]), SetPoint(.nogales, [:]),
        ] {
            #expect(!test.store.asks(asked, for: other, besides: second), "\(other)")
        }
        #expect(!test.store.asks(asked, for: ConfirmClock(at: .nogales), besides: second))
    }

    /// It is what was asked for that counts, not how its line was written.
    @Test func theSameActWrittenOtherwiseCompletesIt() {
        let five = SetPoint(.nogales, ["desks": .int(5)])
        let asked = waiting(.setPoint, #"{"zone":null,"point":"NOG","desks":5,"do":"setPoint"}"#)
        #expect(test.store.asks(asked, for: five, besides: second))
    }

    /// A line that says nothing, or what no act of its kind takes, is completed by nobody.
    @Test(arguments: [#"{"do":"setPoint"}"#, #"{"point":"NOG","later":1}"#, "no es JSON", ""])
    func whatCannotBeReadIsCompletedByNobody(form: String) {
        let asked = waiting(.setPoint, form)
        #expect(!test.store.asks(asked, for: SetPoint(.nogales, [:]), besides: second))
        #expect(!test.store.asks(asked, for: SetPoint(), besides: second))
    }
}
