import Repatriation
import Store
import Support
import Testing

/// When a shift begins it is looked at what it will need; nobody has to before people come.
@Suite struct ShiftCheckTests {
    private let test: TestStore

    init() throws { test = try TestStore() }

    private func findings(_ edit: (inout ShiftFindings) -> Void) -> ShiftFindings {
        var found = ShiftFindings()
        edit(&found)
        return found
    }

    private func view() throws -> HandOverView {
        try test.store.ask(HandOverOf(.nogales).reading, at: test.now)
    }

    @Test func aShiftOpensWithoutItAndTheNextLeadIsTold() throws {
        #expect(
            test.refusal(.act(CheckShift(at: .nogales, ShiftFindings())))?.code == .shiftClosed)
        try test.open(.nogales, desks: 1)
        #expect(try view().checked.es == "Apertura: sin revisar.")
    }

    @Test(arguments: CheckLine.allCases) func whatIsWantingIsSaid(_ line: CheckLine) throws {
        try test.open(.nogales, desks: 1)
        var found = findings { $0[line] = .no }
        let refused = test.refusal(.act(CheckShift(at: .nogales, found)))
        #expect(refused == Refusal(.missingField, ["field": .string(line.remarkName)]))
        found[remark: line] = "no hay"
        try test.perform(.act(CheckShift(at: .nogales, found)))
        let words = try view().contingencies.first?.es ?? ""
        #expect(words.contains("no: \(line.label.es) (no hay); sin revisar: "))
        #expect(words.hasPrefix("Apertura 10:00, R. Ramírez: "))
        let panel = try test.store.answer(
            PanelOf(.nogales).reading, for: .program, at: test.now)
        #expect(panel.check?.found == found)
    }

    @Test func itIsRepeatedAndTheNewestHoldsUntilTheShiftEnds() throws {
        try test.open(.nogales, desks: 1)
        let wanting = findings {
            $0[.water] = .no
            $0[remark: .water] = "garrafones vacíos"
        }
        try test.perform(.act(CheckShift(at: .nogales, wanting)))
        test.pass(minutes: 30)
        let well = findings { found in CheckLine.allCases.forEach { found[$0] = .yes } }
        let second = try test.perform(.act(CheckShift(at: .nogales, well)))
        #expect(second.result["no"] == .array([]) && second.result["unchecked"] == .array([]))
        #expect(try view().checked.es == "Apertura 10:30, R. Ramírez: todo bien.")
        try test.perform(.act(Undo(try #require(second.act))))
        #expect(try view().check?.found == wanting)
        test.pass(minutes: 30)
        try test.perform(.act(CloseShift(at: .nogales)))
        test.pass(minutes: 1)
        try test.perform(.act(OpenShift(at: .nogales)))
        #expect(try view().check == nil)
        #expect(
            try test.store.verify(quick: false) == .holds(events: try test.store.figures().events))
    }

    @Test func thePhonesAreThoseOfTheInstitutions() throws {
        let phones = try #require(try test.store.shift(at: .nogales, now: test.now)).phones
        let all = try test.store.providers(at: .nogales)
        #expect(phones == ShiftPhones(all) && phones.dif != nil && phones.ambulance != nil)
        #expect(ShiftPhones([]).words.es == "DIF: sin dato. Ambulancia: sin dato.")
    }

    @Test(arguments: [OfficerRole.health, .beta, .auditor])
    func itIsForThoseWhoOpenShifts(_ role: OfficerRole) throws {
        try test.open(.nogales, desks: 1)
        let refused = test.refusal(
            .act(CheckShift(at: .nogales, ShiftFindings())), by: try test.officer(with: role))
        #expect(refused?.code == .notAllowed)
    }
}
