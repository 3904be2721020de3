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
