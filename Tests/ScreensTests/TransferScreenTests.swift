import Repatriation
import Store
import Support
import Terminal
import Testing

@testable import Screens

/// People of another point are received by the keys of any roll call.
@Suite struct TransferScreenTests {
    @Test(arguments: ["t", "p", "s"]) func whoComesFromAnotherPointIsReceivedByOneKey(
        _ key: Character
    ) throws {
        let test = try TestStore()
        test.now = Desk.start.adding(minutes: -60)
        try test.open(.nogales, desks: 1)
        try test.open(.tijuana, desks: 1)
        let id = try test.waiting(.nogales, TestStore.person(1))
        try test.perform(.act(Transfer(.people([id]), to: .tijuana, vehicle: "SON-1234")))
        let desk = try Desk(home: .board, folder: test.folder)
        desk.press(.home, .function(6), .enter, .character(key))
        let after = try test.reception(id)
        #expect(after.stage == .waiting && !after.isOnTheWay, "\(desk.text)")
        // A second key says so and changes nothing.
        desk.press(.home, .character(key))
        #expect(desk.text.contains("Ya la recibió"), "\(desk.text)")
    }
}

extension TransferScreenTests {
    /// Found elsewhere, somebody stayed on the way for ever: the form asks whether they still come.
    @Test(arguments: [true, false]) func whoeverIsFoundStillComesOrIsTheFirstPointsAgain(
        _ stillComes: Bool
    ) throws {
        let test = try TestStore()
        test.now = Desk.start.adding(minutes: -60)
        try test.open(.nogales, desks: 1)
        try test.open(.tijuana, desks: 1)
        let id = try test.waiting(.nogales, TestStore.person(1))
        try test.perform(.act(Transfer(.people([id]), to: .tijuana, vehicle: "SON-1234")))
        try test.perform(.act(NoShow(id, .unknown, confirmedBy: nil)))
        let desk = try Desk(home: .board, folder: test.folder)
        desk.press(.home, .function(6), .enter, .character("f"))
        #expect(desk.text.contains("¿Sigue en camino?"), "\(desk.text)")
        desk.type("lo dijo el chofer")
        desk.press(.enter, .character(stillComes ? "s" : "n"), .control("g"))
        let after = try test.reception(id)
        #expect(after.isOnTheWay == stillComes && after.isInside != stillComes, "\(desk.text)")
        #expect(!after.isUnlocated)
    }

    /// The form of a group sent everybody, whoever had a reason to stay.
    @Test func whoDoesNotTravelIsLeftOutByNumber() throws {
        let test = try TestStore()
        test.now = Desk.start.adding(minutes: -60)
        try test.open(.tijuana, desks: 1)
        let ids = try test.group(.tijuana, people: (1...2).map { TestStore.person($0) }).1
        for id in ids {
            try test.perform(.act(Receive(id, .all, tag: nil)))
            try test.perform(.act(Triage(id, [])))
        }
        let desk = try Desk(home: .board, folder: test.folder)
        desk.press(.home, .function(6), .character("t"), .character("a"))
        desk.type("SON-1234")
        desk.press(.enter, .enter, .enter, .enter, .enter)
        for wrong in ["9", "x", "2y"] {
            desk.type(wrong)
            desk.press(.control("g"))
            #expect(desk.text.contains("La ficha \(wrong) no está adentro"), "\(desk.text)")
            #expect(try ids.allSatisfy { try !test.reception($0).isOnTheWay })
            for _ in wrong { desk.press(.backspace) }
        }
        desk.press(.character("2"), .control("g"))
        #expect(try test.reception(ids[0]).isOnTheWay, "\(desk.text)")
        #expect(try test.reception(ids[1]).stage == .waiting)
    }

    /// The forms of what goes away from a point, and what is asked where the clock does not fit.
    @Test(arguments: [
        ("trasladar", "t", Language.es), ("compartir", "so", .es), ("trasladar", "t", .en),
        ("compartir", "so", .en), ("compartir-con", "s", .es), ("compartir-con", "s", .en),
    ])
    func theFormsAreAsKept(_ name: String, _ key: String, _ language: Language) throws {
        let desk = try Desk(language: language)
        desk.press(.function(6))
        desk.type(key)
        for (width, height) in [(80, 24), (120, 40), (40, 12)] {
            let kept = "\(name)-\(language.rawValue)-\(width)x\(height)"
            #expect(Golden.difference(desk.frame(width, height), kept) == nil)
        }
    }

    @Test(arguments: [Language.es, .en]) func theQuestionOfTheHourIsAsKept(
        _ language: Language
    ) throws {
        let desk = try Desk(language: language)
        let lead = desk.app.context.officer.id
        _ = try desk.store.perform(
            .act(SetPeak(at: .nogales, reason: "prueba")), by: lead,
            at: Desk.start.adding(minutes: 120))
        desk.press(.function(2))
        for (width, height) in [(80, 24), (120, 40), (40, 12)] {
            let kept = "hora-\(language.rawValue)-\(width)x\(height)"
            #expect(Golden.difference(desk.frame(width, height), kept) == nil)
        }
    }
}
